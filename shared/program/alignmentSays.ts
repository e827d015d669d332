import {
  ALIGNMENT_DEFINITIONS,
  type AlignmentDefinition,
  METRIC_OF_DEFINITION,
  PLANE_OF_DEFINITION,
} from '../domain/alignment.ts';
import type { Analysis, Metric, Side } from '../domain/analysis.ts';
import { type Norm, normAt } from './norms.ts';

/** `ahead` is: ahead of the hips or the knee, to the inside of the heel, on its own side of the line; `behind` the other way. */
export type AlignmentVerdict = 'under' | 'ahead' | 'behind' | 'cannot_tell' | 'not_measured';

/**
 * How far from the upright still counts as under it, in the unit of the metric. Nobody has published a limit: these are about half
 * a shoe (hips, line of travel), what a coach can see of a shin, and the change of heel against ankle that the fault table asks for.
 */
export const UNDER_WITHIN: Readonly<Record<AlignmentDefinition, number>> = {
  ankle_hip: 0.07,
  heel_hip: 0.07,
  shank: 5,
  heel_ankle: 8,
  foot_line: 45,
};

export interface AlignmentSaying {
  readonly id: AlignmentDefinition;
  readonly side: Side;
  /** Mean of the session with its ± total; undefined where no clip shows it. */
  readonly metric: Metric | undefined;
  readonly verdict: AlignmentVerdict;
  /** Runners at this speed, mean and SD; undefined without a speed, or for a definition without one. */
  readonly norm: Norm | undefined;
}

/** What each definition says of each foot, from the session's values and their half-widths. */
export function alignmentSays({
  metrics,
  session,
}: Pick<Analysis, 'metrics' | 'session'>): AlignmentSaying[] {
  return ALIGNMENT_DEFINITIONS.flatMap((id) =>
    (['L', 'R'] as const).map((side): AlignmentSaying => {
      const name = METRIC_OF_DEFINITION[id];
      const metric = metrics.find((one) => one.id === name && one.side === side);
      const norm = session.speed_mps === null ? undefined : normAt(name, session.speed_mps);
      return { ...{ id, side, metric, norm }, verdict: verdictOf(metric, UNDER_WITHIN[id]) };
    }),
  );
}

/** Under: the whole range is that near to the upright. Ahead or behind: the whole range is on that side. Otherwise nothing can be told. */
export function verdictOf(
  metric: Pick<Metric, 'value' | 'total'> | undefined,
  within: number,
): AlignmentVerdict {
  if (metric === undefined || metric.value === null || metric.total === null) return 'not_measured';
  const [low, high] = [metric.value - metric.total, metric.value + metric.total];
  if (low >= -within && high <= within) return 'under';
  if (low > 0) return 'ahead';
  return high < 0 ? 'behind' : 'cannot_tell';
}

/** Whether the definitions of one view say the same of a foot; `open` where fewer than two of them can tell. */
export type Agreement = 'same' | 'same_but_open' | 'different' | 'open';

export function agreementOf(sayings: readonly AlignmentSaying[]): Agreement {
  const measured = sayings.filter(({ verdict }) => verdict !== 'not_measured');
  const told = measured.filter(({ verdict }) => verdict !== 'cannot_tell');
  if (new Set(told.map(({ verdict }) => verdict)).size > 1) return 'different';
  if (told.length < 2) return 'open';
  return told.length === measured.length ? 'same' : 'same_but_open';
}

/** The definitions of one view that were measured of a foot. */
export const sayingsOf = (
  sayings: readonly AlignmentSaying[],
  plane: 'side' | 'frontal',
  side: Side,
): AlignmentSaying[] => sayings.filter((one) => PLANE_OF_DEFINITION[one.id] === plane && one.side === side);
