import { median } from '../math/statistics.ts';
import { SIDES, type Side } from '../pose/keypoints.ts';
import { closeFoot, FLAT_SHARE } from './closeFoot.ts';
import type { PreparedClip } from './preparedClip.ts';
import { flatFootReference, type SoleTilt, soleTilt } from './reference.ts';
import { sideReader } from './segmentAngles.ts';
import type { Signals } from './signals.ts';
import type { SideReference } from './standing.ts';
import type { Step } from './steps.ts';

export interface StepsOfRun {
  readonly signals: Signals;
  readonly steps: readonly Step[];
}

/** How the foot of one side is read at contact. */
export interface FootReading {
  /** Foot angle at initial contact against the foot flat on the ground, degrees; undefined where it is not seen. */
  strikeAngle(step: Step, signals: Signals): number | undefined;
  /** What the foot is read against through the track itself. */
  readonly reference: SideReference | undefined;
  readonly soleTilt: SoleTilt;
  /** Whether the foot is read from the close look. */
  readonly isClose: boolean;
}

/** The close look is used where it saw this share of the steps: two ways of reading are never mixed. */
const ENOUGH_SEEN = 0.7;
const FEWEST_FLAT = 3;
/**
 * The network sees a shoe flat on the ground under a bent knee this much lower at the toe than the same shoe at contact,
 * degrees: mean of twelve feet of synthetic tuning runners, SD 2.8. A standing picture has no such offset but SD 4.6, now and
 * then 10: the mean of both is taken where they agree, the flat foot alone where they do not.
 */
const FLAT_READS_LOW_DEG = 4.5;
const STANDING_AGREES_DEG = 8;
/** A standing foot that is far from the foot on the ground is another foot, another camera or nobody's. */
const REFERENCES_APART_DEG = 20;

/** Reads each foot from the close look where there is one, otherwise from the track. */
export function footReadings(
  prepared: PreparedClip,
  runs: readonly StepsOfRun[],
  standing: Readonly<Record<Side, SideReference>> | undefined,
  forward: 1 | -1,
): Record<Side, FootReading> {
  const longest = [...runs].sort((a, b) => b.steps.length - a.steps.length)[0];
  const flat = longest ? flatFootReference(longest.signals, longest.steps) : {};
  const of = (side: Side): FootReading => {
    const reference = soundReference(standing?.[side], flat[side]);
    const flatFoot = flat[side]?.foot;
    const track = flatFoot === undefined ? undefined : soleTilt(flatFoot, standing?.[side]?.foot);
    const close = closeAngles(prepared, runs, side, standing?.[side]?.closeFoot, forward);
    if (close)
      return {
        ...{ strikeAngle: (step) => close.angles.get(step), reference },
        soleTilt: { track, strike: close.soleTilt },
        isClose: true,
      };
    return {
      strikeAngle: ({ initialContact }, signals) =>
        reference && sideReader(signals, side).foot(initialContact) - reference.foot,
      reference,
      soleTilt: { track, strike: track },
      isClose: false,
    };
  };
  return Object.fromEntries(SIDES.map((side) => [side, of(side)])) as Record<Side, FootReading>;
}

function closeAngles(
  prepared: PreparedClip,
  runs: readonly StepsOfRun[],
  side: Side,
  standing: number | undefined,
  forward: 1 | -1,
): { angles: ReadonlyMap<Step, number>; soleTilt: number } | undefined {
  const contacts = new Map<Step, number>();
  const flats: number[] = [];
  let usable = 0;
  for (const { signals, steps } of runs) {
    const foot = closeFoot(prepared, signals, side, forward);
    if (!foot) return undefined;
    for (const step of steps) {
      if (step.side !== side || step.problem) continue;
      usable++;
      const angle = foot.around(step.initialContact);
      if (angle !== undefined) contacts.set(step, angle);
      if (step.toeOff === undefined) continue;
      const sole = foot.at(step.initialContact + FLAT_SHARE * (step.toeOff - step.initialContact));
      if (sole !== undefined) flats.push(sole);
    }
  }
  const flat = flats.length < FEWEST_FLAT ? undefined : median(flats);
  if (flat === undefined || contacts.size < ENOUGH_SEEN * usable) return undefined;
  const level = flat + FLAT_READS_LOW_DEG;
  const isAgreed = standing !== undefined && Math.abs(standing - level) <= STANDING_AGREES_DEG;
  const reference = isAgreed ? (standing + level) / 2 : level;
  return {
    angles: new Map([...contacts].map(([step, angle]) => [step, angle - reference])),
    soleTilt: soleTilt(flat, standing),
  };
}

function soundReference(
  standing: SideReference | undefined,
  flat: SideReference | undefined,
): SideReference | undefined {
  if (standing === undefined || flat === undefined) return standing ?? flat;
  return Math.abs(standing.foot - flat.foot) > REFERENCES_APART_DEG ? flat : standing;
}
