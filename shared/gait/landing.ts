import type { Metric, Side } from '../domain/analysis.ts';
import { HEEL_STRIKE_LIMIT_DEG } from './derived.ts';

export type Landing = 'heel' | 'not_heel' | 'uncertain';

/** A mean angle nearer than this to the limit says neither: about what a trained human's reading is off (Mo 2025). */
export const TOO_NEAR_DEG = 3;

/** How a foot lands; undefined where the share of heel-first contacts cannot be reported (rate, view, steps). */
export function landingOf(metrics: readonly Metric[], side: Side): Landing | undefined {
  const find = (id: string) => metrics.find((metric) => metric.id === id && metric.side === side)?.value;
  const angle = find('foot_strike_angle');
  if (angle == null || find('heel_strike_share') == null) return undefined;
  const beyond = angle - HEEL_STRIKE_LIMIT_DEG;
  if (Math.abs(beyond) < TOO_NEAR_DEG) return 'uncertain';
  return beyond > 0 ? 'heel' : 'not_heel';
}
