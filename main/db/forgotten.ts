import { z } from 'zod';
import type { Db } from './connection.ts';

/** Athletes who are deleted here and may still be in copies of the library: ids only, which tell nothing of a person. */
export function forgottenTable(db: Db) {
  const add = db.prepare('INSERT INTO forgotten (athlete_id) VALUES (?) ON CONFLICT DO NOTHING');
  const list = db.prepare('SELECT athlete_id FROM forgotten ORDER BY athlete_id').pluck();
  const remove = db.prepare('DELETE FROM forgotten WHERE athlete_id = ?');
  return {
    add: (athleteId: string): void => void add.run(athleteId),
    list: (): string[] => z.array(z.string()).parse(list.all()),
    /** No copy holds them any more. */
    remove: (athleteId: string): void => void remove.run(athleteId),
  };
}
