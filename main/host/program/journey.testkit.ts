import { expect } from 'vitest';
import type { Answer, CallInput, JobName, MethodName } from '../../../shared/contract/handlers.ts';
import { day, daysDone, line, START, someExercise, sore, testsOn } from './programme.testkit.ts';

export type Ask = <M extends Exclude<MethodName, JobName>>(
  method: M,
  input: CallInput<M>,
) => Promise<Answer<M>>;

const OWN: CallInput<'library.addOwn'>['exercise'] = {
  ...{ name: 'Arch lifts on the stairs', domain: 'strength', phases: [3], level: 1 },
  dose: { sets: 2, amount: 8, unit: 'reps', per_side: true },
  ...{ equipment: [], surface: 'firm floor', footwear: 'barefoot', how: ['Stand on a step.'], cues: [] },
  ...{ why: 'Holds the arch.', progression: 'One more set.', regression: 'Sit.', videoCheck: 'The arch.' },
  ...{ loads: ['sole'], contraindications: [] },
};

/** Every method of the programme once, as a coach would call them in two cycles; the rules have tests of their own. */
export async function programmeJourney(ask: Ask, athleteId: string, sessionId: string): Promise<void> {
  const on = (n: number) => ({ athleteId, today: day(n) });
  const empty = await ask('program.state', on(-1));
  expect(empty).toMatchObject({ current: null, pending: null, next: { cycle: 1, loadBefore: null } });
  expect(empty.standing.missing).toHaveLength(8);
  const baseline = testsOn(day(-1), 'baseline');
  await ask('program.saveAssessment', { ...on(-1), assessment: baseline });
  await ask('program.setOptions', { ...on(-1), patch: { minutesPerDay: 20, equipment: ['towel', 'step'] } });
  const made = await ask('program.makePlan', { ...on(-1), sessionId, startDate: START });
  expect(made.current).toMatchObject({ cycle: 1, basis: { sessionId }, plan: { start_date: START } });
  const plan = made.current?.plan;
  if (plan === undefined) throw new Error('no plan');

  const { exercise } = someExercise(plan, 1);
  const change = { kind: 'remove', exercise, week: 1, reason: 'no room' } as const;
  const changed = await ask('program.addOverride', { ...on(0), change });
  expect(changed).toMatchObject({ canUndo: true, canRedo: false, overrides: [change] });
  expect((await ask('program.undo', on(0))).current?.plan).toEqual(plan);
  const again = await ask('program.redo', on(0));
  expect(again.current?.plan.weeks[0]).toEqual(changed.current?.plan.weeks[0]);

  await ask('program.saveLogEntries', { ...on(7), entries: daysDone(0, 7) });
  const entries = [...daysDone(7, 13), line(day(13), { soreness: sore('calf', 4), note: 'calf hurts' })];
  const held = await ask('program.saveLogEntries', { ...on(13), entries });
  expect(held.reading).toMatchObject({
    adaptation: { hold: true, ease: 0.5 },
    questions: [{ words: ['hurts'] }],
  });
  expect(held.current?.lastChange).toMatchObject({ cause: 'log' });
  const entryId = held.reading.questions[0]?.entry ?? '';
  const answer = { pain: true, area: 'calf', level: 4 } as const;
  const stopped = await ask('program.answerPain', { ...on(13), entryId, answer });
  expect(stopped.reading).toMatchObject({ adaptation: { stopped: ['calf'] }, showReferral: true });
  const cleared = await ask('program.clearPain', {
    ...on(14),
    area: 'calf',
    reason: 'rested, no pain on hopping',
  });
  expect(cleared).toMatchObject({ pains: [], clearances: [{ area: 'calf' }] });
  const typed = held.log.at(-2)?.id ?? '';
  expect((await ask('program.deleteLogEntry', { ...on(14), id: typed })).log).toHaveLength(13);
  const log = { schemaVersion: 1, plan_start: START, entries: held.log.slice(-2, -1) };
  const source = { name: 'log.json', text: JSON.stringify(log) };
  expect(await ask('program.importLog', { ...on(14), source })).toMatchObject({ added: 1, changed: 0 });

  const retest = testsOn(day(14), 'retest', { stanceS: 35, raises: 22 });
  const tested = await ask('program.saveAssessment', { ...on(14), assessment: retest });
  expect(tested.standing.openPhase).toBe(3);
  expect(tested.current?.plan.gates[0]).toMatchObject({ passed: true, by: 'tests' });
  const id = tested.assessments[1]?.id ?? '';
  expect((await ask('program.deleteAssessment', { ...on(14), id })).standing.openPhase).toBe(1);
  const opened = await ask('program.overrideGate', { ...on(14), opens: 2, reason: 'steady for years' });
  expect(opened).toMatchObject({ standing: { openPhase: 2 }, gateOverrides: [{ opens: 2 }] });
  await ask('program.saveAssessment', { ...on(56), assessment: { ...retest, date: day(56) } });
  await ask('program.update', on(56));
  const over = await ask('program.finishCycle', on(56));
  expect(over).toMatchObject({
    current: null,
    finished: [{ cycle: 1, endedOn: day(56) }],
    next: { cycle: 2 },
  });
  expect(over.finished[0]?.tests.find(({ test }) => test === 'single_leg_stance')).toMatchObject({
    change: 15,
  });
  const planId = over.finished[0]?.planId ?? '';
  const video = await ask('program.videoChanges', { athleteId, planId });
  expect(video).toMatchObject({ before: { sessionId }, after: null, changes: [] });
  const second = await ask('program.makePlan', { ...on(56), sessionId: null, startDate: day(56) });
  expect(second).toMatchObject({ current: { cycle: 2, basis: null }, overrides: [], next: null });
  await libraryJourney(ask);
}

async function libraryJourney(ask: Ask): Promise<void> {
  const find = (items: Awaited<ReturnType<typeof shipped>>, id: string) =>
    items.find(({ exercise }) => exercise.id === id);
  const shipped = () => ask('library.list', {});
  const before = await shipped();
  expect(find(before, 'S1')?.state).toBe('shipped');
  const changed = await ask('library.change', { id: 'S1', change: { name: 'Towel pulls' } });
  expect(find(changed, 'S1')).toMatchObject({ state: 'changed', exercise: { name: 'Towel pulls' } });
  expect(await ask('library.reset', { id: 'S1' })).toEqual(before);
  const added = await ask('library.addOwn', {
    exercise: OWN,
  });
  const id = added.find(({ state }) => state === 'own')?.exercise.id ?? '';
  const edited = await ask('library.editOwn', { id, change: { cues: ['Tall.'] } });
  expect(find(edited, id)?.exercise.cues).toEqual(['Tall.']);
  expect(find(await ask('library.deleteOwn', { id }), id)?.state).toBe('retired');
}
