/** Times as a player shows them, where a file's edit list stretches time; null where they are the frame times. */
export const presentation = `
ALTER TABLE files ADD COLUMN presentation_times BLOB;
`;
