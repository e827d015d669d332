import type { Metric } from '../domain/analysis.ts';
import type { CadenceTarget, PlanItem, PlanWeek } from '../domain/plan.ts';
import { ruleById } from './data/rules.ts';
import { priorityFindings } from './eligible.ts';
import type { PlanInput } from './planInput.ts';

/** Most that the rhythm may rise above the runner's own, %, by phase (PROGRAMME.md 7). */
const HIGHEST_PERCENT = { 1: 0, 2: 5, 3: 7.5 } as const;
const STEP_PERCENT = 2.5;
/** The beat fades: less of the time with it every week, never quite gone. */
const FADE = 0.15;
const LEAST_BEAT = 0.25;

/** The runner's own rhythm, steps/min; null where it was not measured well enough to run to. */
export function ownCadence(metrics: readonly Pick<Metric, 'id' | 'grade' | 'value'>[]): number | null {
  const cadence = metrics.find(({ id }) => id === 'cadence');
  const isSure = cadence?.grade === 'high' || cadence?.grade === 'medium';
  return cadence !== undefined && isSure ? cadence.value : null;
}

const itemsOf = ({ days }: PlanWeek): PlanItem[] => days.flatMap(({ items }) => items);

/**
 * The rhythm of a week's cadence work: the runner's own in phase 1, then one small step a week where a priority asks for
 * it, no step in light or held weeks. Null while the own cadence is unknown: no number is guessed.
 */
export function cadenceTarget(
  week: Pick<PlanWeek, 'phase' | 'light'>,
  before: readonly PlanWeek[],
  held: boolean,
  input: PlanInput,
): CadenceTarget | null {
  if (input.cadenceSpm === null) return null;
  const earlier = before
    .map((past) => itemsOf(past).find(({ cadence }) => cadence)?.cadence)
    .filter((target) => target !== undefined && target !== null);
  const reached = earlier.at(-1)?.percent ?? 0;
  const asked = priorityFindings(input).some(({ rule }) => ruleById(rule).usesCadence === true);
  const mayRise = asked && !held && !week.light;
  const raised = Math.min(HIGHEST_PERCENT[week.phase], reached + STEP_PERCENT);
  const percent = mayRise ? Math.max(reached, raised) : reached;
  const share = Math.max(LEAST_BEAT, 1 - FADE * earlier.length);
  return {
    spm: Math.round(input.cadenceSpm * (1 + percent / 100)),
    percent,
    beat_share: Math.round(share * 100) / 100,
  };
}
