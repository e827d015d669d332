import type { SessionHistory } from '../../../shared/contract/compareApi.ts';
import { type Change, changeBetween } from '../../../shared/gait/change.ts';

type Reading = SessionHistory['readings'][number];

/** One value of two sessions. */
export interface BeforeAfterRow {
  readonly id: string;
  readonly side: 'L' | 'R' | null;
  readonly before: Reading | undefined;
  readonly after: Reading | undefined;
  readonly change: Change;
}

export type RowChoice = 'all' | 'changed' | 'comparable';

const keyOf = ({ metric: { id, side } }: Reading): string => `${id} ${side}`;

/** Every value of either session, in the order in which a session has them. */
export function beforeAfterRows(before: SessionHistory, after: SessionHistory): BeforeAfterRow[] {
  const first = new Map(before.readings.map((reading) => [keyOf(reading), reading]));
  const last = new Map(after.readings.map((reading) => [keyOf(reading), reading]));
  const keys = [...last.keys(), ...[...first.keys()].filter((key) => !last.has(key))];
  return keys.flatMap((key): BeforeAfterRow[] => {
    const [a, b] = [first.get(key), last.get(key)];
    const known = a ?? b;
    if (known === undefined) return [];
    const change: Change = a && b ? changeBetween(a, b) : { kind: 'not_comparable', reason: 'absent' };
    return [{ id: known.metric.id, side: known.metric.side, before: a, after: b, change }];
  });
}

export const chosenRows = (rows: readonly BeforeAfterRow[], choice: RowChoice): BeforeAfterRow[] =>
  rows.filter(
    ({ change }) =>
      choice === 'all' ||
      change.kind === 'changed' ||
      (choice === 'comparable' && change.kind === 'within_error'),
  );

export interface ChangeCounts {
  readonly changed: number;
  readonly within: number;
  readonly not: number;
}

export function countChanges(rows: readonly BeforeAfterRow[]): ChangeCounts {
  const count = (kind: Change['kind']) => rows.filter(({ change }) => change.kind === kind).length;
  return { changed: count('changed'), within: count('within_error'), not: count('not_comparable') };
}
