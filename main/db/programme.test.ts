import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LogEntry } from '../../shared/domain/drillLog.ts';
import type { PlanOverride } from '../../shared/domain/planOverride.ts';
import { EXERCISES } from '../../shared/program/data/exercises.ts';
import { generatePlan } from '../../shared/program/plan.ts';
import { DEFAULT_PLAN_OPTIONS } from '../../shared/program/planInput.ts';
import { openLibraryDb } from './libraryDb.ts';
import type { StoredPlan } from './plans.ts';
import { filledLibrary, NOW, temporaryFolder } from './testLibrary.testkit.ts';

let place: ReturnType<typeof temporaryFolder>;
let db: ReturnType<typeof filledLibrary>;
beforeEach(() => {
  place = temporaryFolder();
  db = filledLibrary(join(place.folder, 'library.db'));
});
afterEach(() => {
  db.close();
  place.remove();
});

const athleteId = 'athlete-1';
const START = '2026-03-02';
const plan = generatePlan({ ...DEFAULT_PLAN_OPTIONS, findings: [], startDate: START, cadenceSpm: 161.4 });
const stored: StoredPlan = {
  ...{
    id: 'plan-0001',
    athleteId,
    cycle: 1,
    sequence: 0,
    plan,
    base: null,
    asOf: START,
    eased: { plan: [{ week: 2, share: 0.5 }], base: [] },
  },
  ...{ madeOn: START, endedOn: null, sessionId: 'session-1', analysisId: null, loadBefore: 12.5 },
  basis: { findings: [], cadenceSpm: 161.4, sessionDate: START, analysedAt: null, takenAt: NOW, seen: ['a'] },
  lastChange: { date: START, cause: 'made', changes: [] },
};
const remove = (id: string): PlanOverride => ({ id, reason: '', week: 1, kind: 'remove', exercise: 'S1' });
const entry: LogEntry = {
  ...{ id: 'e1', date: START, exercise: 'S1', done: 'partly', rpe: null, note: 'fine', pain_answer: null },
  soreness: [{ area: 'calf', side: 'L', level: 1 }],
};

describe('plans', () => {
  it('come back as they were, also after the library was closed', () => {
    db.plans.save(stored);
    db.close();
    db = openLibraryDb(join(place.folder, 'library.db'));
    expect(db.plans.list(athleteId)).toEqual([stored]);
    expect(db.plans.atHand(athleteId)).toEqual(stored);
  });

  it('are at hand until they end, one at a time, and outlive the session they answer', () => {
    db.plans.save(stored);
    expect(() => db.plans.save({ ...stored, id: 'plan-0002', cycle: 2 })).toThrow(/UNIQUE/);
    db.plans.save({ ...stored, base: plan, endedOn: '2026-04-27' });
    expect(db.plans.atHand(athleteId)).toBeUndefined();
    db.plans.save({ ...stored, id: 'plan-0002', cycle: 2 });
    expect(db.plans.list(athleteId).map(({ cycle }) => cycle)).toEqual([1, 2]);
    db.sessions.remove('session-1');
    expect(db.plans.list(athleteId)).toMatchObject([{ sessionId: null, base: plan }, { sessionId: null }]);
  });

  it('say which exercises the ones at hand hold', () => {
    db.plans.save(stored);
    const held = new Set(
      plan.weeks.flatMap(({ days }) => days.flatMap(({ items }) => items.map(({ exercise }) => exercise))),
    );
    const uses = db.plans.uses();
    expect(new Set(uses.map(({ exercise }) => exercise))).toEqual(held);
    expect(uses.every((use) => use.athleteId === athleteId && use.name === 'Ann')).toBe(true);
    db.plans.save({ ...stored, endedOn: '2026-04-27' });
    expect(db.plans.uses()).toEqual([]);
  });

  it('undo and redo their changes one by one, and a new change ends the redo', () => {
    db.plans.save(stored);
    const changes = db.planOverrides;
    for (const id of ['o1', 'o2']) changes.add(stored.id, remove(id));
    const ids = () => changes.state(stored.id).overrides.map(({ id }) => id);
    expect([changes.undo(stored.id), ids()]).toEqual([true, ['o1']]);
    expect([changes.undo(stored.id), ids()]).toEqual([true, []]);
    expect(changes.undo(stored.id)).toBe(false);
    expect(changes.state(stored.id)).toMatchObject({ canUndo: false, canRedo: true });
    expect([changes.redo(stored.id), ids()]).toEqual([true, ['o1']]);
    changes.add(stored.id, remove('o3'));
    expect(changes.state(stored.id)).toMatchObject({ canUndo: true, canRedo: false });
    expect([changes.redo(stored.id), ids()]).toEqual([false, ['o1', 'o3']]);
  });
});

describe('options, tests and log of an athlete', () => {
  it('have defaults until they are set', () => {
    const options = db.programmes.options(athleteId);
    expect(options).toMatchObject({ weeks: 8, minutesPerDay: 15, calendar: [], noBarefoot: false });
    db.programmes.setOptions(athleteId, { ...options, weeks: 6 });
    expect(db.programmes.options(athleteId)).toEqual({ ...options, weeks: 6 });
  });

  it('are kept by athlete: an id of one is no id of another', () => {
    db.athletes.create('athlete-2', { ...db.athletes.get(athleteId), name: 'Bea' }, NOW);
    db.drillLog.save(athleteId, entry);
    db.drillLog.save('athlete-2', { ...entry, done: 'skipped' });
    expect(db.drillLog.list(athleteId)).toEqual([entry]);
    db.drillLog.save(athleteId, { ...entry, date: '2026-03-01' });
    expect(db.drillLog.list(athleteId)).toHaveLength(1);
    const test = { date: START, kind: 'baseline', cycle: 1, results: [], observations: [] } as const;
    const assessment = {
      ...test,
      results: [],
      observations: [],
      id: 't1',
      pain_next_morning: null,
      note: '',
    };
    db.assessments.save(athleteId, assessment);
    db.assessments.save('athlete-2', { ...assessment, note: 'not mine' });
    expect(db.assessments.list(athleteId)).toEqual([assessment]);
    expect(() => db.assessments.remove('athlete-2', 't1')).toThrow(
      expect.objectContaining({ code: 'not_found' }),
    );
    db.athletes.remove('athlete-2');
    expect(db.drillLog.list('athlete-2')).toEqual([]);
  });

  it('name a gate of a cycle once and a cleared place once a day', () => {
    for (const reason of ['first', 'second']) {
      db.assessments.openGate(athleteId, 1, { opens: 2, date: START, reason });
      db.drillLog.clear(athleteId, { area: 'heel', date: START, reason });
    }
    expect(db.assessments.gateOverrides(athleteId, 1)).toEqual([{ opens: 2, date: START, reason: 'second' }]);
    expect(db.assessments.gateOverrides(athleteId, 2)).toEqual([]);
    expect(db.drillLog.clearances(athleteId)).toEqual([{ area: 'heel', date: START, reason: 'second' }]);
    db.assessments.closeGate(athleteId, 1, 2);
    expect(db.assessments.gateOverrides(athleteId, 1)).toEqual([]);
  });
});

it('exercises of the coach lie over the library, and deleted ones are kept apart', () => {
  const [shipped] = EXERCISES;
  if (shipped === undefined) throw new RangeError('invalid library: empty');
  const own = { ...shipped, id: 'own-1', source: 'coach' as const };
  db.exercises.change('S1', { name: 'Towel pulls' });
  db.exercises.saveOwn(own);
  expect(db.exercises.overlay()).toEqual({
    changes: { S1: { name: 'Towel pulls' } },
    own: [own],
    retired: [],
  });
  db.exercises.reset('S1');
  db.exercises.retire('own-1');
  expect(db.exercises.overlay()).toEqual({ changes: {}, own: [], retired: [own] });
  expect(() => db.exercises.getOwn('own-1')).toThrow(expect.objectContaining({ code: 'not_found' }));
});
