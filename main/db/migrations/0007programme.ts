/** The programme of an athlete: options, plans with the coach's changes, tests, log; and the coach's layer over the library. */
export const programme = `
CREATE TABLE programmes (
  athlete_id TEXT PRIMARY KEY REFERENCES athletes (id) ON DELETE CASCADE,
  options_json TEXT NOT NULL
) STRICT;

CREATE TABLE plans (
  id TEXT PRIMARY KEY,
  athlete_id TEXT NOT NULL REFERENCES athletes (id) ON DELETE CASCADE,
  cycle INTEGER NOT NULL CHECK (cycle >= 1),
  -- Rises with every change of the plan.
  sequence INTEGER NOT NULL,
  plan_json TEXT NOT NULL,
  -- The plan before the first change of the day as_of: all changes of that day start from it. Null on the day it was made.
  base_json TEXT,
  as_of TEXT NOT NULL,
  -- What the log eased the plan and its base by.
  eased_json TEXT NOT NULL,
  made_on TEXT NOT NULL,
  -- First day that does not belong to the cycle any more; null for the plan at hand.
  ended_on TEXT,
  session_id TEXT REFERENCES sessions (id) ON DELETE SET NULL,
  analysis_id TEXT REFERENCES analyses (id) ON DELETE SET NULL,
  -- Findings and cadence as they were taken from the analysis.
  basis_json TEXT NOT NULL,
  load_before REAL,
  last_change_json TEXT NOT NULL,
  UNIQUE (athlete_id, cycle)
) STRICT;
CREATE UNIQUE INDEX plans_at_hand ON plans (athlete_id) WHERE ended_on IS NULL;
CREATE INDEX plans_by_session ON plans (session_id);
CREATE INDEX plans_by_analysis ON plans (analysis_id);

-- An undone change stays until a new one is made.
CREATE TABLE plan_overrides (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  override_json TEXT NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
  UNIQUE (plan_id, position)
) STRICT;

CREATE TABLE assessments (
  id TEXT PRIMARY KEY,
  athlete_id TEXT NOT NULL REFERENCES athletes (id) ON DELETE CASCADE,
  date TEXT NOT NULL,
  assessment_json TEXT NOT NULL
) STRICT;
CREATE INDEX assessments_by_athlete ON assessments (athlete_id, date);

CREATE TABLE gate_overrides (
  athlete_id TEXT NOT NULL REFERENCES athletes (id) ON DELETE CASCADE,
  cycle INTEGER NOT NULL,
  opens INTEGER NOT NULL CHECK (opens IN (2, 3)),
  date TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason <> ''),
  PRIMARY KEY (athlete_id, cycle, opens)
) STRICT, WITHOUT ROWID;

-- Ids may come from an athlete's file, so they are unique for one athlete only.
CREATE TABLE log_entries (
  athlete_id TEXT NOT NULL REFERENCES athletes (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  date TEXT NOT NULL,
  entry_json TEXT NOT NULL,
  PRIMARY KEY (athlete_id, id)
) STRICT;
CREATE INDEX log_entries_by_date ON log_entries (athlete_id, date);

CREATE TABLE pain_clearances (
  athlete_id TEXT NOT NULL REFERENCES athletes (id) ON DELETE CASCADE,
  area TEXT NOT NULL,
  date TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason <> ''),
  PRIMARY KEY (athlete_id, area, date)
) STRICT, WITHOUT ROWID;

CREATE TABLE exercise_changes (
  exercise TEXT PRIMARY KEY,
  change_json TEXT NOT NULL
) STRICT;

CREATE TABLE own_exercises (
  id TEXT PRIMARY KEY,
  exercise_json TEXT NOT NULL,
  -- Deleted, kept for its name in plans and logs of before.
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
) STRICT;
`;
