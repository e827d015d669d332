import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallInput } from '../../../shared/contract/handlers.ts';
import type { PlanCycle } from '../../../shared/contract/programApiSchemas.ts';
import type { Plan } from '../../../shared/domain/plan.ts';
import { exerciseById } from '../../../shared/program/data/exercises.ts';
import { athletePlan } from './athletePlan.ts';
import { day, exercisesFrom, START, someExercise } from './programme.testkit.ts';
import { openProgrammeHost, type ProgrammeHost } from './programmeHost.testkit.ts';

let app: ProgrammeHost;
const on = (n: number) => ({ athleteId: app.athleteId, today: day(n) });
beforeEach(async () => {
  app = await openProgrammeHost();
});
afterEach(() => app.close());

const own: CallInput<'library.addOwn'>['exercise'] = {
  ...{ name: 'Arch lifts on the stairs', domain: 'strength', phases: [1, 2, 3], level: 1 },
  dose: { sets: 2, amount: 8, unit: 'reps', per_side: true },
  ...{ equipment: [], surface: 'firm floor', footwear: 'barefoot', how: ['Stand on a step.'], cues: [] },
  ...{ why: 'Holds the arch.', progression: 'One more set.', regression: 'Sit.', videoCheck: 'The arch.' },
  ...{ loads: ['sole'], contraindications: [] },
};
const planOf = (cycle: PlanCycle | null): Plan => {
  if (cycle === null) throw new RangeError('invalid state: no plan');
  return cycle.plan;
};
const ownId = async () =>
  (await app.ask('library.list', {})).find(({ state }) => state === 'own')?.exercise.id ?? 'none';

describe('the coach’s layer', () => {
  it('changes field by field, is there after a restart and gives the shipped exercise back', async () => {
    await app.ask('library.change', { id: 'S1', change: { name: 'Towel pulls' } });
    await app.ask('library.change', { id: 'S1', change: { cues: ['Long toes.'] } });
    await app.reopen();
    const item = (await app.ask('library.list', {})).find(({ exercise }) => exercise.id === 'S1');
    expect(item).toMatchObject({ state: 'changed', exercise: { name: 'Towel pulls', cues: ['Long toes.'] } });
    const reset = await app.ask('library.reset', { id: 'S1' });
    expect(reset.find(({ exercise }) => exercise.id === 'S1')).toEqual({
      ...{ exercise: exerciseById('S1'), state: 'shipped', usedBy: [] },
    });
  });

  it.each([
    ['a place that it loads', { loads: exerciseById('F8').loads.slice(1) }],
    ['its phase', { phases: [1 as const, 3 as const] }],
    ['one of its sides', { dose: { ...exerciseById('F8').dose, per_side: false } }],
  ])('cannot take %s off a shipped exercise', async (_, change) => {
    const before = await app.ask('library.list', {});
    const asked = { id: 'F8', change: { ...change } };
    await expect(app.ask('library.change', asked)).rejects.toMatchObject({ code: 'exercise_guard' });
    expect(await app.ask('library.list', {})).toEqual(before);
  });

  it('knows only what is there', async () => {
    for (const ask of [
      () => app.ask('library.change', { id: 'Z9', change: { name: 'x' } }),
      () => app.ask('library.reset', { id: 'Z9' }),
      () => app.ask('library.editOwn', { id: 'S1', change: { name: 'x' } }),
      () => app.ask('library.deleteOwn', { id: 'S1' }),
    ])
      await expect(ask()).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('plans', () => {
  it('take a changed dose when they are brought up to date, and keep the days before', async () => {
    const { current } = await app.ask('program.makePlan', { ...on(0), sessionId: null, startDate: START });
    const plan = planOf(current);
    const { exercise } = someExercise(plan, 2);
    const { dose } = exerciseById(exercise);
    const change = { dose: { ...dose, sets: 1, amount: dose.unit === 's' ? 10 : 4 } };
    await app.ask('library.change', { id: exercise, change });
    const { pending } = await app.ask('program.state', on(7));
    expect(pending?.changes.some((one) => one.kind === 'dose' && one.exercise === exercise)).toBe(true);
    const updated = await app.ask('program.update', on(7));
    expect(updated.current?.plan.weeks[0]).toEqual(plan.weeks[0]);
    expect(updated.pending).toBeNull();
  });

  it('draw on own exercises, which cannot be deleted while they do', async () => {
    await app.ask('library.addOwn', { exercise: own });
    const id = await ownId();
    await app.ask('program.makePlan', { ...on(0), sessionId: null, startDate: START });
    const item = (await app.ask('library.list', {})).find(({ exercise }) => exercise.id === id);
    expect(item?.usedBy).toEqual([{ athleteId: app.athleteId, name: 'Ann' }]);
    await expect(app.ask('library.deleteOwn', { id })).rejects.toMatchObject({
      code: 'exercise_in_use',
      params: { exercise: own.name, athletes: 'Ann' },
    });
    const change = { kind: 'remove', exercise: id, week: null, reason: 'no stairs' } as const;
    await app.ask('program.addOverride', { ...on(0), change });
    const items = await app.ask('library.deleteOwn', { id });
    expect(items.find(({ exercise }) => exercise.id === id)).toMatchObject({ state: 'retired', usedBy: [] });
    // Taking the change back does not bring back what is gone, and breaks nothing.
    const { current } = await app.ask('program.undo', on(0));
    expect(exercisesFrom(planOf(current), START)).not.toContain(id);
    await expect(app.ask('library.editOwn', { id, change: { name: 'x' } })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('of finished cycles keep the name of what was deleted since', async () => {
    await app.ask('library.addOwn', { exercise: own });
    const id = await ownId();
    await app.ask('program.makePlan', { ...on(0), sessionId: null, startDate: START });
    const { finished } = await app.ask('program.finishCycle', on(14));
    await app.ask('library.deleteOwn', { id });
    const { current } = await app.ask('program.makePlan', { ...on(14), sessionId: null, startDate: day(14) });
    expect(exercisesFrom(planOf(finished[0] ?? null), START)).toContain(id);
    expect(exercisesFrom(planOf(current), START)).not.toContain(id);
    expect(athletePlan(app.db(), app.athleteId)?.exercises.get(id).name).toBe(own.name);
  });
});
