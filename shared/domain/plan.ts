/** The drill plan as data: what the generator makes, the report prints and the app edits. */

export type Phase = 1 | 2 | 3;
export type ExerciseDomain = 'mobility' | 'strength' | 'functional';
export type ExerciseKind = 'main' | 'recovery' | 'activation' | 'cue' | 'adjunct';

/** How much of an exercise: sets of exactly one of reps, seconds, contacts or metres. */
export interface Dose {
  sets: number;
  amount: number;
  unit: 'reps' | 's' | 'contacts' | 'm';
  per_side: boolean;
}

export interface PlanItem {
  exercise: string;
  dose: Dose;
  minutes: number;
  /** Why it is there: a finding's rule, or the phase's own content. */
  why: { kind: 'finding'; rule: string } | { kind: 'phase'; phase: Phase } | { kind: 'recovery' };
}

export interface PlanDay {
  /** 1-7, Monday first. */
  weekday: number;
  /** ISO date; null in an undated plan. */
  date: string | null;
  items: PlanItem[];
}

export interface PlanWeek {
  index: number;
  phase: Phase;
  light: boolean;
  /** Later phases are provisional until their gate is passed. */
  provisional: boolean;
  /** Sum of sets x (reps | seconds/5 | contacts | metres/10) x exercise level. */
  load: number;
  days: PlanDay[];
}

export interface Plan {
  start_date: string | null;
  weeks: PlanWeek[];
  /** Rules of the findings that the plan answers, most important first; at most two. */
  priorities: string[];
  /** Coded remarks, for example `no_baseline` (phase 1 only). */
  notes: string[];
  retest_after_weeks: number;
}
