/** Single frames as a larger network sees them, beside the keypoints of the whole clip. */
export const closeLook = `
CREATE TABLE close_looks (
  run_id TEXT PRIMARY KEY REFERENCES pose_runs (id) ON DELETE CASCADE,
  model TEXT NOT NULL,
  model_sha256 TEXT NOT NULL,
  -- Increasing frame numbers; data: 33 x (x px, y px, visibility) of each, little-endian Float32.
  frames_json TEXT NOT NULL,
  data BLOB NOT NULL
) STRICT;
`;
