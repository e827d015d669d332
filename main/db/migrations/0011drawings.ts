/** What a coach draws on the picture of a clip, each drawing as its JSON. */
export const drawings = `
CREATE TABLE drawings (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  clip_id TEXT NOT NULL REFERENCES clips (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  -- Without its id and clip.
  drawing_json TEXT NOT NULL
) STRICT;
CREATE INDEX drawings_by_session ON drawings (session_id, position);
CREATE INDEX drawings_by_clip ON drawings (clip_id);
`;
