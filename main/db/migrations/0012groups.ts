/** Groups of athletes, tags of sessions, and how the athlete felt; lists as JSON. */
export const groups = `
ALTER TABLE athletes ADD COLUMN groups_json TEXT NOT NULL DEFAULT '[]';
ALTER TABLE sessions ADD COLUMN tags_json TEXT NOT NULL DEFAULT '[]';
ALTER TABLE sessions ADD COLUMN fatigue TEXT CHECK (fatigue IN ('fresh', 'usual', 'tired'));
`;
