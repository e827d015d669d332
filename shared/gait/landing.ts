import type { Metric, Side } from '../domain/analysis.ts';
import { normalCdf } from '../math/distributions.ts';
import { FOREFOOT_STRIKE_LIMIT_DEG, HEEL_STRIKE_LIMIT_DEG } from './derived.ts';

export type StrikeClass = 'heel' | 'midfoot' | 'forefoot';
/** `not_heel` is midfoot or forefoot, one or the other. */
export type Landing = StrikeClass | 'not_heel' | 'uncertain';

/**
 * A little over three to one: about 2.5 degrees from the limit of a near leg, 4 of a far one. The least that calls none of 48 synthetic feet wrong
 * and leaves at most one of five open among 87 feet of real runners' joints, of those 3 degrees or more from the limit.
 */
const LIKELY = 0.755;

/**
 * Probability of each way to land, from the foot's mean angle and *total* (normal; limits of Altman and Davis 2012); undefined where
 * the share of heel-first contacts cannot be reported (rate, view, steps).
 */
export function strikeChances(
  metrics: readonly Metric[],
  side: Side,
): Readonly<Record<StrikeClass, number>> | undefined {
  const find = (id: string) => metrics.find((metric) => metric.id === id && metric.side === side);
  const angle = find('foot_strike_angle');
  if (angle?.value == null || angle.total === null || find('heel_strike_share')?.value == null)
    return undefined;
  const { value, total } = angle;
  const above = (limit: number) =>
    total > 0 ? normalCdf((1.96 * (value - limit)) / total) : Number(value > limit);
  const heel = above(HEEL_STRIKE_LIMIT_DEG);
  const forefoot = 1 - above(FOREFOOT_STRIKE_LIMIT_DEG);
  return { heel, midfoot: 1 - heel - forefoot, forefoot };
}

/** How a foot lands, as far as it can be told; undefined as `strikeChances`. */
export function landingOf(metrics: readonly Metric[], side: Side): Landing | undefined {
  const chances = strikeChances(metrics, side);
  if (chances === undefined) return undefined;
  const likely = (['heel', 'midfoot', 'forefoot'] as const).find((way) => chances[way] >= LIKELY);
  return likely ?? (chances.heel <= 1 - LIKELY ? 'not_heel' : 'uncertain');
}

/** Whether it was said that a foot lands heel first: the first of the two limits alone. */
export const heelOrNot = (landing: Landing): 'heel' | 'not_heel' | 'uncertain' =>
  landing === 'heel' || landing === 'uncertain' ? landing : 'not_heel';
