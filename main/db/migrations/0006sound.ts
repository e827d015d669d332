/** Beats in the sound of a file, heard at its import; null where there is no sound, or files of before were not listened to. */
export const sound = `
ALTER TABLE files ADD COLUMN sound_json TEXT;
`;
