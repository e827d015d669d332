/**
 * When the bytes of a video were last compared with its hash and whether they were others (null: never), and athletes
 * who were deleted while copies of the library still hold them.
 */
export const upkeep = `
ALTER TABLE files ADD COLUMN checked_at TEXT;
ALTER TABLE files ADD COLUMN is_damaged INTEGER NOT NULL DEFAULT 0 CHECK (is_damaged IN (0, 1));
CREATE TABLE forgotten (
  athlete_id TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
`;
