/** What the coach measures by hand: baseline and retests. Plain types; names are snake_case because files hold them. */

export type FootSide = 'L' | 'R';

/** One value of one test. A test that could not be done is absent, never 0. */
export interface TestResult {
  test: string;
  /** Null for tests without sides. */
  side: FootSide | null;
  /** In the unit of the test. */
  value: number;
  /** Single trials where they were written down, same unit. */
  trials: number[];
  condition: 'eyes_open' | 'eyes_closed' | null;
}

/** Things a coach sees and ticks; a side that was not looked at has no entry. */
export type ObservationId = 'toe_clawing' | 'arch_collapse' | 'wobble';

export interface Observation {
  id: ObservationId;
  side: FootSide;
  seen: boolean;
}

export interface Assessment {
  id: string;
  /** ISO date. */
  date: string;
  kind: 'baseline' | 'retest';
  /** Cycle of the programme in which it was made, 1 for the first. */
  cycle: number;
  results: TestResult[];
  observations: Observation[];
  /** Pain on the morning after, 0-10; null where nobody asked. */
  pain_next_morning: number | null;
  note: string;
}

/** The coach opens a phase without its tests; kept with the reason. */
export interface GateOverride {
  opens: 2 | 3;
  reason: string;
  date: string;
}
