import type { AnalysisSession, Metric, Notice, Side } from '../domain/analysis.ts';
import { mean, median } from '../math/statistics.ts';
import { SIDES } from '../pose/keypoints.ts';
import type { ClipResult, MeasuredStep } from './clipResult.ts';
import { type EventErrors, ruleErrorsAt } from './eventModel.ts';
import { EVENT_MODEL } from './eventWeights.ts';
import {
  besideGate,
  droppedGate,
  farLegGate,
  flightGate,
  type Gate,
  oneTierDown,
  rateGate,
  sideYawGate,
  soleGate,
  spreadGate,
  stepCountGate,
  visibilityGate,
  visualOnlyGate,
  worse,
  worstGate,
} from './grade.ts';
import type { MetricDefinition } from './metrics/metric.ts';
import type { MetricId } from './registry.ts';
import { halfWidths, withoutOutliers } from './uncertainty.ts';

interface Sample {
  readonly result: ClipResult;
  readonly measured: MeasuredStep;
  readonly value: number;
}

const AT_EVENT = new Set(['initial_contact', 'toe_off', 'stance', 'stride']);

export function absent(spec: MetricDefinition, side: Side | null, reason: Notice, n = 0): Metric {
  const nothing = { value: null, repeat: null, total: null, low: null, high: null };
  return { id: spec.id, side, clip: null, unit: spec.unit, ...nothing, n, grade: 'not_reported', reason };
}

/**
 * Clips that a metric of one side is read from: those in which the leg is near the camera; if there are none, those in
 * which it is far. Frontal metrics and metrics without a side take every clip of their plane.
 */
export function sourcesFor(
  spec: MetricDefinition,
  side: Side | null,
  results: readonly ClipResult[],
): ClipResult[] {
  const plane = spec.view === 'side' || spec.view === 'any' ? 'side' : 'frontal';
  let fitting = results.filter((result) => result.plane === plane);
  if (spec.view === 'rear') fitting = fitting.filter(({ clip }) => clip.view === 'rear');
  if (spec.view === 'any' && fitting.length === 0) fitting = [...results];
  if (side === null || plane === 'frontal') return fitting;
  const near = fitting.filter(({ clip }) => clip.near_side === side);
  return near.length > 0 ? near : fitting;
}

/** Mean over clean steps with half-widths, grade and reason; absent with a reason when it cannot be reported. */
export function summarise(spec: MetricDefinition, side: Side | null, results: readonly ClipResult[]): Metric {
  const sources = sourcesFor(spec, side, results);
  const first = sources[0];
  if (!first)
    return absent(spec, side, {
      code: spec.view === 'side' ? 'needs_side_view' : 'needs_rear_view',
      params: {},
    });
  const fps = Math.min(...sources.map(({ clip }) => clip.capture_fps));
  const rate = rateGate(fps, spec.minFps, spec.recommendedFps);
  if (rate.grade === 'not_reported') return absent(spec, side, rate.reason);

  const all = sources.flatMap((result) =>
    result.steps
      // What a coach took out says nothing about how well the rest was read.
      .filter(({ step }) => (side === null || step.side === side) && step.problem !== 'excluded')
      .map((measured) => ({ result, measured })),
  );
  const clean = all.flatMap(({ result, measured }): Sample[] => {
    const value = measured.values[spec.id as MetricId];
    return value === undefined || measured.step.problem ? [] : [{ result, measured, value }];
  });
  if (clean.length === 0) return absent(spec, side, missingReason(spec, all, first.session));
  const used = withoutOutliers(clean, ({ value }) => value);
  const gates = [rate, ...stepGates(spec, side, sources, used, all)];
  const { grade, reason } = worstGate(gates);
  if (grade === 'not_reported' && reason) return absent(spec, side, reason, used.length);

  const farLeg = side !== null && first.plane === 'side' && first.clip.near_side !== side;
  const widths = halfWidths({
    metric: spec,
    blocks: blocksOf(used),
    slope: mean(used.flatMap(({ measured }) => measured.slopes[spec.id as MetricId] ?? [])) ?? 0,
    errors: errorsOf(sources, side, fps),
    stride: first.stride,
    farLeg,
    fromTrack: side !== null && !sources.every(({ isClose }) => isClose[side]),
  });
  const value = mean(used.map((sample) => sample.value));
  if (widths === undefined || value === undefined)
    return absent(spec, side, { code: 'too_few_steps', params: { n: used.length, min_n: 7 } }, used.length);
  const lowered = spec.needs.includes('standing') && !sources.every(({ standing }) => standing);
  const final = lowered ? worse(grade, oneTierDown(grade)) : grade;
  return {
    id: spec.id,
    side,
    clip: sources.length === 1 ? first.clip.id : null,
    value,
    unit: spec.unit,
    repeat: widths.repeat,
    total: widths.total,
    low: value - widths.total,
    high: value + widths.total,
    n: used.length,
    grade: final,
    reason:
      lowered && (grade === 'high' || reason === null)
        ? { code: 'no_standing_reference', params: {} }
        : reason,
  };
}

/** The largest errors of the sources' instants; from behind, where contacts are rough by design, as the rule's. */
export function errorsOf(sources: readonly ClipResult[], side: Side | null, fps: number): EventErrors {
  const known = sources.flatMap(({ eventErrors }) =>
    SIDES.flatMap((one) => (side === null || one === side ? (eventErrors?.[one] ?? []) : [])),
  );
  if (known.length === 0) return ruleErrorsAt(EVENT_MODEL, fps);
  return {
    initialContact: Math.max(...known.map(({ initialContact }) => initialContact)),
    toeOff: Math.max(...known.map(({ toeOff }) => toeOff)),
  };
}

function stepGates(
  spec: MetricDefinition,
  side: Side | null,
  sources: readonly ClipResult[],
  used: readonly Sample[],
  all: readonly { measured: MeasuredStep }[],
): Gate[] {
  const gates: Gate[] = [stepCountGate(side === null ? Math.floor(used.length / 2) : used.length)];
  if (all.length > 0) gates.push(droppedGate(1 - used.length / readable(all, spec).length));
  for (const { clip, plane, visibility, soleTilt, beside } of sources) {
    if (beside) gates.push(besideGate(beside));
    if (plane === 'side') gates.push(sideYawGate(clip.yaw_deg, clip.view === 'oblique'));
    const seen = side === null ? Math.max(visibility.L, visibility.R) : visibility[side];
    gates.push(visibilityGate(seen));
    if (clip.gait === 'grounded_run' && spec.needs.includes('flight')) gates.push(flightGate);
    if (side !== null && plane === 'side' && clip.near_side !== side) gates.push(farLegGate);
    if (side !== null && spec.needs.includes('sole')) {
      const { strike, track } = soleTilt[side];
      gates.push(soleGate((spec.id === 'foot_strike_angle' ? strike : track) ?? 0));
    }
  }
  if (AT_EVENT.has(spec.event)) {
    const spreads = used.map(({ measured }) => 1000 * spreadFor(spec, measured));
    gates.push(spreadGate(median(spreads) ?? 0));
  }
  if (spec.visualOnly) gates.push(visualOnlyGate);
  return gates;
}

const spreadFor = (spec: MetricDefinition, { step }: MeasuredStep): number =>
  spec.event === 'toe_off' ? (step.toeOffSpread ?? 0) : step.contactSpread;

/** Steps that could have carried the metric: the last of a clip never has the contact after it. */
function readable(
  all: readonly { measured: MeasuredStep }[],
  spec: MetricDefinition,
): readonly { measured: MeasuredStep }[] {
  const needsNext = spec.event === 'step' || spec.event === 'stride';
  const could = needsNext ? all.filter(({ measured }) => measured.step.nextContact !== undefined) : all;
  return could.length > 0 ? could : all;
}

/** What the coach did not tell is the reason before anything that was not seen. */
function missingReason(
  { needs }: MetricDefinition,
  all: readonly { measured: MeasuredStep }[],
  { speed_mps, athlete_height_m }: AnalysisSession,
): Notice {
  if (all.length === 0 || all.every(({ measured }) => measured.step.problem))
    return { code: 'too_few_steps', params: { n: 0, min_n: 7 } };
  if (needs.includes('speed') && speed_mps === null) return { code: 'speed_unknown', params: {} };
  if (needs.includes('height') && athlete_height_m === null) return { code: 'height_unknown', params: {} };
  return { code: 'not_seen', params: {} };
}

/** Single clip: a block per step. Several clips (passes): a block per clip, so the spread between passes counts. */
function blocksOf(samples: readonly Sample[]): number[][] {
  const clips = new Set(samples.map(({ result }) => result.clip.id));
  if (clips.size < 2) return samples.map(({ value }) => [value]);
  return [...clips].map((id) =>
    samples.filter(({ result }) => result.clip.id === id).map(({ value }) => value),
  );
}
