import type { AnalysisClip, AnalysisSession, GaitEvent, KnownEvent } from '../domain/analysis.ts';
import { CodedError } from '../domain/errors.ts';
import { median } from '../math/statistics.ts';
import { KEYPOINT_STRIDE, LEG, LEG_JOINTS, SIDES, type Side } from '../pose/keypoints.ts';
import { FRAME_STRIDE, frameCountOf, hasPose, type PoseTrack } from '../pose/track.ts';
import { besideNotice, besideSpans, withoutBeside } from './beside.ts';
import { isPossibleCadence } from './bodyLimits.ts';
import { beginsOf, cadenceFromContacts, cadenceFromPelvis } from './cadence.ts';
import { cameraChecks, noticesOf, refuseStopped, stepsCheck, supposedChecks } from './cameraChecks.ts';
import type { ClipResult, MeasuredStep } from './clipResult.ts';
import type { SettledClip } from './clipTiming.ts';
import { lightSeenElsewhere } from './closeWitness.ts';
import { applyEdits, eventsFromContacts, knownFrom } from './eventEdits.ts';
import type { EventModel } from './eventModel.ts';
import { footfallSound } from './footfalls.ts';
import { NO_FEET, withoutFootValues } from './footless.ts';
import { tooFewSteps } from './inView.ts';
import { isContactSeen } from './legEvents.ts';
import { readLevel } from './levelClip.ts';
import { clipFacts } from './preparedClip.ts';
import { type PlaneContext, readFrontal } from './readPlane.ts';
import type { OverlayEdit } from './replayEvents.ts';
import { lightOpposed, soundChecks } from './soundSays.ts';
import type { StandingReference } from './standing.ts';

/**
 * Contacts, steps and their values of one clip.
 * @throws CodedError walking, too_short, no_gait, feet_outside, runner_cut_off, not_upright, or the timing's refusal: prefer no result to a wrong one
 */
export function analyzeClip(
  { prepared, timing, refusal }: SettledClip,
  session: AnalysisSession,
  edits: readonly OverlayEdit[],
  standing: StandingReference,
  known: readonly KnownEvent[] = [],
  eventModel?: EventModel,
): ClipResult {
  const { input, times, view, hasFeet } = prepared;
  const before = cameraChecks(prepared);
  // Feet that are not in the picture cannot tell its time either: that is said first.
  refuseStopped(before);
  if (refusal) throw refusal;
  const frontal = view.view === 'rear' || view.view === 'front';
  const ids = knownFrom(input.id, known, edits);
  // Without feet no toe-off is told, so none can be edited.
  const isReported = ({ type }: GaitEvent) => hasFeet || type !== 'toe_off';
  const context: PlaneContext = {
    session,
    standing,
    ...(eventModel ? { eventModel } : {}),
    edit: (contacts) =>
      applyEdits(contacts, eventsFromContacts(input.id, contacts, times, ids), edits, input.id, isReported),
  };
  const { reading, checks } = frontal
    ? { reading: readFrontal(prepared, context), checks: [] }
    : readLevel(prepared, context);
  const spans = besideSpans(prepared);
  const { steps, isUsed } = withoutBeside(reading.steps, spans);
  const beside = isUsed ? besideNotice(spans) : undefined;
  const leftOut = new Set(
    steps.flatMap(({ step }) => (step.problem === 'beside' ? [step.initialContact] : [])),
  );
  // A contact that is only supposed is no measurement: the cadence has a gap there.
  const counted = reading.contacts.filter(
    (contact) =>
      !reading.excluded.has(contact) && !leftOut.has(contact.initialContact) && isContactSeen(contact),
  );
  const begins = beginsOf(reading.signals);
  const cadence = cadenceFromContacts(counted, begins);
  if (!cadence) throw tooFewSteps(prepared, reading.stride, counted.length);
  if (!isPossibleCadence(cadence.value)) throw new CodedError('clock_impossible', { file: input.file });
  const pelvis = reading.signals.map(cadenceFromPelvis).filter((value) => value !== undefined);
  const instants = reading.automatic.map(({ initialContact }) => initialContact);
  const automatic = cadenceFromContacts(reading.automatic.filter(isContactSeen), begins) ?? cadence;
  const sound = footfallSound(input.sound, prepared.timeScale, instants, automatic.value);
  const events = lightSeenElsewhere(lightOpposed(reading.events, sound), reading.seenElsewhere);
  const said = [
    ...[...before, ...checks, stepsCheck(steps)],
    ...supposedChecks(reading.contacts),
    ...soundChecks(sound, cadence.value),
  ];
  const clip: AnalysisClip = {
    ...clipFacts(prepared, timing),
    gait: reading.gait,
    surface: session.surface,
    notices: [...(hasFeet ? [] : [NO_FEET]), ...noticesOf(said)],
  };
  return {
    session,
    clip,
    plane: frontal ? 'frontal' : 'side',
    basis: reading.basis,
    ...(reading.eventErrors ? { eventErrors: reading.eventErrors } : {}),
    stride: reading.stride,
    steps: (hasFeet ? steps : steps.map(withoutFootValues)) satisfies readonly MeasuredStep[],
    cadence,
    pelvisCadence: median(pelvis),
    sound,
    visibility: legVisibility(input.pose),
    soleTilt: reading.soleTilt,
    isClose: reading.isClose,
    standing: frontal ? standing.frontal !== undefined : standing.side !== undefined,
    events,
    isAttached: reading.isAttached,
    ...(beside ? { beside } : {}),
  };
}

/** Median visibility of a leg's five points over the frames with a person. */
function legVisibility(track: PoseTrack): Record<Side, number> {
  const of = (side: Side) => {
    const values: number[] = [];
    for (let frame = 0; frame < frameCountOf(track); frame++) {
      if (!hasPose(track, frame)) continue;
      for (const joint of LEG_JOINTS)
        values.push(track.data[frame * FRAME_STRIDE + LEG[side][joint] * KEYPOINT_STRIDE + 2] ?? 0);
    }
    return median(values) ?? 0;
  };
  return Object.fromEntries(SIDES.map((side) => [side, of(side)])) as Record<Side, number>;
}
