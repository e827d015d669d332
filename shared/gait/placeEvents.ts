import { median } from '../math/statistics.ts';
import { SIDES, type Side } from '../pose/keypoints.ts';
import { eventFeatures, FEATURE_COUNT } from './eventFeatures.ts';
import {
  type EventErrors,
  type EventModel,
  type EventPlacer,
  errorsAt,
  type KindOfLegs,
  likenessOf,
  ruleErrorsAt,
  secondsToEvent,
} from './eventModel.ts';
import { type Contact, isInstantSeen } from './legEvents.ts';
import type { Signals } from './signals.ts';

/** The model looks again where it said that the event is. */
const ROUNDS = 2;
/** No instant is moved farther than this from where the rule found it, seconds. */
const FARTHEST_S = 0.08;
/** So many steps tell what a leg looks like. */
const FEWEST_STEPS = 3;
/** How far the shift of single steps really differs within a leg, seconds (SD); what scatters more is noise and is drawn in. */
const SHIFT_SD_S = 0.006;
/** No step of a leg is moved farther from what its leg is moved by, seconds. */
const FARTHEST_FROM_TYPICAL_S = 0.04;
/** Estimates of one contact that lie farther apart leave it where they were weighed, seconds. */
const UNSURE_S = 0.04;
/** Rates beyond those whose errors are known by more than this are another matter. */
const FASTER = 1.1;
const MAD_TO_SD = 1.4826;

export interface PlacedContacts {
  readonly contacts: readonly Contact[];
  /** 1 SD of each leg's mean error of its instants, seconds. */
  readonly errors: Readonly<Record<Side, EventErrors>>;
  /** Whether a leg's instants are the model's; otherwise they stay as the rule found them. */
  readonly isPlaced: Readonly<Record<Side, boolean>>;
}

/**
 * Moves the contacts of a leg to where the learned model sees initial contact and toe-off: by what was learned from the kind of legs
 * that it is most like. A leg that is unlike all of them (another rate, gait, view or network) keeps what the rule found, with the
 * rule's wider error.
 * @param stride seconds
 */
export function placedContacts(
  signals: Signals,
  contacts: readonly Contact[],
  stride: number,
  captureFps: number,
  model: EventModel,
): PlacedContacts {
  // A phone's 59.94 is 60.
  const isFast = captureFps >= 0.98 * model.fewestFps;
  const legs = SIDES.map((side) => {
    const own = contacts.filter((contact) => contact.side === side);
    const placed = isFast
      ? model.kinds
          .filter((kind) => captureFps <= FASTER * (kind.errors[kind.errors.length - 1]?.fps ?? 0))
          .flatMap((kind) => placedBy(kind, signals, side, own, stride) ?? [])
          .sort((a, b) => a.unlikelihood - b.unlikelihood)[0]
      : undefined;
    const moved = own.map((contact, i): Contact => {
      // What the rule itself hardly knew is no place to look around.
      if (!placed || contact.isSupposed || contact.contactSpread > UNSURE_S) return contact;
      return {
        ...contact,
        initialContact: contact.initialContact + (placed.onsets[i] ?? 0),
        toeOff: contact.toeOff === undefined ? undefined : contact.toeOff + (placed.ends[i] ?? 0),
      };
    });
    const errors = placed ? errorsAt(placed.kind.errors, captureFps) : ruleErrorsAt(model, captureFps);
    return { side, moved, isPlaced: placed !== undefined, errors };
  });
  const bySide = <T>(of: (leg: (typeof legs)[number]) => T) =>
    Object.fromEntries(legs.map((leg) => [leg.side, of(leg)])) as Record<Side, T>;
  return {
    contacts: legs.flatMap(({ moved }) => moved).sort((a, b) => a.initialContact - b.initialContact),
    errors: bySide(({ errors }) => errors),
    isPlaced: bySide(({ isPlaced }) => isPlaced),
  };
}

/** Contacts as the rule found them, with its error. */
export function foundByRule(
  contacts: readonly Contact[],
  captureFps: number,
  model: EventModel,
): PlacedContacts {
  const errors = ruleErrorsAt(model, captureFps);
  return { contacts, errors: { L: errors, R: errors }, isPlaced: { L: false, R: false } };
}

/** The larger errors of several stretches of a clip. */
export function errorsOfBoth(
  stretches: readonly Readonly<Record<Side, EventErrors>>[],
): Readonly<Record<Side, EventErrors>> {
  const of = (side: Side): EventErrors => ({
    initialContact: Math.max(...stretches.map((errors) => errors[side].initialContact)),
    toeOff: Math.max(...stretches.map((errors) => errors[side].toeOff)),
  });
  return { L: of('L'), R: of('R') };
}

interface Placed {
  readonly kind: KindOfLegs;
  /** Seconds to move each contact's instants by. */
  readonly onsets: readonly number[];
  readonly ends: readonly number[];
  /** Smaller for the likelier kind. */
  readonly unlikelihood: number;
}

/** A leg as one kind of legs places it; undefined where the leg is none of that kind. */
function placedBy(
  kind: KindOfLegs,
  signals: Signals,
  side: Side,
  own: readonly Contact[],
  stride: number,
): Placed | undefined {
  const [onsets, ends] = (['initialContact', 'toeOff'] as const).map((event) => {
    const instants = own.map((contact) => (isInstantSeen(contact, event) ? contact[event] : undefined));
    return shiftsOf(kind[event], signals, side, instants, stride);
  });
  if (!onsets || !ends) return undefined;
  return {
    ...{ kind, onsets: onsets.shifts, ends: ends.shifts },
    unlikelihood: onsets.unlikelihood + ends.unlikelihood,
  };
}

/**
 * Seconds to move each instant by; undefined where the leg is none that the model knows. An instant that cannot be looked at (at an
 * end of the signals, or supposed only) moves like the others of its leg.
 */
function shiftsOf(
  placer: EventPlacer,
  signals: Signals,
  side: Side,
  instants: readonly (number | undefined)[],
  stride: number,
): { readonly shifts: number[]; readonly unlikelihood: number } | undefined {
  const features = (at: number) => eventFeatures(signals, side, at, stride);
  const sum = new Float64Array(FEATURE_COUNT);
  let seen = 0;
  const found = instants.map((instant) => {
    if (instant === undefined) return undefined;
    let shift = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const around = features(instant + shift);
      if (!around) return undefined;
      shift = within(shift + secondsToEvent(placer, around), FARTHEST_S);
    }
    const there = features(instant + shift);
    if (!there) return undefined;
    for (const [i, value] of there.entries()) sum[i] = (sum[i] ?? 0) + value;
    seen++;
    return shift;
  });
  const known = found.filter((shift) => shift !== undefined);
  const typical = median(known);
  if (typical === undefined || seen < FEWEST_STEPS) return undefined;
  const { strangeness, unlikelihood } = likenessOf(
    placer,
    sum.map((value) => value / seen),
  );
  if (strangeness > placer.limit) return undefined;
  const scatter = MAD_TO_SD * (median(known.map((shift) => Math.abs(shift - typical))) ?? 0);
  const trust = scatter <= SHIFT_SD_S ? 1 : (SHIFT_SD_S / scatter) ** 2;
  const shifts = found.map((shift) =>
    shift === undefined ? typical : typical + trust * within(shift - typical, FARTHEST_FROM_TYPICAL_S),
  );
  return { shifts, unlikelihood };
}

const within = (value: number, limit: number): number => Math.min(limit, Math.max(-limit, value));
