import type { AnalysisSession, ClipInput } from '../domain/analysis.ts';
import { FRAME_STRIDE } from '../pose/track.ts';
import { closeLookFrames } from './closeLookFrames.ts';
import { exactClip } from './invariance.testkit.ts';

export const session: AnalysisSession = {
  ...{ athlete_height_m: 1.75, speed_mps: 2.5, incline_percent: 0 },
  ...{ shoe: null, surface: 'treadmill' },
};
export const sample = exactClip('sample');
export const standing = exactClip('standing');

/** The clip with a look at the wanted frames; `seen` may change a row. */
export function looked(
  clip: ClipInput,
  seen: (row: Float32Array, frame: number) => void,
  frames = closeLookFrames(clip, session),
) {
  const data = new Float32Array(frames.length * FRAME_STRIDE);
  frames.forEach((frame, k) => {
    const row = clip.pose.data.slice(frame * FRAME_STRIDE, (frame + 1) * FRAME_STRIDE);
    seen(row, frame);
    data.set(row, k * FRAME_STRIDE);
  });
  return { ...clip, pose: { ...clip.pose, close: { frames: Int32Array.from(frames), data } } };
}
export const asTracked = () => undefined;
