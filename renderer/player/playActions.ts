import type { TFunction } from 'i18next';
import type { Action } from '../actions/actionStore.ts';
import type { Playback } from './player.ts';

/** The space bar belongs to the button that the keyboard is on. */
const isFree = (): boolean =>
  document.activeElement?.matches('button:focus-visible, summary:focus-visible') !== true;

/** Stepping and playing by the keys of the review. */
export function playActions(player: Playback, lastFrame: number, t: TFunction): Action[] {
  const playing = () => player.store.getState().playing;
  return [
    {
      ...{ id: 'play.forward', label: t('review.stepForward'), shortcut: 'ArrowRight' },
      run: () => player.step(1),
    },
    {
      ...{ id: 'play.back', label: t('review.stepBack'), shortcut: 'ArrowLeft' },
      run: () => player.step(-1),
    },
    {
      ...{ id: 'play.tenForward', label: t('review.tenForward'), shortcut: 'Shift+ArrowRight' },
      run: () => player.step(10),
    },
    {
      ...{ id: 'play.tenBack', label: t('review.tenBack'), shortcut: 'Shift+ArrowLeft' },
      run: () => player.step(-10),
    },
    {
      ...{ id: 'play.toggle', label: t('review.playOrPause'), shortcut: 'Space', when: isFree },
      run: () => (playing() === 0 ? player.play(1) : player.pause()),
    },
    {
      ...{ id: 'play.first', label: t('review.firstFrame'), shortcut: 'Home' },
      run: () => player.step(-lastFrame),
    },
    {
      ...{ id: 'play.last', label: t('review.lastFrame'), shortcut: 'End' },
      run: () => player.step(lastFrame),
    },
  ];
}

/** The next or previous of the frames, from the frame at hand. */
export function neighbourFrame(
  frames: readonly number[],
  frame: number,
  direction: 1 | -1,
): number | undefined {
  return direction === 1 ? frames.find((one) => one > frame) : frames.findLast((one) => one < frame);
}
