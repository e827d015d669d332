/** Rate of a clip's pictures on the file's clock as its keypoints tell: half of the file's where each picture is stored twice. */
export const pictureRate = `
ALTER TABLE clips ADD COLUMN picture_fps REAL CHECK (picture_fps > 0);
`;
