/** Which copies of the library are made and kept. A name is its UTC instant: `2026-03-01T09-00-00Z.db`. */

const DAY_MS = 86_400_000;
const KEPT_DAYS = 7;
const KEPT_WEEKS = 8;
const NAME = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z\.db$/;

export const snapshotName = (now: Date): string => `${now.toISOString().slice(0, 19).replace(/:/g, '-')}Z.db`;

/** Milliseconds of the epoch; undefined for what is no copy of ours. */
export function snapshotInstant(name: string): number | undefined {
  const [, day, h, m, s] = NAME.exec(name) ?? [];
  const instant = Date.parse(`${day}T${h}:${m}:${s}Z`);
  return Number.isNaN(instant) ? undefined : instant;
}

const dayOf = (instant: number): number => Math.floor(instant / DAY_MS);
/** Weeks begin on Monday; the first day of the epoch was a Thursday. */
const weekOf = (instant: number): number => Math.floor((dayOf(instant) + 3) / 7);

interface Snapshot {
  readonly name: string;
  readonly instant: number;
}
/** Newest first. */
const snapshotsAmong = (names: readonly string[]): Snapshot[] =>
  names
    .flatMap((name) => {
      const instant = snapshotInstant(name);
      return instant === undefined ? [] : [{ name, instant }];
    })
    .sort((a, b) => b.instant - a.instant);

/** Whether the day of `now` has none yet. One from a clock that was ahead does not count. */
export function isSnapshotDue(names: readonly string[], now: Date): boolean {
  const latest = snapshotsAmong(names).find(({ instant }) => instant <= now.getTime());
  return latest === undefined || dayOf(latest.instant) < dayOf(now.getTime());
}

/**
 * Names that are not kept any more: beside the newest of each of the last 7 days that have one, and the first of each of the last
 * 8 weeks. What lies ahead of the clock is counted for itself, so that a clock that was set back, or once ran ahead, takes no
 * place from what is good.
 */
export function staleSnapshots(names: readonly string[], now: Date): string[] {
  const all = snapshotsAmong(names);
  const [past, ahead] = [
    all.filter(({ instant }) => instant <= now.getTime()),
    all.filter(({ instant }) => instant > now.getTime()),
  ];
  const kept = new Set([past, ahead].flatMap(keptOf));
  return all.filter(({ name }) => !kept.has(name)).map(({ name }) => name);
}

function keptOf(newestFirst: readonly Snapshot[]): string[] {
  const days = new Map<number, string>();
  const weeks = new Map<number, string>();
  for (const { name, instant } of newestFirst) {
    if (!days.has(dayOf(instant))) days.set(dayOf(instant), name);
    // Set again by each older one: the first of the week stays, whatever comes after it.
    weeks.set(weekOf(instant), name);
  }
  return [...[...days.values()].slice(0, KEPT_DAYS), ...[...weeks.values()].slice(0, KEPT_WEEKS)];
}
