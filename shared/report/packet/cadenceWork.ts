import type { CadenceTarget, Dose, Plan } from '../../domain/plan.ts';
import type { MetronomeTrack } from './metronome.ts';

export interface CadenceWeek {
  readonly week: number;
  readonly exercise: string;
  readonly dose: Dose;
  readonly target: CadenceTarget;
}

/** The rhythm of each week that has work to a beat; empty where the runner's own cadence is unknown. */
export const cadenceWeeks = (plan: Plan): CadenceWeek[] =>
  plan.weeks.flatMap(({ index, days }) => {
    const item = days.flatMap(({ items }) => items).find(({ cadence }) => cadence !== null);
    if (!item?.cadence) return [];
    return { week: index, exercise: item.exercise, dose: item.dose, target: item.cadence };
  });

/**
 * The click track of a week's cadence work: one block for each set, its first part with the beat (the share fades from week
 * to week), the rest without. Undefined where the dose is not in seconds.
 */
export function trackOf({ dose, target }: CadenceWeek): MetronomeTrack | undefined {
  if (dose.unit !== 's') return undefined;
  return {
    spm: target.spm,
    seconds: dose.sets * dose.amount,
    blockSeconds: dose.amount,
    beatShare: target.beat_share,
  };
}

/** The track of the first week with cadence work; undefined for a plan without. */
export function planTrack(plan: Plan): MetronomeTrack | undefined {
  const [first] = cadenceWeeks(plan);
  return first && trackOf(first);
}
