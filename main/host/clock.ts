import { CLOCK_VARIABLE, toldClock } from '../../shared/domain/toldClock.ts';

/**
 * The clock of this process: the computer's, or the one that the environment tells.
 * @throws RangeError for a told text that is no instant
 */
export const clockFrom = (environment: NodeJS.ProcessEnv): (() => Date) =>
  toldClock(environment[CLOCK_VARIABLE], () => performance.now()) ?? (() => new Date());

/** The clock of a program that a developer starts: the command line and the app in the browser. */
export const processClock = (): (() => Date) => clockFrom(process.env);
