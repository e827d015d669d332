/** The drill plan as data: what the generator makes, the report prints and the app edits. */

export type Phase = 1 | 2 | 3;
export type ExerciseDomain = 'mobility' | 'strength' | 'functional';
export type ExerciseKind = 'main' | 'recovery' | 'activation' | 'cue' | 'adjunct';

/** Places of the body that an exercise loads and that soreness is reported for. */
export type BodyArea =
  | 'toes'
  | 'forefoot'
  | 'sole'
  | 'heel'
  | 'ankle'
  | 'achilles'
  | 'calf'
  | 'shin'
  | 'knee'
  | 'hip'
  | 'back'
  | 'other';

/** A coded remark: the sentence belongs to the text catalogue. */
export interface PlanNote {
  code: string;
  params: Record<string, string | number>;
}

/** How much of an exercise: sets of exactly one of reps, seconds, contacts or metres. */
export interface Dose {
  sets: number;
  amount: number;
  unit: 'reps' | 's' | 'contacts' | 'm';
  per_side: boolean;
}

/** Why an item is there: a finding's rule, the phase's own content, recovery, the guarded shoe step, or the coach. */
export type PlanWhy =
  | { kind: 'finding'; rule: string }
  | { kind: 'phase'; phase: Phase }
  | { kind: 'recovery' }
  | { kind: 'footwear' }
  | { kind: 'coach'; override: string };

/** Rhythm of a cadence item: the target, how far above the runner's own, and the share of the time with the beat on. */
export interface CadenceTarget {
  spm: number;
  percent: number;
  beat_share: number;
}

export interface PlanItem {
  exercise: string;
  dose: Dose;
  minutes: number;
  why: PlanWhy;
  /** The weaker side goes first; null where it makes no difference. Both sides get the same dose. */
  first_side: 'L' | 'R' | null;
  /** Null for other exercises and while the runner's own cadence is unknown. */
  cadence: CadenceTarget | null;
  /** Set by the coach: regeneration leaves it, unless pain or the load limits forbid it. */
  locked: boolean;
}

export type DayKind = 'training' | 'off' | 'race' | 'before_race' | 'after_race' | 'holiday' | 'ill';

export interface PlanDay {
  /** 1-7, Monday first. */
  weekday: number;
  /** ISO date; null in an undated plan. */
  date: string | null;
  kind: DayKind;
  items: PlanItem[];
  /** Codes of what else does the day good, for example `easy_cycling_or_swimming`. */
  advice: string[];
}

export interface PlanWeek {
  index: number;
  phase: Phase;
  /** At least 10 % below the last week that was not light: weeks 3 and 6, and weeks eased by soreness or the calendar. */
  light: boolean;
  /** Later phases are provisional until their gate is passed. */
  provisional: boolean;
  /** Sum of sets x (reps | seconds/5 | contacts | metres/10) x exercise level. */
  load: number;
  /** Codes of what to wear and where to train in this phase. */
  footwear: string;
  surface: string;
  days: PlanDay[];
  /** Why the week is as it is: gate, ease, hold, race, coach. */
  notes: PlanNote[];
}

/** One number behind a finding that the plan answers. */
export interface PlanEvidence {
  metric: string;
  side: 'L' | 'R' | null;
  value: number;
  /** 95 % half-width. */
  total: number;
  n: number;
}

/** A finding that the plan answers: what was seen, on which frames, and with which drills. */
export interface PlanAnswer {
  rule: string;
  side: 'L' | 'R' | null;
  confirmed_by_coach: boolean;
  evidence: PlanEvidence[];
  frames: { clip: string; frame: number; time_s: number }[];
  drills: string[];
}

/** How a phase came to be open. */
export interface PlanGate {
  opens: Phase;
  passed: boolean;
  by: 'tests' | 'coach' | null;
  /** The coach's reason where the coach opened it. */
  reason: string | null;
}

export interface Plan {
  start_date: string | null;
  /** 1 for the first cycle of 6 to 8 weeks. */
  cycle: number;
  weeks: PlanWeek[];
  /** Rules of the findings that the plan answers, most important first; at most two. */
  priorities: string[];
  answers: PlanAnswer[];
  gates: PlanGate[];
  /** Coded remarks, for example `no_baseline` (phase 1 only). */
  notes: PlanNote[];
  retest_after_weeks: number;
}
