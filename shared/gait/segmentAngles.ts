import { atan2Deg } from '../math/angles.ts';
import type { Side } from '../pose/keypoints.ts';
import { type Point, SIGNAL_HZ, type Signals } from './signals.ts';

/**
 * Segment angles of a side view at an instant (METHOD.md 1.2), degrees, x forward and y up. Values are read from
 * the 1 kHz spline, never from the nearest frame.
 */
export interface SideReader {
  /** Foot against the horizontal, toe up positive. */
  foot(time: number): number;
  /** Shank: ankle ahead of knee positive. */
  shank(time: number): number;
  /** Thigh: knee ahead of hip positive. */
  thigh(time: number): number;
  /** Knee flexion. */
  knee(time: number): number;
  /** Trunk: forward lean positive. */
  trunk(time: number): number;
  /** Ankle and heel ahead of the mid-hip, leg lengths. */
  ankleAhead(time: number): number;
  heelAhead(time: number): number;
  heelHeight(time: number): number;
  pelvisHeight(time: number): number;
  /** Heel position along the picture, leg lengths. */
  heelX(time: number): number;
}

/** Values between the samples of a signal; held at its ends. */
export function sampleAt(values: Float64Array, start: number, time: number): number {
  const at = Math.min(Math.max((time - start) * SIGNAL_HZ, 0), values.length - 1);
  const low = Math.floor(at);
  const a = values[low] ?? 0;
  return a + ((values[low + 1] ?? a) - a) * (at - low);
}

export function sideReader(signals: Signals, side: Side): SideReader {
  const { hip, knee, ankle, heel, footIndex } = signals.legs[side];
  const { midHip, midShoulder, start } = signals;
  const between = (from: Point, to: Point, time: number) => ({
    dx: sampleAt(to.x, start, time) - sampleAt(from.x, start, time),
    dy: sampleAt(to.y, start, time) - sampleAt(from.y, start, time),
  });
  const reader: SideReader = {
    foot(time) {
      const { dx, dy } = between(heel, footIndex, time);
      return atan2Deg(dy, dx);
    },
    shank(time) {
      const { dx, dy } = between(knee, ankle, time);
      return atan2Deg(dx, -dy);
    },
    thigh(time) {
      const { dx, dy } = between(hip, knee, time);
      return atan2Deg(dx, -dy);
    },
    knee: (time) => reader.thigh(time) - reader.shank(time),
    trunk(time) {
      const { dx, dy } = between(midHip, midShoulder, time);
      return atan2Deg(dx, dy);
    },
    ankleAhead: (time) => between(midHip, ankle, time).dx,
    heelAhead: (time) => between(midHip, heel, time).dx,
    heelHeight: (time) => sampleAt(heel.y, start, time),
    pelvisHeight: (time) => sampleAt(midHip.y, start, time),
    heelX: (time) => sampleAt(heel.x, start, time),
  };
  return reader;
}

/** Median of a reading over [from, to], sampled every 5 ms. */
export function readingsOver(read: (time: number) => number, from: number, to: number): number[] {
  const count = Math.max(1, Math.round((to - from) / 0.005));
  return Array.from({ length: count + 1 }, (_, i) => read(from + ((to - from) * i) / count));
}
