import type { Metric, Side } from '../domain/analysis.ts';
import { normalCdf } from '../math/distributions.ts';
import { mean } from '../math/statistics.ts';
import { SIDES } from '../pose/keypoints.ts';
import type { ClipResult } from './clipResult.ts';
import { rateGate, worse } from './grade.ts';
import { METRICS, metricSpec } from './registry.ts';
import { absent, errorsOf, sourcesFor } from './summarise.ts';
import { halfWidthOf } from './uncertainty.ts';

/** Foot strike angle above which a landing counts as heel first, degrees (Altman & Davis 2012, second-hand). */
export const HEEL_STRIKE_LIMIT_DEG = 8;
/** Below this angle at contact a foot lands forefoot first (same source). */
export const FOREFOOT_STRIKE_LIMIT_DEG = -1.6;
/** Error of one foot angle read by a trained human, a floor for ours (METHOD.md 5.1). */
const READING_ERROR_DEG = 2.9;

/**
 * Share of heel-first contacts: the mean probability that a step's angle is above the limit. Its interval is the share
 * with every angle shifted by the half-widths of the foot strike angle: the limit sits where the angles are.
 */
export function heelStrikeShare(side: Side, angle: Metric, results: readonly ClipResult[]): Metric {
  const spec = metricSpec('heel_strike_share');
  const sources = sourcesFor(metricSpec('foot_strike_angle'), side, results);
  if (angle.value === null || angle.repeat === null || angle.total === null) {
    return absent(spec, side, angle.reason ?? { code: 'not_seen', params: {} }, angle.n);
  }
  const fps = Math.min(...sources.map(({ clip }) => clip.capture_fps));
  const rate = rateGate(fps, spec.minFps, spec.recommendedFps);
  if (rate.grade === 'not_reported') return absent(spec, side, rate.reason, angle.n);
  const steps = sources.flatMap((source) =>
    source.steps.filter(({ step }) => step.side === side && !step.problem),
  );
  const { initialContact: errorS } = errorsOf(sources, side, fps);
  const readings = steps.flatMap(({ values, slopes }) =>
    values.foot_strike_angle === undefined
      ? []
      : [
          {
            angle: values.foot_strike_angle,
            sigma: Math.hypot(READING_ERROR_DEG, (slopes.foot_strike_angle ?? 0) * errorS),
          },
        ],
  );
  const share = (shift: number) =>
    mean(readings.map((r) => normalCdf((r.angle + shift - HEEL_STRIKE_LIMIT_DEG) / r.sigma))) ?? 0;
  const value = share(0);
  const reach = (width: number) => Math.max(share(width) - value, value - share(-width));
  return {
    ...angle,
    id: spec.id,
    unit: spec.unit,
    value,
    repeat: reach(angle.repeat),
    total: reach(angle.total),
    low: share(-angle.total),
    high: share(angle.total),
    grade: worse(angle.grade, rate.grade),
  };
}

/** Step width: lateral distances of the two feet from the line of travel, added (R11). */
export function stepWidth(left: Metric, right: Metric): Metric {
  const spec = metricSpec('step_width');
  if (left.value === null || right.value === null || left.repeat === null || right.repeat === null) {
    const reason = (left.value === null ? left : right).reason ?? { code: 'not_seen', params: {} };
    return absent(spec, null, reason, Math.min(left.n, right.n));
  }
  const value = left.value + right.value;
  const repeat = Math.hypot(left.repeat, right.repeat);
  const total = Math.hypot(repeat, halfWidthOf(spec.systematic));
  return {
    id: spec.id,
    side: null,
    clip: left.clip,
    value,
    unit: spec.unit,
    repeat,
    total,
    low: value - total,
    high: value + total,
    n: left.n + right.n,
    grade: worse(left.grade, right.grade),
    reason: left.reason,
  };
}

/** Share of steps whose foot centre lands past the line of travel (R12), with the shift of its offset's half-widths. */
export function crossoverShare(side: Side, offset: Metric, results: readonly ClipResult[]): Metric {
  const spec = metricSpec('crossover_share');
  if (offset.value === null || offset.repeat === null || offset.total === null) {
    return absent(spec, side, offset.reason ?? { code: 'not_seen', params: {} }, offset.n);
  }
  const offsets = sourcesFor(metricSpec('line_offset'), side, results).flatMap((source) =>
    source.steps.flatMap(({ step, values }) =>
      step.side === side && !step.problem && values.line_offset !== undefined ? [values.line_offset] : [],
    ),
  );
  const share = (shift: number) => offsets.filter((value) => value + shift < 0).length / offsets.length;
  const value = share(0);
  const reach = (width: number) => Math.max(share(-width) - value, value - share(width));
  return {
    ...offset,
    id: spec.id,
    unit: spec.unit,
    value,
    repeat: reach(offset.repeat),
    total: reach(offset.total),
    low: share(offset.total),
    high: share(-offset.total),
  };
}

/**
 * `asymmetry.<id>`, left minus right, of the metrics that have one. Angles only where each leg was the near one of some clip; what lies within the
 * noise of the two values is graded low and says so.
 */
export function asymmetries(metrics: readonly Metric[], results: readonly ClipResult[]): Metric[] {
  const bothNear = SIDES.every((side) =>
    results.some(({ plane, clip }) => plane === 'side' && clip.near_side === side),
  );
  return METRICS.flatMap(({ id, asymmetry }): Metric[] => {
    if (asymmetry === null) return [];
    const [left, right] = SIDES.map((side) =>
      metrics.find((metric) => metric.id === id && metric.side === side),
    );
    if (
      !left ||
      !right ||
      left.value === null ||
      right.value === null ||
      left.repeat === null ||
      right.repeat === null
    )
      return [];
    if (asymmetry === 'difference' && !bothNear) return [];
    const scale = asymmetry === 'ratio' ? 200 / (left.value + right.value) : 1;
    const value = (left.value - right.value) * scale;
    const repeat = Math.abs(scale) * Math.hypot(left.repeat, right.repeat);
    const noise = Math.abs(value) <= repeat;
    return [
      {
        id: `asymmetry.${id}`,
        side: null,
        clip: left.clip === right.clip ? left.clip : null,
        value,
        unit: asymmetry === 'ratio' ? '%' : left.unit,
        repeat,
        total: repeat,
        low: value - repeat,
        high: value + repeat,
        n: Math.min(left.n, right.n),
        grade: 'low',
        reason: { code: noise ? 'within_noise' : 'needs_second_clip', params: {} },
      },
    ];
  });
}
