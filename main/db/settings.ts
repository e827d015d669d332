import { DEFAULT_SETTINGS, type Settings, settingsSchema } from '../../shared/contract/settingsSchema.ts';
import type { Db } from './connection.ts';
import { json, listed } from './rows.ts';

/** One row of JSON; a field that an older version did not know gets its default. */
export function settingsTable(db: Db) {
  const select = db.prepare('SELECT value_json FROM settings WHERE id = 1').pluck();
  const upsert = db.prepare(
    'INSERT INTO settings (id, value_json) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET value_json = excluded.value_json',
  );
  return {
    get(): Settings {
      // Damaged settings are those of a new library: without any, no window would open.
      const [kept] = listed(db, 'settings', json(settingsSchema), select.all());
      return kept ?? DEFAULT_SETTINGS;
    },
    set: (settings: Settings): void => void upsert.run(JSON.stringify(settings)),
  };
}
