import type { BodyArea, Dose, ExerciseDomain, ExerciseKind, Phase } from '../../domain/plan.ts';

/**
 * One exercise. Doses are proposals where the seed gives none (PROGRAMME.md 4), and are the coach's to change.
 * `level` is the load factor of one unit of dose (plan invariant 0).
 */
export interface Exercise {
  readonly id: string;
  readonly name: string;
  readonly domain: ExerciseDomain;
  readonly kind: ExerciseKind;
  readonly phases: readonly Phase[];
  readonly level: 1 | 2 | 3 | 4;
  readonly dose: Dose;
  /** Lifting, holding and lowering in seconds; absent where the pace is free. */
  readonly tempo?: string;
  readonly equipment: readonly string[];
  readonly surface: string;
  readonly footwear: string;
  /** What to do, one step each, in plain words. */
  readonly how: readonly string[];
  readonly cues: readonly string[];
  readonly why: string;
  /** How to make it harder once it is easy, and easier when it is not. */
  readonly progression: string;
  readonly regression: string;
  /** What a video or the coach's eye should show. */
  readonly videoCheck: string;
  /** Places that work hard: pain there takes the exercise out of the plan. */
  readonly loads: readonly BodyArea[];
  readonly contraindications: readonly string[];
  readonly maxPerWeek?: number;
  /** Days that must lie between two times. */
  readonly restDays?: number;
  /** Hops and hills: only with no pain at all (PROGRAMME.md 4). */
  readonly needsPainFree?: true;
  /** Runs to a beat; its plan item carries the rhythm. */
  readonly isCadenceWork?: true;
  /** Only with the guarded step towards minimalist shoes. */
  readonly isFootwearStep?: true;
  readonly targets?: string;
  readonly source: 'seed' | 'addition' | 'coach';
  /** Where an addition comes from. */
  readonly citation?: string;
}

export const dose = (sets: number, amount: number, unit: Dose['unit'], per_side = true): Dose => ({
  sets,
  amount,
  unit,
  per_side,
});

export const seed = { source: 'seed' } as const;
export const addition = (citation: string) => ({ source: 'addition', citation }) as const;
export const barefoot = { surface: 'firm floor', footwear: 'barefoot' } as const;
export const mat = { surface: 'mat', footwear: 'barefoot' } as const;
export const grass = { surface: 'grass or soft track', footwear: 'running shoes' } as const;

const AREA_WORDS: Readonly<Record<BodyArea, string>> = {
  toes: 'toes hurt',
  forefoot: 'ball of the foot hurts',
  sole: 'sole hurts',
  heel: 'heel hurts',
  ankle: 'ankle hurts',
  achilles: 'Achilles tendon hurts',
  calf: 'calf hurts',
  shin: 'shin hurts',
  knee: 'knee hurts',
  hip: 'hip hurts',
  back: 'back hurts',
  other: 'body hurts elsewhere',
};

export const leaveOutText = (area: BodyArea): string => `Leave it out while the ${AREA_WORDS[area]}.`;

/** The places an exercise loads, with the sentences that say when to leave it out. */
export const loading = (loads: readonly BodyArea[], ...more: readonly string[]) => ({
  loads,
  contraindications: [...loads.map(leaveOutText), ...more],
});
