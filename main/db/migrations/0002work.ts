/** What is computed or decided on clips: keypoints, analyses, the coach's edits with their undo log, exports. */
export const work = `
CREATE TABLE pose_runs (
  id TEXT PRIMARY KEY,
  file_sha256 TEXT NOT NULL REFERENCES files (sha256) ON DELETE CASCADE,
  model TEXT NOT NULL,
  model_sha256 TEXT NOT NULL,
  backend TEXT NOT NULL,
  -- Sorted keys, so that equal settings are equal text.
  settings_json TEXT NOT NULL,
  frame_count INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('running', 'finished')),
  created_at TEXT NOT NULL,
  UNIQUE (file_sha256, model, model_sha256, backend, settings_json)
) STRICT;

-- data: see poseBlob.ts for the header.
CREATE TABLE pose_chunks (
  run_id TEXT NOT NULL REFERENCES pose_runs (id) ON DELETE CASCADE,
  chunk INTEGER NOT NULL,
  first_frame INTEGER NOT NULL,
  frames INTEGER NOT NULL,
  data BLOB NOT NULL,
  PRIMARY KEY (run_id, chunk)
) STRICT;

-- The run that a clip uses: the last one that was begun for it.
ALTER TABLE clips ADD COLUMN pose_run_id TEXT REFERENCES pose_runs (id) ON DELETE SET NULL;
CREATE INDEX clips_by_pose_run ON clips (pose_run_id);

CREATE TABLE analyses (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  -- SHA-256 of everything that went in; differs from the present one when the analysis is outdated.
  inputs_sha256 TEXT NOT NULL,
  analysis_json TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX analyses_by_session ON analyses (session_id, created_at);

CREATE TABLE event_edits (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  clip_id TEXT NOT NULL REFERENCES clips (id) ON DELETE CASCADE,
  side TEXT NOT NULL CHECK (side IN ('L', 'R')),
  type TEXT NOT NULL CHECK (type IN ('initial_contact', 'toe_off')),
  op TEXT NOT NULL CHECK (op IN ('accept', 'move', 'add', 'reject')),
  auto_time_s REAL,
  time_s REAL,
  reason TEXT
) STRICT;
CREATE INDEX event_edits_by_session ON event_edits (session_id, position);
CREATE INDEX event_edits_by_clip ON event_edits (clip_id);

CREATE TABLE confirmations (
  session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  finding TEXT NOT NULL,
  PRIMARY KEY (session_id, finding)
) STRICT, WITHOUT ROWID;

-- Undo log. An undone command stays until a new one is made.
CREATE TABLE commands (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  command_json TEXT NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;
CREATE INDEX commands_by_session ON commands (session_id, undone, id);

CREATE TABLE exports (
  id TEXT PRIMARY KEY,
  session_id TEXT REFERENCES sessions (id) ON DELETE CASCADE,
  files_json TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX exports_by_session ON exports (session_id, created_at);
`;
