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

/** A sound file to run to, for one target of the plan. */
export interface BeatFile {
  readonly name: string;
  readonly weeks: readonly number[];
  readonly track: MetronomeTrack;
}

/**
 * The sound files of a plan: one for each cadence target, named by its weeks and its cadence. A file is one set, so that the
 * rest between sets is as long as the runner needs; its first part has the beat (the share fades from week to week), the
 * rest is quiet. A dose that is not in seconds has none.
 */
export function beatFiles(plan: Plan): BeatFile[] {
  const targets = new Map<string, { weeks: number[]; track: MetronomeTrack }>();
  for (const { week, dose, target } of cadenceWeeks(plan)) {
    if (dose.unit !== 's') continue;
    const { spm, beat_share: beatShare } = target;
    const key = `${spm} ${beatShare} ${dose.amount}`;
    const track = { spm, seconds: dose.amount, blockSeconds: dose.amount, beatShare };
    targets.set(key, { weeks: [...(targets.get(key)?.weeks ?? []), week], track });
  }
  return [...targets.values()].map(({ weeks, track }) => ({
    name: `metronome-week-${weeks.join('-')}-${track.spm}-steps-a-minute.wav`,
    weeks,
    track,
  }));
}
