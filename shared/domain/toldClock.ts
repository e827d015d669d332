/** Says an instant to the Node root, to the command line and to the desktop app while it is developed: for tests. */
export const CLOCK_VARIABLE = 'MIDSTANCE_NOW';

/**
 * A clock that begins at an instant that was told, and ticks on from there.
 * @param told ISO instant; undefined or empty for none
 * @param ticksMs a clock that nobody sets back or ahead, ms from any moment
 * @returns undefined when nothing was told
 * @throws RangeError for a text that is no instant: a test that steers nothing would hold for the wrong reason
 */
export function toldClock(told: string | undefined, ticksMs: () => number): (() => Date) | undefined {
  if (told === undefined || told === '') return undefined;
  const start = Date.parse(told);
  if (Number.isNaN(start)) throw new RangeError(`invalid ${CLOCK_VARIABLE}: ${told}`);
  const begun = ticksMs();
  return () => new Date(start + ticksMs() - begun);
}
