import type { Side } from '../pose/keypoints.ts';
import { sampleAt } from './segmentAngles.ts';
import type { Point, Signals } from './signals.ts';

/** What is looked at around an instant: so many seconds to either side, a look every so many. */
const REACH_S = 0.13;
const EVERY_S = 0.02;
const LOOKS = Math.floor((2 * REACH_S) / EVERY_S) + 1;

/** Each look sees the leg by these; heights and the foot's angle count from their own mean, so that no floor or shoe is needed. */
const CHANNELS = [
  ...['heelAhead', 'toeAhead', 'ankleAhead', 'heelHeight', 'toeHeight', 'ankleHeight', 'pelvisHeight'],
  ...['foot', 'shank', 'knee'],
] as const;
const FROM_OWN_MEAN = new Set(['heelHeight', 'toeHeight', 'ankleHeight', 'pelvisHeight', 'foot']);

/** Numbers that describe a leg around an instant: every channel at every look, and the stride's length in seconds. */
export const FEATURE_COUNT = CHANNELS.length * LOOKS + 1;

/**
 * The leg around an instant: lengths in leg lengths, angles in radians, `FEATURE_COUNT` of them, always in the same order.
 * Undefined where the window reaches over an end of the signals.
 * @param at true seconds
 * @param stride seconds
 */
export function eventFeatures(
  signals: Signals,
  side: Side,
  at: number,
  stride: number,
): Float64Array | undefined {
  const { start, length, midHip } = signals;
  if (at - REACH_S < start || at + REACH_S > start + (length - 1) / 1000) return undefined;
  const { heel, footIndex, ankle, knee, hip } = signals.legs[side];
  const features = new Float64Array(FEATURE_COUNT);
  for (let look = 0; look < LOOKS; look++) {
    const time = at - REACH_S + look * EVERY_S;
    const read = ({ x, y }: Point) => ({ x: sampleAt(x, start, time), y: sampleAt(y, start, time) });
    const [pelvis, h, t, a, k, p] = [midHip, heel, footIndex, ankle, knee, hip].map(read) as Places;
    const shank = Math.atan2(a.x - k.x, k.y - a.y);
    const seen = [
      ...[h.x - pelvis.x, t.x - pelvis.x, a.x - pelvis.x, h.y, t.y, a.y, pelvis.y],
      ...[Math.atan2(t.y - h.y, t.x - h.x), shank, Math.atan2(k.x - p.x, p.y - k.y) - shank],
    ];
    for (const [channel, value] of seen.entries()) features[channel * LOOKS + look] = value;
  }
  for (const [channel, name] of CHANNELS.entries()) {
    const own = features.subarray(channel * LOOKS, (channel + 1) * LOOKS);
    if (name === 'foot') unwrap(own);
    if (FROM_OWN_MEAN.has(name)) {
      const mean = own.reduce((sum, value) => sum + value, 0) / LOOKS;
      for (const [look, value] of own.entries()) own[look] = value - mean;
    }
  }
  features[FEATURE_COUNT - 1] = stride;
  return features;
}

type Place = { readonly x: number; readonly y: number };
type Places = [Place, Place, Place, Place, Place, Place];

/** A foot that points down past the vertical goes on turning: no jump by a whole turn from look to look. */
function unwrap(angles: Float64Array): void {
  for (let i = 1; i < angles.length; i++) {
    const turns = Math.round(((angles[i] ?? 0) - (angles[i - 1] ?? 0)) / (2 * Math.PI));
    angles[i] = (angles[i] ?? 0) - 2 * Math.PI * turns;
  }
}
