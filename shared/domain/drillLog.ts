import type { BodyArea } from './plan.ts';

/** What the athlete wrote down on a day. Plain types; names are snake_case because files hold them. */
export interface LogEntry {
  id: string;
  /** ISO date. */
  date: string;
  /** Exercise of the library, or null for the day as a whole. */
  exercise: string | null;
  done: 'done' | 'partly' | 'skipped';
  /** Perceived exertion, 0-10. */
  rpe: number | null;
  soreness: Soreness[];
  note: string;
  /** The answer to the one question that a pain word in the note opens; null while it is open or was never asked. */
  pain_answer: PainAnswer | null;
}

export interface Soreness {
  area: BodyArea;
  side: 'L' | 'R' | null;
  /** 0-10; 0 is none. */
  level: number;
}

export type PainAnswer = { pain: false } | { pain: true; area: BodyArea; level: number };

/** The coach lets an area train again after pain; kept with the reason. */
export interface PainClearance {
  area: BodyArea;
  date: string;
  reason: string;
}
