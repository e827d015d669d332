import { expect, it } from 'vitest';
import { electronServices } from './electronServices.ts';
import { placesOf } from './places.ts';

const YEAR_MS = 366 * 86_400_000;
const environment = { MIDSTANCE_NOW: '2001-02-03T04:05:06Z' };

/** The clock of a desktop app that was started with another instant in its environment. */
function nowOf(isPackaged: boolean): Date {
  const places = placesOf({
    root: '/r',
    isPackaged,
    resources: '/s',
    platform: process.platform,
    userData: '/u',
  });
  // Nothing of Electron is asked before a file is printed or chosen.
  return electronServices({} as never, places, { isPackaged, environment }).now();
}

it('listens to a told clock while it is developed, and never as it is installed', () => {
  expect(nowOf(false).toISOString()).toMatch(/^2001-02-03T04:05:/);
  expect(nowOf(true).getTime()).toBeGreaterThan(Date.parse(environment.MIDSTANCE_NOW) + YEAR_MS);
});
