/** The coach's edits of strides and keypoints stand beside those of events: one list, each as its JSON. */
export const editList = `
CREATE TABLE edits (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  clip_id TEXT NOT NULL REFERENCES clips (id) ON DELETE CASCADE,
  -- Without the clip; times in file seconds.
  edit_json TEXT NOT NULL
) STRICT;
INSERT INTO edits
  SELECT id, session_id, position, clip_id, json_object('side', side, 'type', type, 'op', op,
    'auto_time_s', auto_time_s, 'time_s', time_s, 'reason', reason)
  FROM event_edits;
DROP TABLE event_edits;
CREATE INDEX edits_by_session ON edits (session_id, position);
CREATE INDEX edits_by_clip ON edits (clip_id);
`;
