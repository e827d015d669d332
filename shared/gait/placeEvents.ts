import { median } from '../math/statistics.ts';
import { SIDES, type Side } from '../pose/keypoints.ts';
import { eventFeatures, FEATURE_COUNT } from './eventFeatures.ts';
import {
  type EventErrors,
  type EventModel,
  type EventPlacer,
  errorsAt,
  secondsToEvent,
  strangeness,
} from './eventModel.ts';
import { BY_BEAT_SPREAD_S, type Contact } from './legEvents.ts';
import type { Signals } from './signals.ts';

/** The model looks again where it said that the event is. */
const ROUNDS = 2;
/** No instant is moved farther than this from where the rule found it, seconds. */
const FARTHEST_S = 0.08;
/** So many steps tell what a leg looks like. */
const FEWEST_STEPS = 3;
/** How far the shift of single steps really differs within a leg, seconds (SD); what scatters more is noise and is drawn in. */
const SHIFT_SD_S = 0.006;
const MAD_TO_SD = 1.4826;

export interface PlacedContacts {
  readonly contacts: readonly Contact[];
  /** 1 SD of each leg's mean error of its instants, seconds. */
  readonly errors: Readonly<Record<Side, EventErrors>>;
  /** Whether a leg's instants are the model's; otherwise they stay as the rule found them. */
  readonly isPlaced: Readonly<Record<Side, boolean>>;
}

/**
 * Moves the contacts of a leg to where the learned model sees initial contact and toe-off. A leg that is unlike all of the training
 * (another rate, gait, view or kind of keypoints) keeps what the rule found, with the rule's wider error.
 * @param stride seconds
 */
export function placedContacts(
  signals: Signals,
  contacts: readonly Contact[],
  stride: number,
  captureFps: number,
  model: EventModel,
): PlacedContacts {
  const placers = [model.initialContact, model.toeOff] as const;
  const legs = SIDES.map((side) => {
    const own = contacts.filter((contact) => contact.side === side);
    // A phone's 59.94 is 60.
    const isFast = captureFps >= 0.98 * model.fewestFps;
    const shifts = placers.map((placer, k) => {
      const instants = own.map(({ initialContact, toeOff, contactSpread, toeOffSpread = 0 }) =>
        Math.max(contactSpread, k === 1 ? toeOffSpread : 0) >= BY_BEAT_SPREAD_S
          ? undefined
          : k === 0
            ? initialContact
            : toeOff,
      );
      return isFast ? shiftsOf(placer, signals, side, instants, stride) : undefined;
    });
    const [onsets, ends] = shifts;
    const isPlaced = onsets !== undefined && ends !== undefined;
    const moved = own.map((contact, i): Contact => {
      if (!isPlaced) return contact;
      return {
        ...contact,
        initialContact: contact.initialContact + (onsets[i] ?? 0),
        toeOff: contact.toeOff === undefined ? undefined : contact.toeOff + (ends[i] ?? 0),
      };
    });
    return { side, moved, isPlaced, errors: errorsAt(model, captureFps, isPlaced ? 'placed' : 'rule') };
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
  const errors = errorsAt(model, captureFps, 'rule');
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
): number[] | undefined {
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
  if (
    strangeness(
      placer,
      sum.map((value) => value / seen),
    ) > placer.limit
  )
    return undefined;
  const scatter = MAD_TO_SD * (median(known.map((shift) => Math.abs(shift - typical))) ?? 0);
  const trust = scatter <= SHIFT_SD_S ? 1 : (SHIFT_SD_S / scatter) ** 2;
  return found.map((shift) =>
    shift === undefined ? typical : typical + trust * within(shift - typical, 3 * Math.max(scatter, 0.001)),
  );
}

const within = (value: number, limit: number): number => Math.min(limit, Math.max(-limit, value));
