import { exerciseSchema, type LibraryItem } from '../../../shared/contract/exerciseSchemas.ts';
import type { Handlers } from '../../../shared/contract/handlers.ts';
import { CodedError } from '../../../shared/domain/errors.ts';
import type { Exercise } from '../../../shared/program/data/exercise.ts';
import { EXERCISES } from '../../../shared/program/data/exercises.ts';
import { type ExerciseChange, libraryWith } from '../../../shared/program/library.ts';
import type { LibraryDb } from '../../db/libraryDb.ts';
import type { HostContext } from '../hostContext.ts';
import type { JobContext } from '../jobs.ts';

type Names = `library.${'list' | 'change' | 'reset' | 'addOwn' | 'editOwn' | 'deleteOwn'}`;

/** The library of exercises with the coach's layer: shipped ones are changed and given back, own ones come and go. */
export function exerciseHandlers({
  library,
  services,
  events,
}: HostContext): Pick<Handlers<JobContext>, Names> {
  const { db } = library;
  const changed = (write: () => void): LibraryItem[] => {
    db.transaction(write);
    events.changed('library');
    return items(db);
  };
  return {
    'library.list': () => items(db),
    'library.change': ({ id, change }) =>
      changed(() => {
        const shipped = shippedExercise(id);
        const fields = { ...db.exercises.overlay().changes[id], ...named(change) };
        checkGuards(shipped, fields);
        db.exercises.change(id, fields);
      }),
    'library.reset': ({ id }) => changed(() => db.exercises.reset(shippedExercise(id).id)),
    'library.addOwn': ({ exercise }) =>
      changed(() => db.exercises.saveOwn({ ...exercise, id: `own-${services.newId()}`, source: 'coach' })),
    'library.editOwn': ({ id, change }) =>
      changed(() => db.exercises.saveOwn({ ...db.exercises.getOwn(id), ...named(change) })),
    'library.deleteOwn': ({ id }) =>
      changed(() => {
        const { name } = db.exercises.getOwn(id);
        const athletes = db.plans.uses().flatMap((use) => (use.exercise === id ? use.name : []));
        if (athletes.length > 0)
          throw new CodedError('exercise_in_use', { exercise: name, athletes: athletes.join(', ') });
        db.exercises.retire(id);
      }),
  };
}

/** @throws CodedError not_found */
function shippedExercise(id: string): Exercise {
  const exercise = EXERCISES.find((one) => one.id === id);
  if (exercise === undefined) throw new CodedError('not_found');
  return exercise;
}

/** The fields that a change names, and none that it leaves undefined. */
const named = (change: Readonly<Record<string, unknown>>): ExerciseChange =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));

/**
 * A change may add places that are spared when they hurt and open an exercise later, not the other way round, and it trains
 * both sides where the exercise did.
 * @throws CodedError exercise_guard
 */
function checkGuards(shipped: Exercise, { loads, phases, dose }: ExerciseChange): void {
  const losesPlace = loads !== undefined && shipped.loads.some((area) => !loads.includes(area));
  const opensEarlier = phases !== undefined && Math.min(...phases) < Math.min(...shipped.phases);
  const losesSide = dose !== undefined && dose.per_side !== shipped.dose.per_side;
  if (losesPlace || opensEarlier || losesSide)
    throw new CodedError('exercise_guard', { exercise: shipped.name });
}

function items(db: LibraryDb): LibraryItem[] {
  const overlay = db.exercises.overlay();
  const { all } = libraryWith(overlay);
  const uses = db.plans.uses();
  const stateOf = ({ id, source }: Exercise): LibraryItem['state'] =>
    source === 'coach' ? 'own' : overlay.changes[id] === undefined ? 'shipped' : 'changed';
  const view = (exercise: Exercise, state: LibraryItem['state']): LibraryItem => ({
    exercise: exerciseSchema.parse(exercise),
    state,
    usedBy: uses
      .filter((use) => use.exercise === exercise.id)
      .map(({ athleteId, name }) => ({ athleteId, name })),
  });
  return [
    ...all.map((exercise) => view(exercise, stateOf(exercise))),
    ...overlay.retired.map((exercise) => view(exercise, 'retired')),
  ];
}
