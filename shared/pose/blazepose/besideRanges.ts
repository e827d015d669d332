import { isUnsteady } from './company.ts';

/** First and last frame. */
export type FrameRange = readonly [number, number];

/** A single look may be misread; beside somebody another one shows it within as many frames. */
const CONFIRMED_WITHIN = 16;

/**
 * Where somebody was so near that the network may have looked at them: from the last look before that showed nobody to the next one
 * after.
 * @param looks `unsteadiness` of each frame, NaN where the tracker did not look to the sides
 */
export function besideRanges(looks: Float32Array): FrameRange[] {
  const looked = [...looks.keys()].filter((frame) => !Number.isNaN(looks[frame] ?? Number.NaN));
  const unsteady = looked.filter((frame) => isUnsteady(looks[frame]));
  const isConfirmed = (frame: number) =>
    unsteady.some((other) => other !== frame && Math.abs(other - frame) <= CONFIRMED_WITHIN);
  const shown = new Set(unsteady.filter(isConfirmed));
  const ranges: [number, number][] = [];
  let clear = -1;
  let isOpen = false;
  for (const frame of looked) {
    const open = ranges.at(-1);
    if (shown.has(frame) && !isOpen) ranges.push([clear + 1, frame]);
    else if (!shown.has(frame) && isOpen && open) open[1] = frame - 1;
    isOpen = shown.has(frame);
    if (!isOpen) clear = frame;
  }
  const last = ranges.at(-1);
  if (isOpen && last) last[1] = looks.length - 1;
  return ranges;
}
