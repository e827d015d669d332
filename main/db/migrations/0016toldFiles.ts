/**
 * Whether a file, once its bytes came, was another film than the case told that came without them: then the case's keypoints
 * were left out.
 */
export const toldFiles = `
ALTER TABLE files ADD COLUMN is_not_as_told INTEGER NOT NULL DEFAULT 0;
`;
