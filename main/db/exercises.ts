import { z } from 'zod';
import { exerciseChangeSchema, exerciseSchema } from '../../shared/contract/exerciseSchemas.ts';
import type { Exercise } from '../../shared/program/data/exercise.ts';
import type { ExerciseChange, LibraryOverlay } from '../../shared/program/library.ts';
import type { Db } from './connection.ts';
import { found, json, listed } from './rows.ts';

const changeRow = z.object({ exercise: z.string(), change_json: json(exerciseChangeSchema) });
const ownRow = z.object({ exercise_json: json(exerciseSchema), retired: z.number() });

/** The coach's layer over the shipped library of exercises. */
export function exercisesTable(db: Db) {
  const changes = db.prepare('SELECT exercise, change_json FROM exercise_changes ORDER BY exercise');
  const change = db.prepare(
    `INSERT INTO exercise_changes (exercise, change_json) VALUES (?, ?)
     ON CONFLICT (exercise) DO UPDATE SET change_json = excluded.change_json`,
  );
  const reset = db.prepare('DELETE FROM exercise_changes WHERE exercise = ?');
  const own = db.prepare('SELECT exercise_json, retired FROM own_exercises ORDER BY rowid');
  const save = db.prepare(
    `INSERT INTO own_exercises (id, exercise_json) VALUES (?, ?)
     ON CONFLICT (id) DO UPDATE SET exercise_json = excluded.exercise_json`,
  );
  const retire = db.prepare('UPDATE own_exercises SET retired = 1 WHERE id = ? AND retired = 0');
  const overlay = (): Required<LibraryOverlay> => {
    const rows = listed(db, 'own_exercises', ownRow, own.all());
    const of = (retired: number) =>
      rows.filter((row) => row.retired === retired).map((row) => row.exercise_json);
    return {
      changes: Object.fromEntries(
        // JSON holds no undefined: a field is there with a value or not at all.
        listed(db, 'exercise_changes', changeRow, changes.all()).map((row) => [
          row.exercise,
          row.change_json as ExerciseChange,
        ]),
      ),
      own: of(0),
      retired: of(1),
    };
  };
  return {
    overlay,
    change: (exercise: string, fields: ExerciseChange): void =>
      void change.run(exercise, JSON.stringify(fields)),
    reset: (exercise: string): void => void reset.run(exercise),
    /** @throws CodedError not_found */
    getOwn: (id: string): Exercise => found(overlay().own.find((exercise) => exercise.id === id)),
    saveOwn: (exercise: Exercise): void => void save.run(exercise.id, JSON.stringify(exercise)),
    retire: (id: string): void => void retire.run(id),
  };
}
