import type { ClipInput, RepairedJoint } from '../domain/analysis.ts';
import { onceFor } from './onceFor.ts';
import {
  FILL_S,
  type JointSource,
  jointKnots,
  jointSources,
  posedFrames,
  type SignalOptions,
  unbrokenRuns,
} from './signals.ts';

interface Repairable extends Pick<SignalOptions, 'captureFps' | 'pixelsPerLeg' | 'choices'> {
  readonly input: Pick<ClipInput, 'pose' | 'cuts'>;
  /** True seconds of the frames. */
  readonly times: Float64Array;
}

/** A tenth of a pixel is far below what a network tells. */
const rounded = (value: number): number => Math.round(10 * value) / 10;

/**
 * Where the engine reads a joint elsewhere than the network drew it: the label of the other leg, a frame in which the legs merge,
 * an outlier. It is the curve that the numbers are read from, before its filter, so that what is drawn is what is measured.
 */
export const repairedPoints = onceFor((prepared: Repairable): RepairedJoint[] => {
  const { input, times, captureFps, pixelsPerLeg, choices } = prepared;
  const { pose } = input;
  const byJoint = new Map<number, RepairedJoint>();
  for (const run of unbrokenRuns(pose, times, input.cuts)) {
    const frames = posedFrames(pose, run);
    const { legs, shoulders } = jointSources(pose, frames, choices);
    const sources = [...Object.values(legs.L), ...Object.values(legs.R), shoulders.L, shoulders.R];
    for (const source of sources) {
      const { x, y } = jointKnots(pose, times, source, { forward: 1, pixelsPerLeg, captureFps });
      const kept = new Set(source.frames);
      const isOut = (frame: number) => !kept.has(frame) || x.outliers.has(frame) || y.outliers.has(frame);
      const isFilled = filledBy(source, times);
      for (const frame of frames) {
        if (!isOut(frame) && source.toldBy(frame) === source.keypoint) continue;
        const time = times[frame] ?? 0;
        const known = isFilled(frame);
        const joint = byJoint.get(source.keypoint) ?? {
          ...{ keypoint: source.keypoint, frames: [], x_px: [], y_px: [] },
        };
        joint.frames.push(frame);
        joint.x_px.push(known ? rounded(x.curve.at(time) * pixelsPerLeg) : null);
        joint.y_px.push(known ? rounded(pose.height - y.curve.at(time) * pixelsPerLeg) : null);
        byJoint.set(source.keypoint, joint);
      }
    }
  }
  return [...byJoint.values()].sort((a, b) => a.keypoint - b.keypoint);
});

/** Whether a frame lies between believed ones that are near enough to fill what is between them. */
function filledBy({ frames }: JointSource, times: Float64Array): (frame: number) => boolean {
  let next = 0;
  return (frame) => {
    while ((frames[next] ?? Number.POSITIVE_INFINITY) < frame) next++;
    const after = frames[next];
    if (after === frame) return true;
    const before = frames[next - 1];
    if (before === undefined || after === undefined) return false;
    return (times[after] ?? 0) - (times[before] ?? 0) <= FILL_S + 1e-9;
  };
}
