import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Metric } from '../../../shared/domain/analysis.ts';
import type { Plan } from '../../../shared/domain/plan.ts';
import { findingOf } from '../../../shared/program/planInputs.testkit.ts';
import { athletePlan } from './athletePlan.ts';
import { day, daysDone, exercisesFrom, line, someExercise, sore, testsOn } from './programme.testkit.ts';
import { type BegunProgramme, beginProgramme } from './programmeHost.testkit.ts';

const metric = (id: string, value: number, side: 'L' | null = null): Metric => ({
  ...{ id, side, clip: null, value, unit: '', repeat: 1, total: 1, low: null, high: null, n: 20 },
  ...{ grade: 'high', reason: null },
});

let app: BegunProgramme['app'];
let sessionId: BegunProgramme['sessionId'];
let on: BegunProgramme['on'];
let state: BegunProgramme['state'];
let planOn: BegunProgramme['planOn'];
let log: BegunProgramme['saveLog'];
beforeEach(async () => {
  ({ app, sessionId, on, state, planOn, saveLog: log } = await beginProgramme([metric('cadence', 158)]));
});
afterEach(() => app.close());

describe('a plan', () => {
  it('answers the findings of the analysis with the own cadence, and says from which one', async () => {
    const { current, analyses, next } = await state(-1);
    expect(current?.plan.answers).toMatchObject([{ rule: 'overstriding', frames: [{ clip: 'c' }] }]);
    const items = current?.plan.weeks.flatMap(({ days }) => days.flatMap((one) => one.items)) ?? [];
    // Cadence work begins at the own 158 steps/min and goes on one small step above it.
    const paces = items.flatMap(({ cadence }) => cadence ?? []);
    expect(paces[0]).toMatchObject({ spm: 158, percent: 0 });
    expect(paces.find(({ spm }) => spm !== 158)).toMatchObject({ spm: 162, percent: 2.5 });
    expect(current?.basis).toEqual(analyses[0]);
    // Its first day is still to come, so it may be made anew.
    expect(next).toMatchObject({ cycle: 1 });
  });

  it('is the same after the library was closed and opened, with undo and redo', async () => {
    const { exercise } = someExercise(await planOn(0), 2);
    const change = { kind: 'remove', exercise, week: 2, reason: 'no towel' } as const;
    await app.ask('program.addOverride', { ...on(0), change });
    await app.ask('program.setOptions', { ...on(0), patch: { minutesPerDay: 25 } });
    await log(3, [...daysDone(0, 2), line(day(2), { soreness: sore('sole', 4), note: 'my foot hurts' })]);
    await app.ask('program.overrideGate', { ...on(3), opens: 2, reason: 'steady for years' });
    const before = await state(4);
    await app.reopen();
    expect(await state(4)).toEqual(before);
    expect((await app.ask('program.undo', on(4))).overrides).toEqual([]);
    await app.reopen();
    const again = await app.ask('program.redo', on(4));
    expect(again.overrides).toEqual(before.overrides);
    expect(again.current?.plan.weeks.map(({ days }) => days)).toEqual(
      before.current?.plan.weeks.map(({ days }) => days),
    );
  });

  it('does not change while the drills are done, and nothing waits to be brought up to date', async () => {
    const first = await planOn(0);
    for (const n of [3, 7]) {
      const { current, pending } = await log(n, daysDone(n === 7 ? 3 : 0, n));
      expect(current?.plan.weeks.map(({ days }) => days)).toEqual(first.weeks.map(({ days }) => days));
      expect(pending).toBeNull();
    }
  });

  it('comes back by undo exactly as it was, also while the log holds it', async () => {
    const held = await log(3, [...daysDone(0, 2), line(day(2), { soreness: sore('calf', 5) })]);
    const { exercise } = someExercise(held.current?.plan ?? (await planOn(3)), 1);
    for (const change of [
      { kind: 'remove', exercise, week: null, reason: '' },
      {
        kind: 'dose',
        exercise,
        week: 2,
        reason: '',
        dose: { sets: 1, amount: 5, unit: 'reps', per_side: true },
      },
    ] as const) {
      const changed = await app.ask('program.addOverride', { ...on(3), change });
      expect(changed.current?.lastChange).toMatchObject({ cause: 'override' });
      expect(changed.current?.lastChange.changes.length).toBeGreaterThan(0);
      const undone = await app.ask('program.undo', on(3));
      expect(undone.current?.plan).toEqual(held.current?.plan);
    }
  });

  it('takes a move to a free day and a swap, each named as the reason, and gives both back', async () => {
    await app.ask('program.setOptions', { ...on(0), patch: { minutesPerDay: 30 } });
    const plan = await planOn(0);
    const { exercise, weekday } = someExercise(plan, 2);
    const on1 = (of: Plan, at: number) =>
      of.weeks[1]?.days.find((one) => one.weekday === at)?.items.map((item) => item.exercise) ?? [];
    const move = { kind: 'move', exercise, from: weekday, to: 6, week: 2, reason: 'club night' } as const;
    const moved = (await app.ask('program.addOverride', { ...on(0), change: move })).current;
    expect(on1(moved?.plan ?? plan, 6)).toContain(exercise);
    expect(on1(moved?.plan ?? plan, weekday)).not.toContain(exercise);
    expect(
      moved?.lastChange.changes.find(({ kind, weekday }) => kind === 'added' && weekday === 6),
    ).toMatchObject({
      exercise,
      reasons: [{ code: 'coach_change', params: { reason: 'club night' } }],
    });
    const week = plan.weeks[1]?.days.flatMap(({ items }) => items.map((item) => item.exercise)) ?? [];
    const by = ['A3', 'M2', 'A1', 'S1', 'M1'].find((id) => !week.includes(id)) ?? 'A2';
    const swap = { kind: 'swap', exercise, by, week: 2, reason: '' } as const;
    const swapped = (await app.ask('program.addOverride', { ...on(0), change: swap })).current;
    expect(on1(swapped?.plan ?? plan, 6)).toContain(by);
    for (const _ of [move, swap]) await app.ask('program.undo', on(0));
    expect(await planOn(0)).toEqual(plan);
  });

  it('tells calendars of every change, and of nothing else', async () => {
    const sequence = async () => athletePlan(app.db(), app.athleteId)?.sequence;
    expect(await sequence()).toBe(0);
    await app.ask('program.update', on(-1));
    expect(await sequence()).toBe(0);
    await app.ask('program.setOptions', { ...on(-1), patch: { maxExercises: 2 } });
    expect(await sequence()).toBe(1);
  });

  it('is made anew before its first day and keeps the coach’s changes', async () => {
    const { exercise } = someExercise(await planOn(-1), 1);
    const change = { kind: 'remove', exercise, week: 1, reason: 'no room' } as const;
    await app.ask('program.addOverride', { ...on(-1), change });
    const moved = await app.ask('program.makePlan', { ...on(-1), sessionId, startDate: day(7) });
    expect(moved).toMatchObject({ current: { cycle: 1, plan: { start_date: day(7) } }, overrides: [change] });
    const week = moved.current?.plan.weeks[0]?.days.flatMap(({ items }) => items) ?? [];
    expect(week.map((item) => item.exercise)).not.toContain(exercise);
  });
});

describe('what is new', () => {
  it('waits as a diff until the coach takes it: a newer analysis', async () => {
    await log(14, daysDone(0, 14));
    const next = await app.addAnalysis(day(13), [findingOf('low_cadence', 1)], [metric('cadence', 150)]);
    const { pending } = await state(14);
    expect(pending?.newerAnalysis?.sessionId).toBe(next);
    expect(pending?.changes[0]).toMatchObject({ kind: 'priority', from: 'overstriding', to: 'low_cadence' });
    const updated = await app.ask('program.update', on(14));
    expect(updated).toMatchObject({ pending: null, current: { basis: { sessionId: next } } });
    expect(updated.current?.lastChange).toMatchObject({ cause: 'analysis', changes: pending?.changes });
    expect(updated.current?.plan.priorities).toEqual(['low_cadence']);
  });

  it('is no analysis of an earlier session, and outlives the session that it was taken from', async () => {
    await app.addAnalysis(day(-30), [findingOf('low_cadence', 1)]);
    expect((await state(0)).pending).toBeNull();
    await app.ask('sessions.delete', { id: sessionId });
    const { current } = await state(0);
    expect(current).toMatchObject({ basis: null, plan: { priorities: ['overstriding'] } });
    expect((await app.ask('program.update', on(0))).current?.plan.priorities).toEqual(['overstriding']);
  });

  it('comes from video too: the foot-off excursion stands among the trends', async () => {
    await app.addAnalysis(day(-1), [], [metric('foot_off_excursion', 44.5, 'L')]);
    await app.addAnalysis(day(40), [], [metric('foot_off_excursion', 50.5, 'L')]);
    const { trends, assessments } = await state(41);
    expect(trends.find(({ test }) => test === 'foot_off_excursion')).toMatchObject({ side: 'L', change: 6 });
    expect(assessments).toHaveLength(1);
  });
});

describe('before and after of a cycle', () => {
  it('come from the videos too: what the plan answers, told only beyond what two days differ by', async () => {
    const planId = (await state(0)).current?.planId ?? '';
    const ask = () => app.ask('program.videoChanges', { athleteId: app.athleteId, planId });
    expect(await ask()).toMatchObject({ before: { sessionId }, after: null, changes: [] });
    const retest = await app.addAnalysis(day(40), [], [metric('cadence', 165)]);
    const { before, after, changes } = await ask();
    expect([before?.sessionId, after?.sessionId]).toEqual([sessionId, retest]);
    // sqrt(1^2 + 1^2 + (1.96 x sqrt(2) x 1.5)^2) = 4.39 steps/min
    expect(changes).toMatchObject([
      {
        ...{ rule: 'overstriding', metric: 'cadence', before: 158, after: 165 },
        change: { kind: 'changed', delta: 7, detectable: expect.closeTo(4.39, 2) },
      },
    ]);
    await app.addAnalysis(day(41), [], [metric('cadence', 162)]);
    expect((await ask()).changes).toMatchObject([{ change: { kind: 'within_error', delta: 4 } }]);
    const other = await app.ask('athletes.create', { name: 'Bea' });
    await expect(app.ask('program.videoChanges', { athleteId: other.id, planId })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('living with it', () => {
  it('soreness holds this week and the next at what was planned, and says why', async () => {
    const first = await planOn(0);
    await log(7, daysDone(0, 7));
    const sorely = await log(10, [...daysDone(7, 9), line(day(9), { soreness: sore('sole', 5) })]);
    const plan = sorely.current?.plan;
    for (const k of [1, 2]) expect(plan?.weeks[k]?.load).toBeLessThanOrEqual(first.weeks[k]?.load ?? 0);
    expect(plan?.weeks[1]?.notes).toContainEqual({
      code: 'soreness_ease',
      params: { area: 'sole', level: 5 },
    });
    expect(sorely.current?.lastChange).toMatchObject({ cause: 'log', date: day(10) });
    expect(plan?.weeks[0]).toEqual(first.weeks[0]);
    for (const { reasons } of sorely.current?.lastChange.changes ?? []) expect(reasons).not.toEqual([]);
    // Taking the entry back on the same day gives the plan back.
    const id = sorely.log.find(({ soreness }) => soreness.length > 0)?.id ?? '';
    const gone = await app.ask('program.deleteLogEntry', { ...on(10), id });
    expect(gone.current?.plan.weeks[2]?.load).toBe(first.weeks[2]?.load);
  });

  it('pain answered with yes stops its drills at once, in the next cycle too, until it is cleared', async () => {
    const noted = await log(2, [line(day(1), { note: 'sharp pain at the heel' })]);
    expect(noted.reading).toMatchObject({ questions: [{ words: ['sharp', 'pain'] }], showReferral: false });
    const entryId = noted.log[0]?.id ?? '';
    const answer = { pain: true, area: 'calf', level: 5 } as const;
    const stopped = await app.ask('program.answerPain', { ...on(2), entryId, answer });
    expect(stopped.current?.lastChange.cause).toBe('pain');
    expect(stopped.pains).toEqual([{ area: 'calf', level: 5, since: day(1), clearableFrom: day(2) }]);
    const { exercises } = athletePlan(app.db(), app.athleteId) ?? {};
    const loading = (plan: Parameters<typeof exercisesFrom>[0] | undefined, from: string) =>
      plan === undefined
        ? ['no plan']
        : exercisesFrom(plan, from).filter((id) => exercises?.get(id).loads.includes('calf'));
    expect(loading(stopped.current?.plan, day(2))).toEqual([]);
    await app.ask('program.finishCycle', on(8));
    const next = await app.ask('program.makePlan', { ...on(8), sessionId, startDate: day(8) });
    expect(next.current?.cycle).toBe(2);
    expect(loading(next.current?.plan, day(8))).toEqual([]);
    expect(next.reading).toMatchObject({ adaptation: { stopped: ['calf'] }, showReferral: true });
    const cleared = await app.ask('program.clearPain', {
      ...on(9),
      area: 'calf',
      reason: 'hops without pain',
    });
    expect(cleared).toMatchObject({ pains: [], reading: { showReferral: false } });
    expect(loading(cleared.current?.plan, day(9)).length).toBeGreaterThan(0);
  });

  it('"no pain today" asks nothing, and a changed note asks anew', async () => {
    const fine = await log(2, [line(day(1), { note: 'no pain today' })]);
    expect(fine.reading.questions).toEqual([]);
    const id = fine.log[0]?.id ?? '';
    await log(2, [line(day(1), { id, note: 'calf a bit sore' })]);
    await app.ask('program.answerPain', { ...on(2), entryId: id, answer: { pain: false } });
    expect((await log(2, [line(day(1), { id, rpe: 6, note: 'calf a bit sore' })])).reading.questions).toEqual(
      [],
    );
    const asked = await log(2, [line(day(1), { id, note: 'calf hurts now' })]);
    expect(asked.reading.questions).toMatchObject([{ entry: id, words: ['hurts'] }]);
    expect(asked.log).toHaveLength(1);
  });

  it('a test passes the gate and makes the next phase firm; taking it back before it was lived closes it', async () => {
    const waiting = await log(14, daysDone(0, 14));
    expect(waiting.current?.plan.weeks[3]).toMatchObject({ phase: 2, provisional: true });
    expect(waiting.standing.gates[0]?.criteria.filter(({ met }) => met !== true)).toMatchObject([
      { id: 'single_leg_stance', side: 'L', met: false, value: 20, limit: 30 },
      { id: 'single_leg_stance', side: 'R', met: false },
    ]);
    const retest = testsOn(day(14), 'retest', { stanceS: 40 });
    const passed = await app.ask('program.saveAssessment', { ...on(14), assessment: retest });
    expect(passed.current?.plan.weeks[2]).toMatchObject({ phase: 2, provisional: false });
    expect(passed.current?.lastChange.changes.map(({ kind }) => kind)).toContain('gate');
    const id = passed.assessments[1]?.id ?? '';
    const back = await app.ask('program.deleteAssessment', { ...on(14), id });
    expect(back.current?.plan).toEqual(waiting.current?.plan);
    // Lived in phase 2, the weeks stay as they were; the load is held instead.
    await app.ask('program.saveAssessment', { ...on(14), assessment: retest });
    await log(21, daysDone(14, 21));
    const late = (await state(21)).assessments[1]?.id ?? '';
    const lost = await app.ask('program.deleteAssessment', { ...on(21), id: late });
    expect(lost.current?.plan.weeks[2]).toEqual(passed.current?.plan.weeks[2]);
    expect(lost.current?.plan.weeks[3]?.notes.map(({ code }) => code)).toContain('gate_lost');
    expect(lost.current?.plan.weeks.some(({ phase, provisional }) => phase === 3 && !provisional)).toBe(
      false,
    );
  });

  it('toes that claw at the tests are answered, and the plan says that the coach saw it', async () => {
    const seen = testsOn(day(0), 'retest');
    const assessment = {
      ...seen,
      observations: [...seen.observations, { id: 'toe_clawing', side: 'R', seen: true } as const],
    };
    const { current } = await app.ask('program.saveAssessment', { ...on(0), assessment });
    expect(current?.plan.answers[1]).toMatchObject({
      rule: 'toe_clawing',
      side: 'R',
      confirmed_by_coach: true,
    });
    expect(current?.lastChange.changes[0]).toMatchObject({
      kind: 'priority',
      to: 'overstriding, toe_clawing',
    });
  });

  it('a phase opened by the coach counts in its cycle, on the record', async () => {
    const opened = await app.ask('program.overrideGate', {
      ...on(0),
      opens: 2,
      reason: 'dancer for ten years',
    });
    expect(opened.current?.plan.gates[0]).toMatchObject({
      passed: true,
      by: 'coach',
      reason: 'dancer for ten years',
    });
    const taken = await app.ask('program.overrideGate', { ...on(0), opens: 2, reason: null });
    expect(taken).toMatchObject({ standing: { openPhase: 1 }, gateOverrides: [] });
    await app.ask('program.overrideGate', { ...on(0), opens: 2, reason: 'dancer for ten years' });
    await app.ask('program.finishCycle', on(7));
    const next = await app.ask('program.makePlan', { ...on(7), sessionId, startDate: day(7) });
    expect(next).toMatchObject({ gateOverrides: [], standing: { openPhase: 1 } });
  });

  it('cycles follow each other: loads start from what was carried, arches are named after two', async () => {
    const archMm = 60;
    let from = 0;
    for (const cycle of [1, 2]) {
      const n = from + 56;
      await log(n, daysDone(from, n));
      const plan = await planOn(n);
      await app.ask('program.saveAssessment', {
        ...on(n),
        assessment: testsOn(day(n), 'retest', { archMm }),
      });
      const over = await app.ask('program.finishCycle', on(n));
      expect(over.archAdvice?.cycles).toBe(cycle === 1 ? undefined : 2);
      expect(over.next).toMatchObject({ cycle: cycle + 1, earliestStart: day(n) });
      const full = plan.weeks.filter(({ light, provisional }) => !light && !provisional);
      expect(over.next?.loadBefore).toBe(full.at(-1)?.load);
      const made = await app.ask('program.makePlan', { ...on(n), sessionId, startDate: day(n) });
      expect(made.current?.plan.weeks[0]?.load).toBeLessThanOrEqual(1.1 * (over.next?.loadBefore ?? 0));
      expect(made.finished).toHaveLength(cycle);
      from = n;
    }
  });
});

it('tells the windows what to fetch again', async () => {
  app.events.length = 0;
  await app.ask('program.setOptions', { ...on(-1), patch: { maxExercises: 3 } });
  await app.ask('library.change', { id: 'S1', change: { name: 'Towel pulls' } });
  expect(app.events).toMatchObject([{ scope: 'program' }, { scope: 'exports' }, { scope: 'library' }]);
});

it('goes with the athlete', async () => {
  await log(1, daysDone(0, 1));
  await app.ask('athletes.delete', { id: app.athleteId });
  await expect(state(1)).rejects.toMatchObject({ code: 'not_found' });
  const db = app.db();
  const left = [db.plans, db.assessments, db.drillLog].flatMap((table): unknown[] =>
    table.list(app.athleteId),
  );
  expect(left).toEqual([]);
});
