import { useEffect } from 'react';
import type { ActionId } from '../../actions/catalogue.ts';
import { keyOf } from '../../actions/keyChoice.ts';
import { isTyping, strokeOf } from '../../actions/stroke.ts';
import { createHoldStepper } from '../../player/holdStepper.ts';
import type { Player } from '../../player/player.ts';

const HELD_STEPS: readonly (readonly [ActionId, number])[] = [
  ['review.stepForward', 1],
  ['review.stepBack', -1],
  ['review.tenForward', 10],
  ['review.tenBack', -10],
];

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
      const stroke = strokeOf(event);
      const frames = HELD_STEPS.find(([id]) => keyOf(id) === stroke)?.[1];
      const isElsewhere = isTyping(event.target) || document.querySelector('[data-modal]') !== null;
      if (!event.repeat || frames === undefined || isElsewhere) {
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
