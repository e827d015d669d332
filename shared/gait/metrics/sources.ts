import type { Known } from './metric.ts';

const from =
  (source: string) =>
  (sd: number): Known => ({ sd, source });

/** Automatic 2D pose against markers on real people. */
export const studies = from('measurement.md 3.1 and 5');
/** Where six synthetic runners through the network showed more than the studies do, they count. */
export const tuning = from('six synthetic tuning runners');
/** Twelve clip-sides in each plane, each with a body, shoes, camera and light of its own; tested on others. */
export const clips = from('twelve clip-sides of synthetic tuning runners');
/** Published between-day SDD / 2.77, or the floors below them; step time follows from cadence, flight and duty factor from contact time. */
export const days = from('measurement.md 3.5');
