import type { Known } from './metric.ts';

const from =
  (source: string) =>
  (sd: number): Known => ({ sd, source });

/** 2D pose against markers on real people: METHOD.md 3.3 says of each which. */
export const studies = from('studies, METHOD.md 3.3');
/** Where no study reports one: what such values are taken to be off by. */
export const house = from('decided, METHOD.md 3.3');
/** Where six synthetic runners through the network showed more than the studies do, they count. */
export const tuning = from('six synthetic tuning runners');
/** Twelve clip-sides in each plane, each with a body, shoes, camera and light of its own; tested on others. */
export const clips = from('twelve clip-sides of synthetic tuning runners');
/** Floors above most published between-day figures; step time follows from cadence, flight and duty factor from contact time. */
export const days = from('floors, METHOD.md 3.3');
