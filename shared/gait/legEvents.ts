import { findPeaks } from '../math/peaks.ts';
import { median, quantile, standardDeviation } from '../math/statistics.ts';
import { SIDES, type Side } from '../pose/keypoints.ts';
import { type BeatStep, beatGuesses, steadierLeg, withBeat } from './alternation.ts';
import { type LegSeries, legSeries } from './legSeries.ts';
import { SIGNAL_HZ, type Signals } from './signals.ts';
import { alignedSteps } from './strideTemplate.ts';

/**
 * Initial contact and toe-off of each leg in a side view (METHOD.md 2.3).
 * Contact: a fixed lead after the heel was furthest ahead of the pelvis; the forward velocity of the foot reaching 80 %
 * of the belt speed is its witness. Toe-off: the peak of knee extension, or the toe's rise where that is steady and
 * near. Both instants are taken from the whole leg by the template of the runner's own stride (`strideTemplate.ts`):
 * single extremes follow the keypoints' errors.
 *
 * Leads fitted on two runners on a force plate (joint positions: heel furthest ahead 23 to 30 ms before contact, knee
 * straightest 11 ms before to 16 ms after toe-off) and six synthetic ones through the pose model (28 to 38 ms, 5 to
 * 22 ms after). What was left out: the height of the foot (14 to 79 ms early at 2.5 m/s), the toe's rise as the only rule
 * (within 9 ms on a force plate, but up to 100 ms early on keypoints of synthetic shoes, and a camera turned by 8 degrees
 * makes a planted toe rise or sink by 20 mm), the pelvis' fall (-6 to +45 ms).
 *
 * All windows are milliseconds of running at 700 ms a stride; `pace` stretches them to the stride at hand, so the same
 * rules find the steps of a walk or of slow motion, which is how gait is classed before times mean anything.
 */
export interface Contact {
  readonly side: Side;
  /** True seconds. */
  readonly initialContact: number;
  readonly toeOff: number | undefined;
  /** How far the estimate lies from its nearest independent witness, seconds. */
  readonly contactSpread: number;
  readonly toeOffSpread: number | undefined;
  /**
   * Instants that the leg itself does not show: where they would be by the beat of the other leg, or by its own other steps. The
   * coach is shown them; nothing is counted or read at them.
   */
  readonly isSupposed: boolean;
  readonly isToeOffSupposed: boolean;
}

/** Estimates of one instant this far apart tell no more than a guess does, seconds. */
const NO_USE_S = 0.1;
/** Whether anything is counted from a contact, or read at it. */
export const isContactSeen = ({ isSupposed, contactSpread }: Contact): boolean =>
  !isSupposed && contactSpread < NO_USE_S;
/** The same of its toe-off, where it has one. */
export const isToeOffSeen = ({ isToeOffSupposed, toeOffSpread = 0 }: Contact): boolean =>
  !isToeOffSupposed && toeOffSpread < NO_USE_S;

/** The same of either instant. */
export const isInstantSeen = (contact: Contact, event: 'initialContact' | 'toeOff'): boolean =>
  isContactSeen(contact) && (event === 'initialContact' || isToeOffSeen(contact));

const NOMINAL_STRIDE_S = 0.7;
/** Share of the belt speed at which the foot is taken to be down. */
const DOWN_SHARE = 0.8;
/** The heel is furthest ahead of the pelvis this long before contact. */
const REACH_LEAD_MS = 29;
/** The knee is straightest, and the toe visibly up, this long after toe-off. */
const EXTENSION_LAG_MS = 11;
const RISE_LAG_MS = 12;
/** Spread given to an instant that only one estimate found. */
const NO_AGREEMENT_MS = 60;
/**
 * The toe's rise is a witness from so much earlier to so much later than the knee's extension, ms. One that rises earlier still
 * is none: keypoints of synthetic tuning runners rise up to 100 ms early, with the heel or with a camera that is turned,
 * and never much later.
 */
const RISE_EARLIER_MS = 8;
const RISE_LATER_MS = 25;
/**
 * How much the toe's rise counts by how little it varies from step to step (median absolute deviation, ms): on joints it
 * varies by 1 to 2 and is within 9 ms of the force plate, where the knee's extension is up to 23 off; on keypoints it
 * seldom varies by so little.
 */
const RISE_WEIGHTS = [
  { scatterMs: 2.5, weight: 1 },
  { scatterMs: 6, weight: 0.5 },
] as const;
/** Rise of the toe above its stance base in leg lengths: 25 mm of a 0.86 m leg. */
const LIFTED_RISE = 0.029;

/** So many toe-offs of a leg tell where one is that does not show, and how they lie to the toe's rise. */
const FEWEST_TOE_OFFS = 4;

/**
 * The ankle is furthest behind the pelvis so long after toe-off, ms: 84 to 102 in the legs of two runners on a force plate, 66
 * to 96 in those of six synthetic tuning runners. Nearer and farther toe-offs than these are moved to the end of the range.
 */
const BEHIND_LAG_MS = [60, 105] as const;
/** Middle of those legs: the witness of each toe-off, beside the toe's rise; one of the two has to agree. */
const BEHIND_LAG_USUAL_MS = 84;
/** No leg stays on the ground so unevenly from step to step, ms (standard deviation): its toe-offs are misread. */
const UNEVEN_MS = 25;
/** Nor does one leg stay down so much longer than the other (ratio of the medians). */
const UNLIKE_SHARE = 1.2;

/** Parts of the stride whose shape finds each contact and each toe-off among its kind, ms of running around it. */
const CONTACT_SHAPE = [-120, 80] as const;
const TOE_OFF_SHAPE = [-100, 80] as const;

/** The gait is judged, timed and measured by the same contacts: they are looked for once. */
const found = new WeakMap<Signals, Map<number, readonly Contact[]>>();

/** @param stride stride time, seconds (from the autocorrelation of the feet) */
export function detectContacts(signals: Signals, stride: number): readonly Contact[] {
  const known = found.get(signals) ?? new Map<number, readonly Contact[]>();
  found.set(signals, known);
  const contacts = known.get(stride) ?? allContacts(signals, stride);
  known.set(stride, contacts);
  return contacts;
}

function allContacts(signals: Signals, stride: number): Contact[] {
  const pace = stride / NOMINAL_STRIDE_S;
  const legs = SIDES.map((side) => legSeries(signals, side));
  const peaks = legs.map((leg) => strideIndices(leg.heelAhead, stride, 1));
  const beltSpeeds = legs.flatMap((leg, k) =>
    (peaks[k] ?? []).map((peak) => windowMedian(leg.footVelocity, peak, 60 * pace, 110 * pace)),
  );
  const belt = median(beltSpeeds.filter((speed) => speed !== undefined));
  if (belt === undefined || belt >= 0) return [];
  const reaches = reachesOf(legs, peaks, pace, stride);
  const contacts = legs.map((leg, k) => legContacts(leg, reaches[k] ?? [], belt, pace, stride));
  return (areLegsUnlike(contacts) ? contacts.flat().map(withoutToeOff) : contacts.flat())
    .map((contact) => shifted(contact, signals.start))
    .sort((a, b) => a.initialContact - b.initialContact);
}

/** Whether one leg seems to stay on the ground so much longer than the other that its toe-offs, or the other's, are misread. */
function areLegsUnlike(legs: readonly (readonly Contact[])[]): boolean {
  const stances = legs.map((contacts) =>
    median(
      contacts.flatMap((contact) =>
        contact.toeOff === undefined || !isToeOffSeen(contact)
          ? []
          : [contact.toeOff - contact.initialContact],
      ),
    ),
  );
  const [one, other] = stances;
  if (one === undefined || other === undefined) return false;
  return Math.max(one, other) > UNLIKE_SHARE * Math.min(one, other);
}

/** The event stays for the coach to look at; nothing is read at it. */
const withoutToeOff = (contact: Contact): Contact =>
  contact.toeOff === undefined ? contact : { ...contact, isToeOffSupposed: true };

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

/** Steps of a leg by the template of their own shape. */
const alignedBy = (
  leg: LegSeries,
  guesses: readonly number[],
  [from, to]: readonly [number, number],
  pace: number,
  stride: number,
): number[] =>
  alignedSteps(leg.shape, guesses, {
    from: from * pace,
    to: to * pace,
    grain: pace,
    stride: stride * SIGNAL_HZ,
  });

/** Where the heel of each leg is furthest ahead, once a stride; a leg off the beat is looked at again on it. */
function reachesOf(
  legs: readonly LegSeries[],
  peaks: readonly (readonly number[])[],
  pace: number,
  stride: number,
): BeatStep[][] {
  const samples = stride * SIGNAL_HZ;
  const found = legs.map((leg, k) =>
    alignedBy(leg, peaks[k] ?? [], CONTACT_SHAPE, pace, stride).map((at) => ({ at, isByBeat: false })),
  );
  const instants = (k: number): number[] => (found[k] ?? []).map(({ at }) => at);
  const leader = steadierLeg([instants(0), instants(1)]);
  // First the unsteady leg by the steady one, then that by it.
  for (const k of [1 - leader, leader]) {
    const leg = legs[k];
    const again = beatGuesses(instants(k), instants(1 - k), samples);
    if (leg && again)
      found[k] = withBeat(alignedBy(leg, again.guesses, CONTACT_SHAPE, pace, stride), again, samples);
  }
  return found;
}

/** Contacts of one leg, in samples / 1000 from the start of its signals. */
function legContacts(
  leg: LegSeries,
  reaches: readonly BeatStep[],
  belt: number,
  pace: number,
  stride: number,
): Contact[] {
  const strideSamples = stride * SIGNAL_HZ;
  const guesses = toeOffGuesses(leg, reaches, pace, stride);
  const lifts = alignedBy(
    leg,
    guesses.flatMap((guess) => guess?.at ?? []),
    TOE_OFF_SHAPE,
    pace,
    stride,
  );
  const steps = reaches
    .map((reach, i) => ({
      ...{ ...reach, contact: reach.at + REACH_LEAD_MS * pace },
      isLiftUsual: guesses[i]?.isUsual === true,
    }))
    .filter(({ contact }) => contact >= 0 && contact < leg.heelAhead.length)
    .map((step) => {
      const { contact } = step;
      const lift = lifts.find((at) => at > contact + 40 * pace && at < contact + 0.8 * strideSamples);
      return { ...step, lift, rise: lift === undefined ? undefined : toeRise(leg, contact, lift, pace) };
    });
  const behind = strideIndices(leg.ankleAhead, stride, -1);
  const later = laterByRise(steps, pace) + intoRange(steps, behind, pace);
  const stances = steps.flatMap(({ contact, lift, isByBeat, isLiftUsual }) =>
    lift === undefined || isByBeat || isLiftUsual ? [] : [lift - contact],
  );
  const isUneven = (standardDeviation(stances) ?? 0) > UNEVEN_MS * pace;
  const isDown = (velocity: number) => velocity <= DOWN_SHARE * belt;
  return steps.map(({ at, isByBeat, isLiftUsual, contact, lift, rise }) => {
    const byVelocity = firstIn(leg.footVelocity, at - 30 * pace, at + 150 * pace, isDown);
    const toeOff = lift === undefined ? undefined : lift + later;
    const byAnkle = lift === undefined ? undefined : behind.find((index) => index > lift);
    return {
      side: leg.side,
      initialContact: contact / SIGNAL_HZ,
      toeOff: toeOff === undefined ? undefined : toeOff / SIGNAL_HZ,
      contactSpread: apart(contact, byVelocity),
      toeOffSpread:
        toeOff === undefined
          ? undefined
          : Math.min(
              apart(toeOff, rise),
              apart(toeOff, byAnkle === undefined ? undefined : byAnkle - BEHIND_LAG_USUAL_MS * pace),
            ),
      isSupposed: isByBeat,
      isToeOffSupposed: toeOff !== undefined && (isLiftUsual || isUneven),
    };
  });
}

/** How much later than at the knee's extension a leg's toe-offs are by the toe's rise, samples; 0 where it is no witness. */
function laterByRise(
  steps: readonly { readonly lift: number | undefined; readonly rise: number | undefined }[],
  pace: number,
): number {
  const later = steps.flatMap(({ lift, rise }) =>
    lift === undefined || rise === undefined ? [] : [rise - lift],
  );
  if (later.length < Math.max(FEWEST_TOE_OFFS, steps.length / 2)) return 0;
  const typical = median(later) ?? 0;
  const scatter = median(later.map((one) => Math.abs(one - typical))) ?? 0;
  if (typical < -RISE_EARLIER_MS * pace || typical > RISE_LATER_MS * pace) return 0;
  return typical * (RISE_WEIGHTS.find(({ scatterMs }) => scatter <= scatterMs * pace)?.weight ?? 0);
}

/** How far a leg's toe-offs are from where its ankle, furthest behind, lets them be; samples, 0 inside the range. */
function intoRange(
  steps: readonly { readonly lift: number | undefined }[],
  behind: readonly number[],
  pace: number,
): number {
  const lags = steps.flatMap(({ lift }) => {
    const at = lift === undefined ? undefined : behind.find((one) => one > lift);
    return lift === undefined || at === undefined ? [] : [at - lift];
  });
  if (lags.length < FEWEST_TOE_OFFS) return 0;
  const lag = median(lags) ?? 0;
  const [nearest, farthest] = BEHIND_LAG_MS;
  return lag - Math.min(farthest * pace, Math.max(nearest * pace, lag));
}

const apart = (one: number, other: number | undefined): number =>
  (other === undefined ? NO_AGREEMENT_MS : Math.abs(other - one)) / SIGNAL_HZ;

interface LiftGuess {
  readonly at: number;
  /** The step shows no toe-off of its own: this is where the leg's others have theirs. */
  readonly isUsual: boolean;
}

/** Where the toe of each step goes off, before the template of the leg says more exactly; undefined where the leg shows none. */
function toeOffGuesses(
  leg: LegSeries,
  reaches: readonly BeatStep[],
  pace: number,
  stride: number,
): (LiftGuess | undefined)[] {
  const troughs = strideIndices(leg.toeAhead, stride, -1);
  const own = reaches.map(({ at: reach }) => {
    const trough = troughs.find((at) => at > reach + 120 * pace && at < reach + 0.75 * stride * SIGNAL_HZ);
    return trough === undefined ? undefined : toeOffGuess(leg, trough, pace);
  });
  const after = own.flatMap((guess, i) => (guess === undefined ? [] : [guess - (reaches[i]?.at ?? guess)]));
  const usual = after.length < FEWEST_TOE_OFFS ? undefined : median(after);
  return own.map((guess, i) => {
    if (guess !== undefined) return { at: guess, isUsual: false };
    const at = (reaches[i]?.at ?? 0) + (usual ?? Number.NaN);
    return at < leg.toeAhead.length ? { at, isUsual: true } : undefined;
  });
}

/** Toe-off from the peak of knee extension before the toe is furthest behind; undefined where it shows no peak. */
function toeOffGuess(leg: LegSeries, trough: number, pace: number): number | undefined {
  const from = Math.max(0, Math.round(trough - 180 * pace));
  const to = Math.min(leg.kneeFlexion.length, Math.round(trough - 20 * pace));
  let straightest = from;
  for (let i = from; i < to; i++) {
    if ((leg.kneeFlexion[i] ?? 0) < (leg.kneeFlexion[straightest] ?? 0)) straightest = i;
  }
  const isPeak = straightest > from && straightest < to - 1;
  return isPeak ? straightest - EXTENSION_LAG_MS * pace : undefined;
}

/** Toe-off from the toe's rise off its stance base. */
function toeRise(leg: LegSeries, contact: number, toeOff: number, pace: number): number | undefined {
  const base = quantileIn(leg.toeHeight, contact + 25 * pace, contact + 125 * pace, 0.1);
  const isDown = (height: number) => base !== undefined && height <= base + LIFTED_RISE;
  const lifted = lastIn(leg.toeHeight, toeOff - 80 * pace, toeOff + 120 * pace, isDown);
  return lifted === undefined ? undefined : lifted - RISE_LAG_MS * pace;
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
