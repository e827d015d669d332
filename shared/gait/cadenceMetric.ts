import type { Metric } from '../domain/analysis.ts';
import { mean, standardDeviation } from '../math/statistics.ts';
import { SIDES } from '../pose/keypoints.ts';
import type { ClipResult } from './clipResult.ts';
import { CADENCES_AGREE_SPM, soundNumbers } from './footfalls.ts';
import { besideGate, type Gate, rateGate, worstGate } from './grade.ts';
import { metricSpec } from './registry.ts';
import { absent, sourcesFor } from './summarise.ts';
import { halfWidthOf, setUpHalfWidth } from './uncertainty.ts';

/** Further apart than this, steps/min, and than the scatter of the steps allows, cadence and step times are two answers. */
const SAME_ANSWER_SPM = 0.6;
const SCATTERS = 2.5;

/**
 * Cadence from the contacts. Its witnesses are the steps that step times are read from, the bounce of the pelvis and the sound of
 * the footfalls. Where the steps say something else they are believed and the interval reaches as far as the contacts: cadence and
 * step times may never contradict each other. Pelvis or sound more than 4 apart are told and graded low.
 */
export function cadenceMetric(results: readonly ClipResult[]): Metric {
  const spec = metricSpec('cadence');
  const sources = sourcesFor(spec, null, results).filter(({ cadence }) => cadence);
  const estimates = sources.flatMap(({ cadence }) => cadence ?? []);
  const steps = estimates.reduce((sum, estimate) => sum + estimate.steps, 0);
  if (steps === 0) return absent(spec, null, { code: 'too_few_steps', params: { n: 0, min_n: 6 } });
  const weigh = (of: (estimate: (typeof estimates)[number]) => number) =>
    estimates.reduce((sum, estimate) => sum + of(estimate) * estimate.steps, 0) / steps;
  const byContacts = weigh((estimate) => estimate.value);
  const random = Math.sqrt(weigh((estimate) => estimate.halfWidth ** 2) / estimates.length);
  const bySteps = cadenceOfSteps(sources);
  const apart = bySteps === undefined ? 0 : Math.abs(bySteps.value - byContacts);
  const isContradicted = bySteps !== undefined && apart > Math.max(SAME_ANSWER_SPM, SCATTERS * bySteps.error);
  // Each step lies within a piece of unbroken time; all contacts together may not.
  const value = isContradicted ? bySteps.value : byContacts;
  const repeat = Math.hypot(Math.max(random, isContradicted ? apart : 0), setUpHalfWidth(spec));
  const total = Math.hypot(repeat, halfWidthOf(spec.systematic));
  const fps = Math.min(...sources.map(({ clip }) => clip.capture_fps));
  const witness = mean(sources.flatMap(({ pelvisCadence }) => pelvisCadence ?? []));
  const low = (code: string, params: Record<string, number>): Gate => ({
    grade: 'low',
    reason: { code, params },
  });
  const contacts = Math.round(byContacts);
  // Clip by clip: that the sound of one agrees says nothing of another.
  const against = sources.flatMap(({ cadence, sound }) =>
    cadence && sound.cadence && Math.abs(sound.cadence.value - cadence.value) > CADENCES_AGREE_SPM
      ? [soundNumbers(cadence.value, sound.cadence.value)]
      : [],
  )[0];
  const { grade, reason } = worstGate([
    ...sources.flatMap(({ beside }) => (beside ? [besideGate(beside)] : [])),
    rateGate(fps, spec.minFps, spec.recommendedFps),
    ...(steps < 14
      ? [{ grade: 'medium' as const, reason: { code: 'few_steps', params: { n: steps, enough_n: 14 } } }]
      : []),
    ...(isContradicted
      ? [low('cadence_steps_disagree', { contacts, steps: Math.round(bySteps?.value ?? 0) })]
      : []),
    ...(witness !== undefined && Math.abs(witness - value) > CADENCES_AGREE_SPM
      ? [low('cadence_estimates_disagree', { contacts, pelvis: Math.round(witness) })]
      : []),
    ...(against ? [low('cadence_sound_disagrees', against)] : []),
  ]);
  return {
    id: spec.id,
    side: null,
    clip: sources.length === 1 ? (sources[0]?.clip.id ?? null) : null,
    value,
    unit: spec.unit,
    repeat,
    total,
    low: value - total,
    high: value + total,
    n: steps,
    grade,
    reason,
  };
}

/** Cadence by the steps that are clean, both legs alike, and its standard error, steps/min; undefined with less than three a leg. */
function cadenceOfSteps(sources: readonly ClipResult[]): { value: number; error: number } | undefined {
  const sides = SIDES.map((side) =>
    sources
      .flatMap(({ steps }) => steps)
      .flatMap(({ step }) =>
        step.side === side && step.nextContact !== undefined && !step.problem
          ? [step.nextContact - step.initialContact]
          : [],
      ),
  );
  if (sides.some((times) => times.length < 3)) return undefined;
  const step = mean(sides.map((times) => mean(times) ?? 0)) ?? 0;
  const errors = sides.map((times) => (standardDeviation(times) ?? 0) / Math.sqrt(times.length));
  return { value: 60 / step, error: (60 * Math.hypot(...errors)) / 2 / step ** 2 };
}
