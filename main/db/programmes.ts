import {
  type ProgramOptions,
  programOptionsPatchSchema,
  programOptionsSchema,
} from '../../shared/contract/programApiSchemas.ts';
import { DEFAULT_PLAN_OPTIONS } from '../../shared/program/planInput.ts';
import type { Db } from './connection.ts';
import { json, listed } from './rows.ts';

const { weeks, trainingDays, minutesPerDay, maxExercises, equipment, noBarefoot, footwear } =
  DEFAULT_PLAN_OPTIONS;
const DEFAULTS: ProgramOptions = {
  ...{ weeks, minutesPerDay, maxExercises, noBarefoot, calendar: [] },
  trainingDays: [...trainingDays],
  equipment: [...equipment],
  footwear: { wanted: footwear.wanted, comfortableStride: footwear.comfortableStride },
};

/** What the coach set for an athlete's plans; what was never set has its default. */
export function programmesTable(db: Db) {
  const select = db.prepare('SELECT options_json FROM programmes WHERE athlete_id = ?').pluck();
  const upsert = db.prepare(
    `INSERT INTO programmes (athlete_id, options_json) VALUES (?, ?)
     ON CONFLICT (athlete_id) DO UPDATE SET options_json = excluded.options_json`,
  );
  return {
    options(athleteId: string): ProgramOptions {
      const [kept] = listed(db, 'programmes', json(programOptionsPatchSchema), select.all(athleteId));
      return programOptionsSchema.parse({ ...DEFAULTS, ...kept });
    },
    setOptions: (athleteId: string, options: ProgramOptions): void =>
      void upsert.run(athleteId, JSON.stringify(options)),
  };
}
