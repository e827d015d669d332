/** What a body can do. A value outside of it is wrong, whatever its spread, and is never shown. */

/** Steps per minute that running can have. */
const RUNNING_CADENCE = [130, 230] as const;
/** Steps per minute that anybody's legs can make: a slow walk to a sprint. */
const ANY_CADENCE = [60, 330] as const;
/** The most that a file may play too fast. */
const FASTEST_MOTION = 0.5;

const isIn = ([low, high]: readonly [number, number], value: number): boolean =>
  value >= low && value <= high;

export const isRunningCadence = (cadence: number): boolean => isIn(RUNNING_CADENCE, cadence);
export const isPossibleCadence = (cadence: number): boolean => isIn(ANY_CADENCE, cadence);
/** Whether a clock on which somebody makes so many steps a minute can be that of a film: slow motion makes any lower number. */
export const isPossibleClock = (fileCadence: number): boolean =>
  fileCadence * FASTEST_MOTION <= RUNNING_CADENCE[1];
