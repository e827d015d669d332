/** Athletes, sessions, clips and the files behind them. */
export const library = `
CREATE TABLE settings (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  value_json TEXT NOT NULL
) STRICT;

CREATE TABLE athletes (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  height_m REAL,
  birth_year INTEGER,
  consent_json TEXT,
  legs_json TEXT NOT NULL,
  notes TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE sessions (
  id TEXT PRIMARY KEY,
  athlete_id TEXT NOT NULL REFERENCES athletes (id) ON DELETE CASCADE,
  date TEXT NOT NULL,
  speed_mps REAL,
  incline_percent REAL,
  shoe TEXT,
  surface TEXT NOT NULL CHECK (surface IN ('treadmill', 'overground', 'unknown')),
  notes TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX sessions_by_athlete ON sessions (athlete_id, date);

-- One row per content: two imports of one file share it. frame_times: little-endian Float64 file seconds from the
-- first frame.
CREATE TABLE files (
  sha256 TEXT PRIMARY KEY,
  bytes INTEGER NOT NULL,
  storage TEXT NOT NULL CHECK (storage IN ('copy', 'reference')),
  -- Name inside the library folder, or the absolute path of a referenced file.
  place TEXT NOT NULL,
  probe_json TEXT NOT NULL,
  first_pts_s REAL NOT NULL,
  frame_times BLOB NOT NULL,
  thumbnail_count INTEGER NOT NULL,
  has_proxy INTEGER NOT NULL DEFAULT 0 CHECK (has_proxy IN (0, 1)),
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE clips (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  file_sha256 TEXT NOT NULL REFERENCES files (sha256),
  file_name TEXT NOT NULL,
  role TEXT NOT NULL,
  view TEXT NOT NULL CHECK (view IN ('auto', 'side', 'rear', 'front')),
  capture_fps REAL,
  person_json TEXT,
  standing_from_s REAL,
  standing_to_s REAL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX clips_by_session ON clips (session_id, created_at);
CREATE INDEX clips_by_file ON clips (file_sha256);
`;
