import type { AnalysisSession, GaitClass, GaitEvent } from '../domain/analysis.ts';
import { CodedError } from '../domain/errors.ts';
import { median } from '../math/statistics.ts';
import type { Side } from '../pose/keypoints.ts';
import type { MeasuredStep } from './clipResult.ts';
import { contactsSeenElsewhere } from './closeWitness.ts';
import type { EditedContacts } from './eventEdits.ts';
import type { EventErrors, EventModel } from './eventModel.ts';
import { EVENT_MODEL } from './eventWeights.ts';
import { footReadings } from './footStrike.ts';
import { isFrontalWalk, judgeGait, strideTime } from './gaitClass.ts';
import { FEWEST_STEPS, tooFewSteps } from './inView.ts';
import { type Contact, detectContacts } from './legEvents.ts';
import type { FrontalContext } from './metrics/frontalStep.ts';
import { onceFor } from './onceFor.ts';
import { errorsOfBoth, foundByRule, placedContacts } from './placeEvents.ts';
import type { PreparedClip } from './preparedClip.ts';
import { eventCutoffHz, positionCutoffHz } from './rates.ts';
import type { PictureFrame, ReadingBasis } from './readingBasis.ts';
import { detectRearSteps, rearStrideTime } from './rearEvents.ts';
import { frontalStepValues } from './rearMetrics.ts';
import type { SoleTilt } from './reference.ts';
import { sideReader } from './segmentAngles.ts';
import { eventSlopes, sideStepValues } from './sideMetrics.ts';
import { buildSignals, SIGNAL_HZ, type Signals, unbrokenRuns } from './signals.ts';
import type { StandingReference } from './standing.ts';
import { stepsFromContacts, withoutDoubles } from './steps.ts';

export interface PlaneReading {
  readonly gait: GaitClass;
  readonly stride: number;
  readonly signals: readonly Signals[];
  /** Contacts as found, and as they stand after the coach's edits. */
  readonly automatic: readonly Contact[];
  readonly contacts: readonly Contact[];
  /** The automatic events that are told, with their ids. */
  readonly events: readonly GaitEvent[];
  /** Contacts whose stride a coach took out of the numbers. */
  readonly excluded: ReadonlySet<Contact>;
  /** Of each edit of the clip's events and strides, in order: whether it found its event. */
  readonly isAttached: readonly boolean[];
  readonly steps: readonly MeasuredStep[];
  /** Whether each foot is read from the close look. */
  readonly isClose: Readonly<Record<Side, boolean>>;
  readonly soleTilt: Readonly<Record<Side, SoleTilt>>;
  /** Automatic contacts, true seconds, of which the close look sees the foot elsewhere. */
  readonly seenElsewhere: Readonly<Record<Side, readonly number[]>>;
  /** 1 SD of the mean error of each leg's instants; absent where contacts are rough by design. */
  readonly eventErrors?: Readonly<Record<Side, EventErrors>>;
  /** What the values of the steps were read from. */
  readonly basis: ReadingBasis;
}

export interface PlaneContext {
  readonly session: AnalysisSession;
  readonly standing: StandingReference;
  readonly edit: (contacts: readonly Contact[]) => EditedContacts;
  /** Another than the product's own, for runners that it has seen. */
  readonly eventModel?: EventModel;
}

/** Thigh + shank as a share of body height (Winter; Drillis & Contini). */
export const LEG_SHARE_OF_HEIGHT = 0.491;
/** Stride times of running and walking, s; and of anything up to 16-fold slow motion. */
export const SHORTEST_STRIDE_S = 0.45;
export const LONGEST_SLOW_STRIDE_S = 16;

/**
 * Signals of every unbroken run (of a second, if nothing else is asked for) at one cut-off; made once for a clip: its timing and
 * its steps are read from the same.
 */
export const signalsOf: (
  prepared: PreparedClip,
  cutoffHz: number,
  forward: 1 | -1,
  shortestS?: number,
) => Signals[] = onceFor(makeSignals);

function makeSignals(
  prepared: PreparedClip,
  cutoffHz: number,
  forward: 1 | -1,
  shortestS: number | undefined,
): Signals[] {
  const { input, times, captureFps, pixelsPerLeg, choices, before } = prepared;
  const earlier = before && signalsOf(before.prepared, cutoffHz, forward, shortestS);
  return unbrokenRuns(input.pose, times, input.cuts, shortestS).map((run, i) => {
    const signals = earlier?.[i];
    const options = { forward, pixelsPerLeg, cutoffHz, captureFps, choices };
    return buildSignals(
      input.pose,
      times,
      run,
      options,
      before && signals && { signals, touched: before.touched },
    );
  });
}

/** Contacts and stride time are asked for twice: by the timing of a clip and by its steps. */
export const contactsOf = onceFor(detectContacts);
export const strideTimeOf = onceFor(strideTime);
export const rearStepsOf = onceFor(detectRearSteps);
export const rearStrideTimeOf = onceFor(rearStrideTime);

/** Side (and oblique) view: gait class first, then contacts, steps and the side metrics. */
export function readSide(prepared: PreparedClip, context: PlaneContext): PlaneReading {
  const { input, view, captureFps } = prepared;
  const forward = view.direction === 'left' ? -1 : 1;
  const forEvents = signalsOf(prepared, eventCutoffHz(captureFps), forward);
  const strides = forEvents.map((signals) =>
    strideTimeOf(signals, SHORTEST_STRIDE_S / 2, LONGEST_SLOW_STRIDE_S),
  );
  const judged = forEvents.flatMap((signals, i) => {
    const stride = strides[i];
    return stride === undefined ? [] : [{ signals, ...judgeGait(signals, stride) }];
  });
  const longest = judged.sort((a, b) => b.signals.length - a.signals.length)[0];
  if (!longest) throw noGait(prepared);
  if (longest.gait === 'walk') throw new CodedError('walking', { file: input.file });
  if (longest.gait === 'unknown') throw tooFewSteps(prepared, longest.stride);
  const stride = longest.stride;
  const model = context.eventModel ?? EVENT_MODEL;
  const placed = forEvents.map((signals) => {
    const found = withoutDoubles(contactsOf(signals, stride), stride);
    return longest.gait === 'run'
      ? placedContacts(signals, found, stride, captureFps, model)
      : foundByRule(found, captureFps, model);
  });
  const automatic = placed.flatMap(({ contacts }) => contacts);
  const edited = context.edit(automatic);
  refuseConfused(edited.contacts, stride, input.file);

  const forValues = signalsOf(prepared, positionCutoffHz(captureFps), forward);
  const stepsByRun = forValues.map((signals) => {
    const own = edited.contacts.filter((contact) => isInside(contact.initialContact, signals));
    const middles = own.map(({ initialContact, toeOff }) =>
      toeOff === undefined ? undefined : (initialContact + toeOff) / 2,
    );
    return { signals, steps: stepsFromContacts(own, middles, signals.unseen, true, edited.excluded) };
  });
  const allSteps = stepsByRun.flatMap(({ steps }) => steps);
  const feet = footReadings(prepared, stepsByRun, context.standing.side, forward);
  const height = context.session.athlete_height_m;
  const measured = stepsByRun.flatMap(({ signals, steps }) =>
    steps.map((step): MeasuredStep => {
      const read = sideReader(signals, step.side);
      const foot = feet[step.side];
      const values = sideStepValues(step, read, {
        footStrikeAngle: foot.strikeAngle(step, signals),
        reference: foot.reference,
        metresPerLeg: height === null ? undefined : LEG_SHARE_OF_HEIGHT * height,
        speed: context.session.speed_mps ?? undefined,
      });
      return { step, values, slopes: eventSlopes(step, read) };
    }),
  );
  if (allSteps.length < FEWEST_STEPS) throw tooFewSteps(prepared, stride, allSteps.length);
  return {
    ...{ gait: longest.gait, stride, signals: forEvents, automatic },
    ...{ ...edited, steps: measured },
    eventErrors: errorsOfBoth(placed.map(({ errors }) => errors)),
    soleTilt: { L: feet.L.soleTilt, R: feet.R.soleTilt },
    isClose: { L: feet.L.isClose, R: feet.R.isClose },
    seenElsewhere: contactsSeenElsewhere(prepared, forValues, automatic, forward),
    basis: {
      plane: 'side',
      picture: pictureOf(prepared, forward),
      signals: forValues,
      reference: { L: feet.L.reference, R: feet.R.reference },
    },
  };
}

/** Nothing regular: because it was too little, or although it was enough. */
function noGait(prepared: PreparedClip): CodedError {
  const few = tooFewSteps(prepared, undefined);
  return few.code === 'seen_briefly' ? few : new CodedError('no_gait', { file: prepared.input.file });
}

/** Nobody runs with step times this share apart: healthy runners differ by some 3 %, on a prosthesis by some 10. */
const LEGS_APART = 0.25;

/** @throws CodedError legs_confused where the contacts of both legs cannot all be where they are said to be */
function refuseConfused(contacts: readonly Contact[], stride: number, file: string): void {
  const stepOf = (side: Side): number | undefined =>
    median(
      contacts.flatMap((contact, i) => {
        const next = contacts[i + 1];
        return next && contact.side === side && next.side !== side
          ? [next.initialContact - contact.initialContact]
          : [];
      }),
    );
  const [left, right] = [stepOf('L'), stepOf('R')];
  if (left === undefined || right === undefined) return;
  const apart = Math.abs(left - right) / (stride / 2);
  if (apart > LEGS_APART)
    throw new CodedError('legs_confused', { file, step_percent: Math.round(100 * apart) });
}

/** Rear or front view: numbered steps and the frontal metrics at mid-stance. */
export function readFrontal(prepared: PreparedClip, context: PlaneContext): PlaneReading {
  const { input, view, captureFps } = prepared;
  const signals = signalsOf(prepared, positionCutoffHz(captureFps), 1);
  const pieces = agreeingPieces(
    signals.flatMap((run) => {
      const own = rearStrideTimeOf(run, SHORTEST_STRIDE_S / 2, LONGEST_SLOW_STRIDE_S);
      return own === undefined ? [] : [{ run, stride: own, seconds: run.length / SIGNAL_HZ }];
    }),
  );
  const [longest] = [...pieces].sort((a, b) => b.seconds - a.seconds);
  if (longest === undefined) throw noGait(prepared);
  if (isFrontalWalk(longest.run, longest.stride)) throw new CodedError('walking', { file: input.file });
  const { stride } = longest;
  const strideOf = new Map(pieces.map((piece) => [piece.run, piece.stride]));
  const found = signals.map((run) => {
    const own = strideOf.get(run);
    return own === undefined ? [] : rearStepsOf(run, own);
  });
  const automatic = found.flat().map(({ contact }) => contact);
  const edited = context.edit(automatic);
  const middles = new Map(found.flat().map(({ contact, midStance }) => [contact.initialContact, midStance]));
  const height = context.session.athlete_height_m;
  const frontal: FrontalContext = {
    view: view.view === 'front' ? 'front' : 'rear',
    reference: context.standing.frontal,
    mmPerLeg: height === null ? undefined : 1000 * LEG_SHARE_OF_HEIGHT * height,
    stride,
  };
  const steps = signals.flatMap((run) => {
    const own = edited.contacts.filter((contact) => isInside(contact.initialContact, run));
    return stepsFromContacts(
      own,
      own.map((contact) => middles.get(contact.initialContact)),
      run.unseen,
      false,
      edited.excluded,
    ).map((step): MeasuredStep => {
      return { step, values: frontalStepValues(step, run, frontal), slopes: {} };
    });
  });
  if (steps.length < FEWEST_STEPS) throw tooFewSteps(prepared, stride, steps.length);
  return {
    gait: 'unknown',
    stride,
    signals,
    automatic,
    ...edited,
    steps,
    soleTilt: { L: UNREAD, R: UNREAD },
    isClose: { L: false, R: false },
    seenElsewhere: { L: [], R: [] },
    basis: { plane: 'frontal', picture: pictureOf(prepared, 1), signals, context: frontal },
  };
}

/** Strides of the pieces of one clip further apart than this share are not the same running: one of them is misread. */
const PIECES_APART = 0.15;

/** Pieces whose stride is about that of the most seconds of the clip; a single bad one has no say. */
function agreeingPieces<Piece extends { readonly stride: number; readonly seconds: number }>(
  pieces: readonly Piece[],
): Piece[] {
  const agreeing = (one: Piece) =>
    pieces.filter(({ stride }) => Math.abs(Math.log(stride / one.stride)) <= PIECES_APART);
  const seconds = (some: readonly Piece[]) => some.reduce((sum, piece) => sum + piece.seconds, 0);
  return pieces
    .map(agreeing)
    .reduce<Piece[]>((best, some) => (seconds(some) > seconds(best) ? some : best), []);
}

const pictureOf = ({ input: { pose }, pixelsPerLeg }: PreparedClip, forward: 1 | -1): PictureFrame => ({
  ...{ forward, pixelsPerLeg, width: pose.width, height: pose.height },
  rollDeg: 0,
});

/** From behind no sole is seen from the side. */
const UNREAD: SoleTilt = { track: undefined, strike: undefined };

const isInside = (time: number, { start, length }: Signals): boolean =>
  time >= start && time <= start + (length - 1) / 1000;
