import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { CodedError } from '../../shared/domain/errors.ts';
import type { Db } from './connection.ts';
import { maybe } from './rows.ts';

export const ownerSchema = z.object({ library: z.string(), generation: z.int().nonnegative() });
export const ADVANCE =
  'UPDATE ownership SET generation = generation + 1 WHERE id = 1 RETURNING library, generation';

/** Who this database is, and how often it was opened. */
export interface Ownership {
  /** Made with the database; its copies have the same. */
  readonly library: string;
  /** Of this opening; it is higher than all before, and rises with each video that comes in. */
  readonly generation: number;
  /** Of the opening before; undefined for a database that was never opened. */
  readonly before: number | undefined;
}

export interface OwnerChecks {
  /** Generation that was seen elsewhere; the new one is higher. */
  readonly atLeast?: number;
  /** Called before each write, in its transaction. @throws where nothing may be written any more */
  readonly check?: () => void;
  /** Somebody else has opened the database since. */
  readonly onLost?: () => void;
}

/**
 * Makes this connection the only one that may write. From then on each of its writes looks first, in the same transaction,
 * whether somebody else has opened the database since: a process that slept through that never writes into the other's work.
 */
export function takeOwnership(db: Db, { atLeast = 0, check, onLost }: OwnerChecks): Ownership {
  const owner = randomUUID();
  const select = db.prepare('SELECT library, generation FROM ownership WHERE id = 1');
  const claim = db.prepare(
    `INSERT INTO ownership (id, library, generation, owner) VALUES (1, @library, @generation, @owner)
     ON CONFLICT (id) DO UPDATE SET generation = excluded.generation, owner = excluded.owner`,
  );
  const ownership = db
    .transaction((): Ownership => {
      const known = maybe(ownerSchema, select.get());
      const generation = Math.max(known?.generation ?? 0, atLeast) + 1;
      const library = known?.library ?? randomUUID();
      claim.run({ library, generation, owner });
      return { library, generation, before: known?.generation };
    })
    .immediate();
  const current = db.prepare('SELECT owner FROM ownership WHERE id = 1').pluck();
  guardWrites(db, () => {
    check?.();
    if (current.get() === owner) return;
    onLost?.();
    throw new CodedError('library_lost');
  });
  return ownership;
}

/** Runs `check` before every statement that writes, in one transaction with it. */
function guardWrites(db: Db, check: () => void): void {
  const prepare = db.prepare.bind(db);
  const alone = db.transaction((write: () => unknown) => write());
  const checked = <Args extends unknown[]>(write: (...args: Args) => unknown) => {
    return (...args: Args): unknown => {
      const work = () => {
        check();
        return write(...args);
      };
      return db.inTransaction ? work() : alone.immediate(work);
    };
  };
  const guarded = (sql: string) => {
    const statement = prepare(sql);
    if (statement.readonly) return statement;
    return Object.assign(statement, {
      run: checked(statement.run.bind(statement)),
      get: checked(statement.get.bind(statement)),
      all: checked(statement.all.bind(statement)),
    });
  };
  Object.assign(db, { prepare: guarded });
}
