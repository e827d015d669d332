import type { Dose } from './plan.ts';

/** The coach's change of a generated plan. Changes are replayed on every regeneration, in their order. */
export type PlanOverride = {
  id: string;
  reason: string;
  /** Week that it concerns; null for every week. */
  week: number | null;
} & (
  | { kind: 'move'; exercise: string; from: number; to: number }
  | { kind: 'swap'; exercise: string; by: string }
  | { kind: 'remove'; exercise: string }
  | { kind: 'add'; weekday: number; exercise: string; dose: Dose | null }
  | { kind: 'dose'; exercise: string; dose: Dose }
  /** Undoes what locked that day before. */
  | { kind: 'unlock'; weekday: number }
  | { kind: 'lock'; weekday: number; items: { exercise: string; dose: Dose }[] }
);
