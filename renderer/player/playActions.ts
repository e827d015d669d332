import type { Offer } from '../actions/useActions.ts';
import type { Playback } from './player.ts';

/** The space bar belongs to the button that the keyboard is on. */
const isFree = (): boolean =>
  document.activeElement?.matches('button:focus-visible, summary:focus-visible') !== true;

/** Stepping and playing as in the review. */
export function playActions(player: Playback, lastFrame: number): Offer[] {
  const playing = () => player.store.getState().playing;
  return [
    { id: 'play.forward', run: () => player.step(1) },
    { id: 'play.back', run: () => player.step(-1) },
    { id: 'play.tenForward', run: () => player.step(10) },
    { id: 'play.tenBack', run: () => player.step(-10) },
    {
      ...{ id: 'play.toggle', when: isFree },
      run: () => (playing() === 0 ? player.play(1) : player.pause()),
    },
    { id: 'play.first', run: () => player.step(-lastFrame) },
    { id: 'play.last', run: () => player.step(lastFrame) },
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
