import { useEffect } from 'react';
import { createHoldStepper } from '../../player/holdStepper.ts';
import type { Player } from '../../player/player.ts';
import { isTyping, shortcutOf } from './useReviewKeys.ts';

const HELD_STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowLeft: -1,
  'Shift+ArrowRight': 10,
  'Shift+ArrowLeft': -10,
};

/** A held arrow key moves steadily until it is let go; the first press alone is the action's single step. */
export function useHeldSteps(player: Player, isActive: boolean): void {
  useEffect(() => {
    if (!isActive) return;
    const stepper = createHoldStepper({
      step: (frames) => player.step(frames),
      isShown() {
        const { frame, shownFrame } = player.store.getState();
        return frame === shownFrame;
      },
      nextTick: (tick) => requestAnimationFrame(tick),
      cancelTick: (handle) => cancelAnimationFrame(handle),
    });
    const onKeyDown = (event: KeyboardEvent): void => {
      const frames = HELD_STEPS[shortcutOf(event)];
      const isElsewhere = isTyping(event.target) || document.querySelector('[data-modal]') !== null;
      if (!event.repeat || frames === undefined || event.altKey || isElsewhere) {
        stepper.stop();
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
      stepper.start(frames);
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    window.addEventListener('keyup', stepper.stop, { capture: true });
    window.addEventListener('blur', stepper.stop);
    return () => {
      stepper.stop();
      window.removeEventListener('keydown', onKeyDown, { capture: true });
      window.removeEventListener('keyup', stepper.stop, { capture: true });
      window.removeEventListener('blur', stepper.stop);
    };
  }, [player, isActive]);
}
