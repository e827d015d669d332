import type { LogEntryInput } from '../../../shared/contract/programApiSchemas.ts';
import type { LogEntry, Soreness } from '../../../shared/domain/drillLog.ts';

export type Done = LogEntry['done'];
export const DONES = ['done', 'partly', 'skipped'] as const;

/** Stands for the day as a whole among the ticks, where nothing was planned. */
export const WHOLE_DAY = '';

/** A day of the log while it is typed. Facts of the day are written once; NaN is no number. */
export interface LogDraft {
  /** By exercise; `WHOLE_DAY` where nothing was planned. */
  readonly ticks: Readonly<Record<string, Done>>;
  readonly rpe: number | null;
  readonly soreness: readonly { area: Soreness['area']; side: Soreness['side']; level: number | null }[];
  readonly note: string;
}

const hasFacts = ({ rpe, soreness, note }: LogEntry): boolean =>
  rpe !== null || soreness.length > 0 || note !== '';

/** The entry that carries effort, soreness and note of a day. */
const carrierOf = (entries: readonly LogEntry[]): LogEntry | undefined =>
  entries.find(hasFacts) ?? entries[0];

/** A day as it was written down before; `planned` are the ids of its exercises. */
export function draftFromDay(entries: readonly LogEntry[], planned: readonly string[]): LogDraft {
  const whole = entries.find(({ exercise }) => exercise === null);
  const rows = planned.length === 0 ? [WHOLE_DAY] : planned;
  const ticks = rows.flatMap((id): [string, Done][] => {
    const own = entries.find(({ exercise }) => exercise === id)?.done ?? whole?.done;
    return own === undefined ? [] : [[id, own]];
  });
  const carrier = carrierOf(entries);
  return {
    ticks: Object.fromEntries(ticks),
    rpe: carrier?.rpe ?? null,
    soreness: carrier?.soreness ?? [],
    note: carrier?.note ?? '',
  };
}

const isOutOfTen = (value: number | null): boolean => value !== null && value >= 0 && value <= 10;

export type LogProblem = 'ticks' | 'rpe' | 'soreness';

export const problemsOfDay = ({ ticks, rpe, soreness }: LogDraft): LogProblem[] => [
  ...(Object.keys(ticks).length > 0 ? [] : (['ticks'] as const)),
  ...(rpe === null || isOutOfTen(rpe) ? [] : (['rpe'] as const)),
  ...(soreness.every(({ level }) => isOutOfTen(level)) ? [] : (['soreness'] as const)),
];

/**
 * Lines to store. A day that went the same for all exercises is one line; otherwise each exercise has its own, so that the
 * share that was done stays exact. Lines that are there already are changed, none is left behind to count beside the new.
 */
export function entriesFromDay(
  draft: LogDraft,
  date: string,
  entries: readonly LogEntry[],
  planned: readonly string[],
): LogEntryInput[] {
  const ticked = planned.filter((id) => draft.ticks[id] !== undefined);
  const whole = entries.find(({ exercise }) => exercise === null);
  const dones = new Set(planned.map((id) => draft.ticks[id]));
  const isOneLine = planned.length === 0 || (dones.size === 1 && entries.every((one) => one === whole));
  const ids = isOneLine ? [null] : ticked;
  let spare = isOneLine ? undefined : whole?.id;
  const lines = ids.map((exercise): LogEntryInput => {
    const before = entries.find((one) => one.exercise === exercise);
    const id = before?.id ?? spare ?? null;
    if (before === undefined) spare = undefined;
    const done = draft.ticks[exercise ?? planned[0] ?? WHOLE_DAY] ?? 'skipped';
    const { rpe = null, soreness = [], note = '' } = before ?? {};
    return { id, date, exercise, done, rpe, soreness, note };
  });
  const carrierId = carrierOf(entries)?.id;
  const at = Math.max(
    0,
    lines.findIndex(({ id }) => id !== null && id === carrierId),
  );
  const facts = {
    rpe: draft.rpe,
    soreness: draft.soreness.flatMap(({ area, side, level }) =>
      level === null ? [] : [{ area, side, level }],
    ),
    note: draft.note.trim(),
  };
  return lines.map((line, i) => (i === at ? { ...line, ...facts } : line));
}
