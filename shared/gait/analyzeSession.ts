import type {
  AnalysisClip,
  AnalysisInput,
  Edit,
  GaitEvent,
  Metric,
  Notice,
  Stride,
} from '../domain/analysis.ts';
import { CodedError } from '../domain/errors.ts';
import { SIDES } from '../pose/keypoints.ts';
import { cadenceMetric } from './cadenceMetric.ts';
import { cameraChecks, noticesOf } from './cameraChecks.ts';
import type { ClipResult } from './clipResult.ts';
import { closeStanding } from './closeFoot.ts';
import { asymmetries, crossoverShare, heelStrikeShare, stepWidth } from './derived.ts';
import type { EventModel } from './eventModel.ts';
import { explainedWithoutFeet } from './footless.ts';
import { clipFacts, type PreparedClip } from './preparedClip.ts';
import { positionCutoffHz } from './rates.ts';
import { signalsOf } from './readPlane.ts';
import { standingFrontalReference } from './rearMetrics.ts';
import { standingSideReference } from './reference.ts';
import { METRICS } from './registry.ts';
import { isOverlayEdit, isPoseEdit } from './replayEvents.ts';
import { standingRoll } from './roll.ts';
import { clipResult, isInTrack, settledClip } from './settledClips.ts';
import { SHORTEST_STANDING_S } from './signals.ts';
import type { StandingReference } from './standing.ts';
import { summarise } from './summarise.ts';

export interface GaitAnalysis {
  readonly clips: AnalysisClip[];
  readonly events: GaitEvent[];
  readonly edits: Edit[];
  readonly detachedEdits: Edit[];
  readonly metrics: Metric[];
  readonly strides: Stride[];
  readonly results: readonly ClipResult[];
}

/**
 * All clips of one session -> one set of metrics: each leg from the clip where it is near, frontal metrics from the rear
 * clip, passes pooled. A clip that cannot be analysed carries its reason; when none can, the first reason is thrown.
 * @param eventModel another than the product's own, for runners that it has seen
 * @throws CodedError
 */
export function analyzeSession(
  input: Pick<AnalysisInput, 'session' | 'clips' | 'edits' | 'known'>,
  eventModel?: EventModel,
): GaitAnalysis {
  const corrections = input.clips.map((clip) =>
    input.edits.filter(isPoseEdit).filter((edit) => edit.clip === clip.id),
  );
  const settled = input.clips.map((clip, i) => settledClip(clip, input.session, corrections[i] ?? []));
  const attached = new Set<Edit>(
    input.clips.flatMap((clip, i) => (corrections[i] ?? []).filter((edit) => isInTrack(clip, edit))),
  );
  const standing = standingReference(settled.map(({ prepared }) => prepared));
  const results: ClipResult[] = [];
  const clips: AnalysisClip[] = [];
  let refusal: CodedError | undefined;
  for (const clip of settled) {
    const { prepared, timing } = clip;
    if (prepared.input.role === 'standing') {
      clips.push(clipFacts(prepared, timing));
      continue;
    }
    try {
      const own = input.edits.filter(isOverlayEdit).filter((edit) => edit.clip === prepared.input.id);
      const known = (input.known ?? []).filter((event) => event.clip === prepared.input.id);
      const result = clipResult(clip, input.session, own, standing, known, eventModel);
      results.push(result);
      for (const [i, edit] of own.entries()) if (result.isAttached[i]) attached.add(edit);
      clips.push(result.clip);
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      refusal ??= error;
      clips.push({
        ...clipFacts(prepared, timing),
        gait: error.code === 'walking' ? 'walk' : 'unknown',
        notices: [
          refusalNotice(error),
          ...noticesOf(cameraChecks(prepared)).filter(({ code }) => code !== error.code),
        ],
      });
    }
  }
  if (results.length === 0)
    throw refusal ?? new CodedError('too_short', { file: input.clips[0]?.file ?? '' });
  const events = results.flatMap((result) => result.events);
  return {
    clips,
    events,
    // In the order they were made: whoever replays them comes to the same.
    edits: input.edits.filter((edit) => attached.has(edit)),
    detachedEdits: input.edits.filter((edit) => !attached.has(edit)),
    metrics: explainedWithoutFeet(metricsOf(results), results),
    strides: results.flatMap(stridesOf),
    results,
  };
}

const refusalNotice = (error: CodedError): Notice => ({ code: error.code, params: error.params });

function metricsOf(results: readonly ClipResult[]): Metric[] {
  const plain = METRICS.filter(({ made }) => made === 'of_steps').flatMap((spec) =>
    spec.sided ? SIDES.map((side) => summarise(spec, side, results)) : [summarise(spec, null, results)],
  );
  const find = (id: string, side: 'L' | 'R') => {
    const metric = plain.find((candidate) => candidate.id === id && candidate.side === side);
    if (!metric) throw new RangeError(`invalid metric id: ${id}`);
    return metric;
  };
  const derived = [
    cadenceMetric(results),
    ...SIDES.map((side) => heelStrikeShare(side, find('foot_strike_angle', side), results)),
    stepWidth(find('line_offset', 'L'), find('line_offset', 'R')),
    ...SIDES.map((side) => crossoverShare(side, find('line_offset', side), results)),
  ];
  const order = new Map<string, number>(METRICS.map(({ id }, i) => [id, i]));
  const all = [...plain, ...derived].sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  return [...all, ...asymmetries(all, results)];
}

function stridesOf({ clip, steps }: ClipResult): Stride[] {
  return steps.map(({ step, values }) => ({
    clip: clip.id,
    side: step.side,
    index: step.index,
    initial_contact_s: step.initialContact,
    toe_off_s: step.toeOff ?? null,
    next_contact_s: step.nextContact ?? null,
    accepted: step.problem === undefined,
    reason: step.problem ?? null,
    values: Object.fromEntries(
      Object.entries(values).flatMap(([id, value]) => (value === undefined ? [] : [[id, value]])),
    ),
  }));
}

/** From a clip of its own (role `standing`) or from the part of a clip in which the runner stands. */
function standingReference(prepared: readonly PreparedClip[]): StandingReference {
  let reference: StandingReference = {};
  for (const clip of prepared) {
    const whole = clip.input.role === 'standing';
    if (!whole && !clip.input.standing) continue;
    const part = clip.input.standing ? onlyBetween(clip, clip.input.standing) : clip;
    const { view, direction } = part.view;
    const forward = direction === 'left' ? -1 : 1;
    const cutoffHz = positionCutoffHz(part.captureFps);
    const signals = signalsOf(part, cutoffHz, forward, SHORTEST_STANDING_S)[0];
    if (!signals) continue;
    if (view === 'rear' || view === 'front')
      reference = { ...reference, frontal: standingFrontalReference(signals, view) };
    // Neither foot nor pelvis can be read from a standing picture taken at an angle.
    else if (view === 'side')
      reference = {
        ...reference,
        side: standingSideReference(signals, closeStanding(part, signals, forward)),
        ...rollOf(standingRoll(signals, forward)),
      };
  }
  return reference;
}

const rollOf = (rollDeg: number | undefined) => (rollDeg === undefined ? {} : { rollDeg });

function onlyBetween(clip: PreparedClip, range: { from: number; to: number }): PreparedClip {
  const data = clip.input.pose.data.slice();
  const stride = data.length / clip.times.length;
  clip.input.frameTable.times.forEach((time, frame) => {
    if (time < range.from || time > range.to) data.fill(Number.NaN, frame * stride, (frame + 1) * stride);
  });
  return { ...clip, input: { ...clip.input, pose: { ...clip.input.pose, data } } };
}
