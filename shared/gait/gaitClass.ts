import type { GaitClass } from '../domain/analysis.ts';
import { periodByAutocorrelation } from '../math/spectrum.ts';
import { correlation, mean, median, quantile } from '../math/statistics.ts';
import { SIDES } from '../pose/keypoints.ts';
import { type Contact, detectContacts } from './legEvents.ts';
import { readingsOver, sampleAt, sideReader } from './segmentAngles.ts';
import { SIGNAL_HZ, type Signals } from './signals.ts';

export interface GaitJudgement {
  readonly gait: GaitClass;
  /** Stride time on the clip's clock, seconds. */
  readonly stride: number;
  /** Median contact time / stride time; independent of slow motion. */
  readonly dutyFactor: number | undefined;
}

/** Walking: a foot is down more than this share of the stride. */
const WALK_DUTY = 0.55;
const RUN_DUTY = 0.5;
/**
 * Flights shorter than this share of the stride may be none at all: on a synthetic runner without flight the knee is straightest
 * 65 ms before toe-off, which reads as a flight of 7 %. Runners with a flight of 10 % of the stride read 11.
 */
const SURE_FLIGHT = 0.09;
/**
 * Walking: the trunk is lowest at mid-stance in fewer stances than this share, where the swinging knee says the same than the second:
 * 0 to 0.43 of walks, 0.86 and more of runs, 0.48 of one whose far leg is hidden.
 */
const WALK_DIPS = 0.35;
const WALK_DIPS_BENT_LITTLE = 0.6;
/** Walking: the knee of the swinging leg bends about 60 degrees; running, 80 to 120. */
const WALK_SWING_KNEE_DEG = 78;

const NOTHING = { period: Number.NaN, strength: 0 };
/** Strides of the two legs further apart than this share are not the same stride. */
const LEGS_APART = 0.05;

/** Stride time from how far the heels reach ahead of the pelvis, taken over both legs; undefined if nothing repeats. */
export function strideTime(signals: Signals, shortest: number, longest: number): number | undefined {
  // Every fifth millisecond is plenty for a period and 25 times faster.
  const thinned = 5;
  const found = SIDES.flatMap((side) => {
    const reach = signals.legs[side].heel.x
      .map((x, i) => x - (signals.midHip.x[i] ?? 0))
      .filter((_, i) => i % thinned === 0);
    return periodByAutocorrelation(reach, SIGNAL_HZ / thinned, shortest, longest) ?? [];
  }).filter(({ strength }) => strength > 0.3);
  const strongest = found.reduce((best, one) => (one.strength > best.strength ? one : best), NOTHING);
  // The weaker leg counts where it says the same.
  const agreeing = found.filter(({ period }) => Math.abs(period / strongest.period - 1) < LEGS_APART);
  return mean(agreeing.map(({ period }) => period));
}

/**
 * Running or walking (METHOD.md 4.2), from what slow motion does not change: duty factor, whether the trunk is
 * lowest (run) or highest (walk) at mid-stance, and how far the swinging knee bends. Two of the three make a walk: each
 * alone fails on somebody. In a walk the knee is not straightest at toe-off, so the contact can read too short; a long
 * overstride lifts the pelvis over the foot; a shuffling runner hardly bends the knee.
 */
export function judgeGait(signals: Signals, stride: number): GaitJudgement {
  const contacts = detectContacts(signals, stride);
  const stances = contacts.flatMap(({ initialContact, toeOff }) =>
    toeOff === undefined ? [] : [toeOff - initialContact],
  );
  const duty = median(stances);
  if (duty === undefined || stances.length < 3) return { gait: 'unknown', stride, dutyFactor: undefined };
  const dutyFactor = duty / stride;
  const flights = flightTimes(contacts);
  const withFlight = flights.filter((flight) => flight > 0).length / Math.max(1, flights.length);
  const dips = dipsAtMidStance(signals, contacts);
  const isBentLittle = swingKnee(signals, stride) < WALK_SWING_KNEE_DEG;
  const witnesses = [
    dutyFactor > WALK_DUTY,
    dips < (isBentLittle ? WALK_DIPS_BENT_LITTLE : WALK_DIPS),
    isBentLittle,
  ];
  if (witnesses.filter(Boolean).length >= 2) return { gait: 'walk', stride, dutyFactor };
  const isSure = (median(flights) ?? 0) >= SURE_FLIGHT * stride;
  const isRun = dutyFactor < RUN_DUTY && (withFlight > 0.8 || dips > 0.65);
  if (isRun && isSure) return { gait: 'run', stride, dutyFactor };
  return { gait: 'grounded_run', stride, dutyFactor };
}

/** From front or behind: a walk lifts the pelvis by less than this, leg lengths, and not while the feet are apart in height. */
const WALK_RISE = 0.06;
const WALK_WITH_FEET = -0.3;

/**
 * Whether somebody seen from the front or from behind walks: the pelvis hardly rises, and is not lowest in mid-stance, when the
 * swinging foot is highest above the standing one. Drawn walks: rise 0.02, correlation -0.1 to 0.6; runs: from 0.07, -0.5 to -0.9.
 * @param stride stride time, seconds
 */
export function isFrontalWalk(signals: Signals, stride: number): boolean {
  const { legs, midHip, length } = signals;
  const thinned = 5;
  const half = Math.round((stride / 2) * SIGNAL_HZ);
  const heights: number[] = [];
  const feet: number[] = [];
  for (let i = half; i < length - half; i += thinned) {
    const around = mean(midHip.y.subarray(i - half, i + half)) ?? 0;
    heights.push((midHip.y[i] ?? 0) - around);
    feet.push(Math.abs((legs.L.ankle.y[i] ?? 0) - (legs.R.ankle.y[i] ?? 0)));
  }
  const rise = (quantile(heights, 0.95) ?? 0) - (quantile(heights, 0.05) ?? 0);
  return heights.length > 0 && rise < WALK_RISE && correlation(heights, feet) > WALK_WITH_FEET;
}

/** Time from each toe-off to the next contact of the other foot; negative where both feet are down. */
export function flightTimes(contacts: readonly Contact[]): number[] {
  return contacts.flatMap((contact, i) => {
    const next = contacts[i + 1];
    return next && next.side !== contact.side && contact.toeOff !== undefined
      ? [next.initialContact - contact.toeOff]
      : [];
  });
}

/** Share of stances in which the trunk (mid-hip and mid-shoulder) is lower in the middle than at both ends. */
function dipsAtMidStance({ midHip, midShoulder, start }: Signals, contacts: readonly Contact[]): number {
  const height = (time: number) => sampleAt(midHip.y, start, time) + sampleAt(midShoulder.y, start, time);
  const judged = contacts.flatMap(({ initialContact, toeOff }) => {
    if (toeOff === undefined) return [];
    const ends = (height(initialContact) + height(toeOff)) / 2;
    return [height((initialContact + toeOff) / 2) < ends];
  });
  return judged.filter(Boolean).length / Math.max(1, judged.length);
}

/** Peak knee flexion of a stride, degrees, median over strides; of the leg that shows more: the far one is often cut short. */
function swingKnee(signals: Signals, stride: number): number {
  const { start, length } = signals;
  const count = Math.floor(length / SIGNAL_HZ / stride);
  const peaks = SIDES.map((side) => {
    const { knee } = sideReader(signals, side);
    const perStride = Array.from({ length: count }, (_, i) =>
      Math.max(...readingsOver(knee, start + i * stride, start + (i + 1) * stride)),
    );
    return median(perStride) ?? Number.NEGATIVE_INFINITY;
  });
  return Math.max(...peaks);
}
