import { atan2Deg } from '../math/angles.ts';
import { fitLine, median } from '../math/statistics.ts';
import { KEYPOINT_STRIDE, LEG, otherSide, SIDES, type Side } from '../pose/keypoints.ts';
import { FRAME_STRIDE } from '../pose/track.ts';
import type { PreparedClip } from './preparedClip.ts';
import { sampleAt } from './segmentAngles.ts';
import type { Signals } from './signals.ts';

/**
 * The foot in the frames that a larger network looked at. On synthetic runners the foot strike angle read off `heavy` is within
 * 1 to 5 degrees where `full` is off by up to 11: at contact the shoe is some thirty pixels long.
 */
export interface CloseFoot {
  /** Foot against the horizontal at an instant, degrees, toe up positive; undefined with fewer than two frames near it. */
  around(time: number): number | undefined;
  /** The same in the one frame nearest to an instant; undefined where none is near. */
  at(time: number): number | undefined;
}

/** Frames this near to a contact count, seconds: two on either side at 120 frames/s, one at 60. */
export const CLOSE_S = 0.021;
/** One on either side: at 60 frames/s every second contact has no third within reach. */
const FEWEST_AT_CONTACT = 2;
const FEWEST_STANDING = 3;
/** Middle of the part of stance in which the whole sole is on the ground. */
export const FLAT_SHARE = 0.4;
/** An ankle further from where the leg is (leg lengths) is the other leg's. */
const SAME_ANKLE = 0.12;

/** @param forward which way the runner faces in the picture, as for the signals */
export function closeFoot(
  prepared: PreparedClip,
  signals: Signals,
  side: Side,
  forward: 1 | -1,
): CloseFoot | undefined {
  const { input, times, pixelsPerLeg } = prepared;
  const { close, height } = input.pose;
  if (!close) return undefined;
  const point = (row: number, keypoint: number) => {
    const at = row * FRAME_STRIDE + keypoint * KEYPOINT_STRIDE;
    return {
      x: (forward * (close.data[at] ?? Number.NaN)) / pixelsPerLeg,
      y: (height - (close.data[at + 1] ?? Number.NaN)) / pixelsPerLeg,
    };
  };
  const { ankle } = signals.legs[side];
  /** The network may have swapped the legs: the ankle tells. */
  const angleIn = (row: number, time: number): number | undefined => {
    const x = sampleAt(ankle.x, signals.start, time);
    const y = sampleAt(ankle.y, signals.start, time);
    const [label] = [side, otherSide(side)]
      .map((own) => {
        const seen = point(row, LEG[own].ankle);
        return { own, off: Math.hypot(seen.x - x, seen.y - y) };
      })
      .filter(({ off }) => off < SAME_ANKLE)
      .sort((a, b) => a.off - b.off);
    if (!label) return undefined;
    const heel = point(row, LEG[label.own].heel);
    const toe = point(row, LEG[label.own].footIndex);
    return atan2Deg(toe.y - heel.y, toe.x - heel.x);
  };
  const readings = Array.from(close.frames).flatMap((frame, row) => {
    const time = times[frame] ?? Number.NaN;
    const angle = angleIn(row, time);
    return angle === undefined ? [] : [{ time, angle }];
  });
  const near = (time: number) => readings.filter((reading) => Math.abs(reading.time - time) <= CLOSE_S);
  return {
    around(time) {
      const frames = near(time);
      if (frames.length < FEWEST_AT_CONTACT) return undefined;
      const line = fitLine(
        frames.map((reading) => reading.time - time),
        frames.map(({ angle }) => angle),
      );
      return line?.intercept;
    },
    at: (time) => near(time).sort((a, b) => Math.abs(a.time - time) - Math.abs(b.time - time))[0]?.angle,
  };
}

/** Median foot angle of somebody who stands; a foot with fewer than three frames is left out. */
export function closeStanding(
  prepared: PreparedClip,
  signals: Signals,
  forward: 1 | -1,
): Partial<Record<Side, number>> {
  const { input, times } = prepared;
  const entries = SIDES.flatMap((side) => {
    const foot = closeFoot(prepared, signals, side, forward);
    const angles = Array.from(input.pose.close?.frames ?? []).flatMap(
      (frame) => foot?.at(times[frame] ?? Number.NaN) ?? [],
    );
    const angle = median(angles);
    return angle === undefined || angles.length < FEWEST_STANDING ? [] : [[side, angle] as const];
  });
  return Object.fromEntries(entries);
}
