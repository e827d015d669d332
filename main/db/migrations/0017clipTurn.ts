/** By how many degrees clockwise a clip's pictures are turned further than its file asks. */
export const clipTurn = `
ALTER TABLE clips ADD COLUMN turn INTEGER NOT NULL DEFAULT 0 CHECK (turn IN (0, 90, 180, 270));
`;
