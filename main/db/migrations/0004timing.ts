/**
 * Working zone (frames) and what the latest analysis found of a clip's true speed. From here on the times of `person_json`
 * and `standing_*` are file seconds, which do not move when the slow-motion factor does.
 */
export const timing = `
ALTER TABLE clips ADD COLUMN zone_from_frame INTEGER;
ALTER TABLE clips ADD COLUMN zone_to_frame INTEGER;
ALTER TABLE clips ADD COLUMN timing_json TEXT;
`;
