import type { Metric } from '../domain/analysis.ts';
import { findMetric } from './registry.ts';

/** Two sessions are compared only under the same conditions; these are the facts that must agree. */
export interface Conditions {
  readonly speedMps: number | null;
  readonly captureFps: number;
  readonly view: string;
  /** Whether the leg was the near one, where the metric belongs to a leg. */
  readonly nearLeg: boolean | null;
  readonly surface: string;
}

export interface Reading {
  readonly metric: Metric;
  readonly conditions: Conditions;
}

export type Change =
  | { readonly kind: 'changed' | 'within_error'; readonly delta: number; readonly detectable: number }
  | { readonly kind: 'not_comparable'; readonly reason: NotComparable };

export type NotComparable = 'absent' | 'no_day_to_day_figure' | 'speed' | 'view' | 'leg' | 'rate' | 'surface';

/** Speeds further apart than this change a runner's numbers by themselves (norms of METHOD.md 1.6). */
export const SAME_SPEED_MPS = 0.2;
/** Capture rates further apart than this factor carry different event errors. */
export const SAME_RATE = 1.5;

/**
 * Later less earlier value of one metric, against the minimal detectable change (95 %) of the two readings:
 * 1.96 x sqrt(SE1^2 + SE2^2 + 2 x between-day variance), SE from `repeat`. The systematic error of 2D pose is left out:
 * it is the same on both days where the conditions are.
 */
export function changeBetween(earlier: Reading, later: Reading): Change {
  const { metric: a } = earlier;
  const { metric: b } = later;
  if (a.id !== b.id || a.side !== b.side)
    throw new RangeError(`invalid pair: ${a.id} ${a.side} and ${b.id} ${b.side}`);
  if (a.value === null || b.value === null || a.repeat === null || b.repeat === null)
    return { kind: 'not_comparable', reason: 'absent' };
  const betweenDays = findMetric(a.id)?.betweenDays ?? null;
  if (betweenDays === null) return { kind: 'not_comparable', reason: 'no_day_to_day_figure' };
  const reason = differenceOf(earlier.conditions, later.conditions);
  if (reason) return { kind: 'not_comparable', reason };
  const delta = b.value - a.value;
  const detectable = Math.hypot(a.repeat, b.repeat, 1.96 * Math.SQRT2 * betweenDays.sd);
  return { kind: Math.abs(delta) > detectable ? 'changed' : 'within_error', delta, detectable };
}

function differenceOf(a: Conditions, b: Conditions): NotComparable | undefined {
  if (a.view !== b.view) return 'view';
  if (a.nearLeg !== b.nearLeg) return 'leg';
  if (a.surface !== b.surface) return 'surface';
  if (Math.max(a.captureFps, b.captureFps) > SAME_RATE * Math.min(a.captureFps, b.captureFps)) return 'rate';
  if (a.speedMps === null || b.speedMps === null || Math.abs(a.speedMps - b.speedMps) > SAME_SPEED_MPS)
    return 'speed';
  return undefined;
}
