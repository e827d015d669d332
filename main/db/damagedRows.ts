import { CodedError } from '../../shared/domain/errors.ts';
import type { Db } from './connection.ts';

type Listener = (table: string) => void;

/** Rows of one connection that did not parse, each counted once. */
class DamagedRows {
  readonly #seen = new Set<string>();
  readonly #listeners: Listener[] = [];

  /** Called for each row that is found damaged for the first time. */
  onNew(listener: Listener): void {
    this.#listeners.push(listener);
  }

  add(table: string, row: unknown): void {
    const key = `${table}:${keyOf(row)}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    for (const listener of this.#listeners) listener(table);
  }
  /** What `read` makes of a row; nothing, and counted, where a part that it needs is damaged. */
  readable<T>(table: string, row: unknown, read: () => T): T[] {
    try {
      return [read()];
    } catch (error) {
      if (!(error instanceof CodedError) || error.code !== 'entry_damaged') throw error;
      this.add(table, row);
      return [];
    }
  }
  get count(): number {
    return this.#seen.size;
  }
}

/** What tells a row from others of its table: its id, or all that it says. */
const keyOf = (row: unknown): string =>
  typeof row === 'object' && row !== null && 'id' in row ? String(row.id) : JSON.stringify(row);

const ofConnection = new WeakMap<Db, DamagedRows>();

/** The count of a connection: lists leave damaged rows out and say so here. */
export function damagedRowsOf(db: Db): DamagedRows {
  const known = ofConnection.get(db) ?? new DamagedRows();
  ofConnection.set(db, known);
  return known;
}
