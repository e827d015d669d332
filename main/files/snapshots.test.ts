import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSnapshotDue, snapshotInstant, snapshotName, staleSnapshots } from './snapshots.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const START = Date.parse('2026-03-01T09:00:00Z');
const day = (n: number, hour = 0): Date => new Date(START + n * DAY_MS + hour * HOUR_MS);

/** What is kept after starts at these instants. */
function keptAfter(starts: readonly Date[], kept: readonly string[] = []): string[] {
  let names = [...kept];
  for (const now of starts) {
    if (!isSnapshotDue(names, now)) continue;
    names.push(snapshotName(now));
    const stale = new Set(staleSnapshots(names, now));
    names = names.filter((name) => !stale.has(name));
  }
  return names.sort();
}
const days = (from: number, to: number): Date[] => Array.from({ length: to - from }, (_, i) => day(from + i));

describe('copies of the library', () => {
  it('are named by their instant, and nothing else is one', () => {
    expect(snapshotName(new Date('2026-03-01T09:05:07.999Z'))).toBe('2026-03-01T09-05-07Z.db');
    expect(snapshotInstant('2026-03-01T09-05-07Z.db')).toBe(Date.parse('2026-03-01T09:05:07Z'));
    for (const name of [
      '2026-03-01T09-05-07Z.db.partial',
      'library.db',
      '2026-13-41T09-05-07Z.db',
      '../x.db',
    ])
      expect(snapshotInstant(name)).toBeUndefined();
  });

  it('are one a day, of the last seven days and the first of the last eight weeks', () => {
    expect(keptAfter([day(0), day(0, 3), day(0, 14)])).toHaveLength(1);
    const kept = keptAfter(days(0, 120));
    expect(kept.slice(-7)).toEqual(days(113, 120).map(snapshotName));
    expect(kept.length).toBeLessThanOrEqual(15);
    const weeks = new Set(kept.map((name) => Math.floor(((snapshotInstant(name) ?? 0) / DAY_MS + 3) / 7)));
    expect(weeks.size).toBe(8);
  });

  it('are not taken away by a clock that is set back or once ran ahead', () => {
    const good = keptAfter(days(0, 60));
    const back = keptAfter(days(-400, -370), good);
    expect(back).toEqual(expect.arrayContaining(good));
    const ahead = keptAfter([day(4000), ...days(60, 62)], good);
    expect(ahead.filter((name) => good.includes(name)).length).toBeGreaterThanOrEqual(good.length - 3);
    expect(ahead).toEqual(expect.arrayContaining([snapshotName(day(60)), snapshotName(day(61))]));
    // The one of the wrong clock is not taken for today's.
    expect(isSnapshotDue([snapshotName(day(4000))], day(60))).toBe(true);
  });

  it('never go all: whatever the clock does, the newest that was made stays, and there are few', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -900, max: 900 }), { minLength: 1, maxLength: 60 }),
        (starts) => {
          let names: string[] = [];
          for (const start of starts) {
            const isDue = isSnapshotDue(names, day(start));
            names = keptAfter([day(start)], names);
            if (isDue) expect(names).toContain(snapshotName(day(start)));
            expect(names.length).toBeGreaterThan(0);
            expect(names.length).toBeLessThanOrEqual(30);
          }
        },
      ),
    );
  });
});
