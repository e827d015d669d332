import { RAD_TO_DEG } from '../math/angles.ts';
import { findPeaks } from '../math/peaks.ts';
import { median, quantile } from '../math/statistics.ts';
import { SIDES, type Side } from '../pose/keypoints.ts';
import { SIGNAL_HZ, type Signals } from './signals.ts';

/**
 * Initial contact and toe-off of each leg in a side view (measurement.md 2.3, with what 2.2 found on rendered runners).
 * Contact: a fixed lead after the heel was furthest ahead of the pelvis; the forward velocity of the foot reaching 80 %
 * of the belt speed is its witness. Toe-off: the peak of knee extension; the toe's rise is its witness. Measured against
 * a force plate (joint positions, 4 legs) and on 10 rendered legs through the pose model, mean error and SD in ms:
 * reach 0..6 SD 4, rendered 1..16 SD 1-6; velocity -3..8 SD 3, rendered 10..49 SD 2-21; knee -17..8 SD 2-6, rendered
 * -11..9 SD 1-5; toe's rise 7..17 SD 2, rendered -84..21 SD 5-42 (the toe of the far foot is often not seen). The height
 * of the foot is no witness of contact: 14 to 79 ms early at 2.5 m/s.
 *
 * All windows are milliseconds of running at 700 ms a stride; `pace` stretches them to the stride at hand, so the same
 * rules find the steps of a walk or of slow motion, which is how gait is classed before times mean anything.
 */
export interface Contact {
  readonly side: Side;
  /** True seconds. */
  readonly initialContact: number;
  readonly toeOff: number | undefined;
  /** Spread of the independent estimates of each instant, seconds. */
  readonly contactSpread: number;
  readonly toeOffSpread: number | undefined;
}

const NOMINAL_STRIDE_S = 0.7;
/** Share of the belt speed at which the foot is taken to be down. */
const DOWN_SHARE = 0.8;
/** The heel is furthest ahead of the pelvis this long before contact: fitted on the force-plate data above. */
const REACH_LEAD_MS = 25;
/** The knee is straightest, and the toe visibly up, this long after toe-off. */
const EXTENSION_LAG_MS = 7;
const RISE_LAG_MS = 12;
/** Spread given to a contact that only one estimate found. */
const NO_AGREEMENT_MS = 60;
/** Rise of the toe above its stance base in leg lengths: 25 mm of a 0.86 m leg. */
const LIFTED_RISE = 0.029;

interface LegSeries {
  readonly side: Side;
  readonly heelAhead: Float64Array;
  readonly toeAhead: Float64Array;
  /** Forward velocity of the mid-foot relative to the pelvis, leg lengths / s. */
  readonly footVelocity: Float64Array;
  readonly toeHeight: Float64Array;
  readonly kneeFlexion: Float64Array;
}

/** @param stride stride time, seconds (from the autocorrelation of the feet) */
export function detectContacts(signals: Signals, stride: number): Contact[] {
  const pace = stride / NOMINAL_STRIDE_S;
  const legs = SIDES.map((side) => legSeries(signals, side));
  const peaks = legs.map((leg) => strideIndices(leg.heelAhead, stride, 1));
  const troughs = legs.map((leg) => strideIndices(leg.toeAhead, stride, -1));
  const beltSpeeds = legs.flatMap((leg, k) =>
    (peaks[k] ?? []).map((peak) => windowMedian(leg.footVelocity, peak, 60 * pace, 110 * pace)),
  );
  const belt = median(beltSpeeds.filter((speed) => speed !== undefined));
  if (belt === undefined || belt >= 0) return [];
  const contacts = legs.flatMap((leg, k) =>
    (peaks[k] ?? []).flatMap((peak) => {
      const contact = contactAt(leg, peak, troughs[k] ?? [], belt, pace, stride);
      return contact ? [shifted(contact, signals.start)] : [];
    }),
  );
  return contacts.sort((a, b) => a.initialContact - b.initialContact);
}

function legSeries(signals: Signals, side: Side): LegSeries {
  const { heel, footIndex, hip, knee, ankle } = signals.legs[side];
  const pelvis = signals.midHip;
  const heelAhead = heel.x.map((x, i) => x - (pelvis.x[i] ?? 0));
  const toeAhead = footIndex.x.map((x, i) => x - (pelvis.x[i] ?? 0));
  const middle = heelAhead.map((x, i) => (x + (toeAhead[i] ?? 0)) / 2);
  const at = (series: Float64Array, i: number) => series[i] ?? 0;
  const kneeFlexion = heelAhead.map((_, i) => {
    const thigh = Math.atan2(at(knee.x, i) - at(hip.x, i), at(hip.y, i) - at(knee.y, i));
    const shank = Math.atan2(at(ankle.x, i) - at(knee.x, i), at(knee.y, i) - at(ankle.y, i));
    return (thigh - shank) * RAD_TO_DEG;
  });
  return {
    side,
    heelAhead,
    toeAhead,
    footVelocity: middle.map(
      (_, i) =>
        ((at(middle, Math.min(i + 1, middle.length - 1)) - at(middle, Math.max(i - 1, 0))) * SIGNAL_HZ) / 2,
    ),
    toeHeight: footIndex.y,
    kneeFlexion,
  };
}

/** One extreme per stride: maxima (sign 1) or minima (sign -1) that stand out by 30 % of the range. */
function strideIndices(values: Float64Array, stride: number, sign: 1 | -1): number[] {
  const oriented = sign === 1 ? values : values.map((value) => -value);
  const range = (quantile(oriented, 0.98) ?? 0) - (quantile(oriented, 0.02) ?? 0);
  return findPeaks(oriented, 0.7 * stride * SIGNAL_HZ, 0.3 * range);
}

function windowMedian(values: Float64Array, at: number, from: number, to: number): number | undefined {
  return at + to < values.length
    ? median(values.subarray(at + Math.round(from), at + Math.round(to)))
    : undefined;
}

function contactAt(
  leg: LegSeries,
  peak: number,
  troughs: readonly number[],
  belt: number,
  pace: number,
  stride: number,
): Contact | undefined {
  const byReach = peak + REACH_LEAD_MS * pace;
  if (byReach < 0 || byReach >= leg.heelAhead.length) return undefined;
  const isDown = (velocity: number) => velocity <= DOWN_SHARE * belt;
  const byVelocity = firstIn(leg.footVelocity, peak - 30 * pace, peak + 150 * pace, isDown);
  const trough = troughs.find(
    (index) => index > peak + 120 * pace && index < peak + 0.75 * stride * SIGNAL_HZ,
  );
  const toe = trough === undefined ? undefined : toeOffAt(leg, peak, trough, pace);
  return {
    side: leg.side,
    initialContact: byReach / SIGNAL_HZ,
    toeOff: toe === undefined ? undefined : toe.at / SIGNAL_HZ,
    contactSpread: (byVelocity === undefined ? NO_AGREEMENT_MS : Math.abs(byVelocity - byReach)) / SIGNAL_HZ,
    toeOffSpread: toe === undefined ? undefined : toe.spread / SIGNAL_HZ,
  };
}

/** Peak of knee extension; the toe's rise off its stance base is its witness, and its stand-in where no peak shows. */
function toeOffAt(
  leg: LegSeries,
  peak: number,
  trough: number,
  pace: number,
): { at: number; spread: number } | undefined {
  const base = quantileIn(leg.toeHeight, peak + 50 * pace, peak + 150 * pace, 0.1);
  const isDown = (height: number) => base !== undefined && height <= base + LIFTED_RISE;
  const lifted = lastIn(leg.toeHeight, trough - 160 * pace, trough + 40 * pace, isDown);
  const byRise = lifted === undefined ? undefined : lifted - RISE_LAG_MS * pace;
  const from = Math.max(0, Math.round(trough - 180 * pace));
  const to = Math.min(leg.kneeFlexion.length, Math.round(trough - 20 * pace));
  let straightest = from;
  for (let i = from; i < to; i++) {
    if ((leg.kneeFlexion[i] ?? 0) < (leg.kneeFlexion[straightest] ?? 0)) straightest = i;
  }
  const isPeak = straightest > from && straightest < to - 1;
  const byKnee = isPeak ? straightest - EXTENSION_LAG_MS * pace : undefined;
  const at = byKnee ?? byRise;
  if (at === undefined) return undefined;
  const agree = byKnee !== undefined && byRise !== undefined;
  return { at, spread: agree ? Math.abs(byKnee - byRise) : NO_AGREEMENT_MS };
}

function quantileIn(values: Float64Array, from: number, to: number, q: number): number | undefined {
  return quantile(values.subarray(Math.max(0, Math.round(from)), Math.max(0, Math.round(to))), q);
}

function firstIn(
  values: Float64Array,
  from: number,
  to: number,
  holds: (value: number) => boolean,
): number | undefined {
  for (let i = Math.max(0, Math.round(from)); i < Math.min(values.length, to); i++)
    if (holds(values[i] ?? 0)) return i;
  return undefined;
}

function lastIn(
  values: Float64Array,
  from: number,
  to: number,
  holds: (value: number) => boolean,
): number | undefined {
  for (let i = Math.min(values.length - 1, Math.round(to)); i >= Math.max(0, from); i--)
    if (holds(values[i] ?? 0)) return i;
  return undefined;
}

const shifted = (contact: Contact, start: number): Contact => ({
  ...contact,
  initialContact: contact.initialContact + start,
  toeOff: contact.toeOff === undefined ? undefined : contact.toeOff + start,
});
