import { CLOCK_VARIABLE } from '../shared/domain/toldClock.ts';

/** A day and a place for a whole run of tests; without them it is now and here. */
export const TEST_NOW = 'MIDSTANCE_TEST_NOW';
export const TEST_ZONE = 'MIDSTANCE_TEST_ZONE';

/**
 * What the processes of a test run get told of day and place.
 * @throws RangeError for an instant or a zone that is none
 */
export function testDate(environment: NodeJS.ProcessEnv): Record<string, string> {
  const { [TEST_NOW]: now, [TEST_ZONE]: zone } = environment;
  if (now !== undefined && Number.isNaN(Date.parse(now))) throw new RangeError(`invalid ${TEST_NOW}: ${now}`);
  // The platform takes a zone that it does not know for UTC and says nothing.
  if (zone !== undefined) new Intl.DateTimeFormat('en', { timeZone: zone });
  return {
    ...(now === undefined ? {} : { [CLOCK_VARIABLE]: now }),
    ...(zone === undefined ? {} : { TZ: zone }),
  };
}
