/** What small grey pictures of a file told at its import: light, blur, movement of the camera, cuts; null where not looked at. */
export const look = `
ALTER TABLE files ADD COLUMN look_json TEXT;
`;
