import type { Metric, Side } from '../domain/analysis.ts';
import { normalCdf } from '../math/distributions.ts';
import { HEEL_STRIKE_LIMIT_DEG } from './derived.ts';

export type Landing = 'heel' | 'not_heel' | 'uncertain';

/**
 * Three to one: about 2.5 degrees from the limit of a near leg, 4 of a far one. The least that calls none of 48 synthetic feet wrong
 * and leaves at most one of five open among 87 feet of real runners' joints, of those 3 degrees or more from the limit.
 */
const LIKELY = 0.75;

/**
 * Probability that a foot lands heel first, from its mean angle and *total* (normal); undefined where the share of heel-first contacts
 * cannot be reported (rate, view, steps).
 */
export function heelFirst(metrics: readonly Metric[], side: Side): number | undefined {
  const find = (id: string) => metrics.find((metric) => metric.id === id && metric.side === side);
  const angle = find('foot_strike_angle');
  if (angle?.value == null || angle.total === null || find('heel_strike_share')?.value == null)
    return undefined;
  const beyond = angle.value - HEEL_STRIKE_LIMIT_DEG;
  return angle.total > 0 ? normalCdf((1.96 * beyond) / angle.total) : Number(beyond > 0);
}

/** How a foot lands; undefined as `heelFirst`. */
export function landingOf(metrics: readonly Metric[], side: Side): Landing | undefined {
  const p = heelFirst(metrics, side);
  if (p === undefined) return undefined;
  return p >= LIKELY ? 'heel' : p <= 1 - LIKELY ? 'not_heel' : 'uncertain';
}
