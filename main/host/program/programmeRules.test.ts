import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallInput } from '../../../shared/contract/handlers.ts';
import { uploadUrl } from '../../../shared/contract/mediaUrls.ts';
import type { LogEntry } from '../../../shared/domain/drillLog.ts';
import { exerciseById } from '../../../shared/program/data/exercises.ts';
import { isMain } from '../../../shared/program/dose.ts';
import {
  day,
  daysDone,
  exercisesFrom,
  line,
  START,
  someExercise,
  sore,
  testsOn,
} from './programme.testkit.ts';
import { type BegunProgramme, beginProgramme } from './programmeHost.testkit.ts';

let app: BegunProgramme['app'];
let sessionId: BegunProgramme['sessionId'];
let on: BegunProgramme['on'];
let state: BegunProgramme['state'];
let planOn: BegunProgramme['planOn'];
let save: BegunProgramme['saveLog'];
beforeEach(async () => {
  ({ app, sessionId, on, state, planOn, saveLog: save } = await beginProgramme());
});
afterEach(() => app.close());

/** The call is refused with the code, and the programme is as it was. */
async function refused(
  n: number,
  code: string,
  ask: () => Promise<unknown>,
  params: object = {},
): Promise<void> {
  const before = await state(n);
  await expect(ask()).rejects.toMatchObject({ code, params });
  expect(await state(n)).toEqual(before);
}

describe('a plan that has begun', () => {
  it('is not made anew from another day', async () => {
    const made = (n: number) => () =>
      app.ask('program.makePlan', { ...on(n), sessionId, startDate: day(21) });
    await refused(0, 'plan_running', made(0), { cycle: 1 });
    await refused(15, 'plan_running', made(15), { cycle: 1 });
  });

  it('keeps its days word for word through every change of the options, and does not end before today', async () => {
    await save(16, daysDone(0, 16));
    const before = await planOn(16);
    const patch: CallInput<'program.setOptions'>['patch'] = {
      ...{ weeks: 6, minutesPerDay: 12, maxExercises: 2, trainingDays: [2, 4, 6], equipment: [] },
      calendar: [{ kind: 'holiday', from: day(10), to: day(24), name: 'sea' }],
      noBarefoot: true,
    };
    const { current } = await app.ask('program.setOptions', { ...on(16), patch });
    expect(current?.plan.weeks).toHaveLength(6);
    expect(current?.plan.weeks.slice(0, 2)).toEqual(before.weeks.slice(0, 2));
    expect(current?.plan.weeks[2]?.days.slice(0, 2)).toEqual(before.weeks[2]?.days.slice(0, 2));
    expect(current?.plan.weeks[2]?.days[3]?.kind).toBe('holiday');
    await app.ask('program.setOptions', { ...on(16), patch: { weeks: 8 } });
    const shorter = () => app.ask('program.setOptions', { ...on(50), patch: { weeks: 6 } });
    await refused(50, 'weeks_begun', shorter, { week: 8 });
  });

  it('rewrites no lived day when a clock goes back', async () => {
    await save(16, daysDone(0, 16));
    const { current, log } = await app.ask('program.update', on(16));
    const { exercise } = someExercise(current?.plan ?? (await planOn(16)), 1);
    const change = { kind: 'remove', exercise, week: 1, reason: '' } as const;
    await refused(3, 'change_without_effect', () => app.ask('program.addOverride', { ...on(3), change }));
    const back = await app.ask('program.setOptions', { ...on(3), patch: { maxExercises: 1 } });
    expect(back.current?.asOf).toBe(day(16));
    expect(log.length).toBeGreaterThan(10);
    expect(back.log).toEqual(log);
    expect(back.current?.plan.weeks.slice(0, 2)).toEqual(current?.plan.weeks.slice(0, 2));
  });
});

describe('a clock that was ahead once', () => {
  const AHEAD = 300;

  it('bars no change, no end and no next cycle, and keeps what was lived until today', async () => {
    await save(16, daysDone(0, 16));
    const lived = await planOn(16);
    await app.ask('program.update', on(AHEAD));
    const seen = await state(17);
    expect(seen.current?.asOf).toBe(day(17));
    expect(seen.pending).not.toBeNull();
    const { current } = await app.ask('program.setOptions', { ...on(17), patch: { maxExercises: 1 } });
    expect(current?.asOf).toBe(day(17));
    expect(current?.plan.weeks.slice(0, 2)).toEqual(lived.weeks.slice(0, 2));
    const later = current?.plan.weeks[3]?.days.map(({ items }) => items.filter(isMain).length) ?? [];
    expect(Math.max(...later)).toBe(1);
    await app.ask('program.update', on(AHEAD));
    const over = await app.ask('program.finishCycle', on(18));
    expect(over.finished[0]?.endedOn).toBe(day(18));
    expect((await state(18)).next?.earliestStart).toBe(day(18));
  });

  it('leaves a cycle that ended then behind, and its pain bars no clearing', async () => {
    const written = await save(AHEAD, daysDone(AHEAD, AHEAD + 1, { soreness: sore('calf', 6) }));
    const { id = '' } = written.log.find(({ date }) => date === day(AHEAD)) ?? {};
    await app.ask('program.finishCycle', on(AHEAD));
    expect((await state(5)).next?.earliestStart).toBe(day(5));
    await app.ask('program.makePlan', { ...on(5), sessionId: null, startDate: day(6) });
    await app.ask('program.deleteLogEntry', { ...on(5), id });
    expect((await state(AHEAD)).pains).toEqual([]);
  });
});

describe('a start', () => {
  it('lies not before the end of the last cycle, not long ago and not far ahead', async () => {
    const make = (n: number, start: number) => () =>
      app.ask('program.makePlan', { ...on(n), sessionId: null, startDate: day(start) });
    await refused(-1, 'start_too_early', make(-1, -30), { date: day(-29) });
    await refused(-1, 'invalid_input', make(-1, 400));
    await refused(-1, 'plan_not_begun', () => app.ask('program.finishCycle', on(-1)), { date: START });
    await app.ask('program.finishCycle', on(10));
    await refused(10, 'start_too_early', make(10, 9), { date: day(10) });
    await refused(10, 'plan_missing', () => app.ask('program.update', on(10)));
    const change = { kind: 'remove', exercise: 'S1', week: 1, reason: '' } as const;
    await refused(10, 'plan_missing', () => app.ask('program.addOverride', { ...on(10), change }));
  });

  it('is from the athlete’s own sessions, and without a baseline in phase 1 for good', async () => {
    const { id } = await app.ask('athletes.create', { name: 'Bea' });
    const bea = { athleteId: id, today: day(0) };
    const make = { ...bea, sessionId, startDate: day(0) };
    await expect(app.ask('program.makePlan', make)).rejects.toMatchObject({ code: 'not_found' });
    const { current } = await app.ask('program.makePlan', { ...make, sessionId: null });
    expect(current?.plan.weeks.every(({ phase }) => phase === 1)).toBe(true);
    expect(current?.plan.notes.map(({ code }) => code)).toContain('no_baseline');
    const mine = (await state(0)).assessments[0]?.id ?? '';
    const assessment = { ...testsOn(day(0), 'retest'), id: mine };
    await expect(app.ask('program.saveAssessment', { ...bea, assessment })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(app.ask('program.deleteAssessment', { ...bea, id: mine })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('a change of the coach', () => {
  it('that a rule forbids is refused with the reason in words', async () => {
    const plan = await planOn(0);
    const { exercise, weekday } = someExercise(plan, 1);
    const add =
      (what: string, at = weekday) =>
      () =>
        app.ask('program.addOverride', {
          ...on(0),
          change: { kind: 'add', exercise: what, weekday: at, week: 1, dose: null, reason: '' },
        });
    await refused(0, 'change_refused', add('F8'), { reason: 'phase_not_open' });
    await refused(0, 'change_refused', add(exercise), {
      reason: 'already_there',
      why: 'the exercise is on that day already',
    });
    const free = plan.weeks[0]?.days.flatMap(({ items }) => items.map((item) => item.exercise)) ?? [];
    const other = ['S1', 'A1', 'A2', 'M1', 'M2'].find((id) => !free.includes(id)) ?? 'A3';
    await refused(0, 'change_refused', add(other), { reason: 'cap' });
    const swap = { kind: 'swap', exercise, by: 'nothing', week: 1, reason: '' } as const;
    const swapped = () => app.ask('program.addOverride', { ...on(0), change: swap });
    await refused(0, 'change_refused', swapped, { reason: 'unknown_exercise' });
  });

  it('that alters nothing to come is refused', async () => {
    const { exercise } = someExercise(await planOn(9), 1);
    const gone = { kind: 'remove', exercise, week: 1, reason: '' } as const;
    await refused(9, 'change_without_effect', () =>
      app.ask('program.addOverride', { ...on(9), change: gone }),
    );
    const absent = { kind: 'remove', exercise: 'nothing', week: null, reason: '' } as const;
    await refused(9, 'change_without_effect', () =>
      app.ask('program.addOverride', { ...on(9), change: absent }),
    );
  });

  it('locks a day through everything that comes, unless pain forbids it', async () => {
    const { exercise, weekday } = someExercise(await planOn(0), 2);
    const dose = { sets: 1, amount: 6, unit: 'reps', per_side: true } as const;
    const lock = {
      kind: 'lock',
      weekday,
      week: 2,
      items: [{ exercise, dose }],
      reason: 'as agreed',
    } as const;
    await app.ask('program.addOverride', { ...on(0), change: { ...lock, items: [...lock.items] } });
    await app.ask('program.setOptions', { ...on(1), patch: { minutesPerDay: 30 } });
    await save(3, daysDone(0, 3));
    const locked = (plan: Awaited<ReturnType<typeof planOn>>) =>
      plan.weeks[1]?.days.find((one) => one.weekday === weekday)?.items.filter((item) => item.locked);
    expect(locked(await planOn(3))).toMatchObject([{ exercise, dose }]);
    const plan = await planOn(3);
    const hurt = await save(4, [line(day(3), { note: 'hurts' })]);
    const entryId = hurt.reading.questions[0]?.entry ?? '';
    const [area = 'sole'] = exerciseById(exercise).loads;
    const answer = { pain: true, area, level: 6 } as const;
    const stopped = await app.ask('program.answerPain', { ...on(4), entryId, answer });
    expect(exercisesFrom(plan, day(4))).toContain(exercise);
    expect(exercisesFrom(stopped.current?.plan ?? plan, day(4))).not.toContain(exercise);
    const notes = stopped.current?.plan.weeks[1]?.notes ?? [];
    expect(notes).toContainEqual({
      code: 'coach_change_refused',
      params: { override: stopped.overrides[0]?.id ?? '', reason: 'pain' },
    });
  });
});

describe('tests', () => {
  it('count from the day on which they were made', async () => {
    const assessment = testsOn(day(3), 'retest');
    const save = () => app.ask('program.saveAssessment', { ...on(2), assessment });
    await refused(2, 'date_to_come', save, { date: day(3) });
  });

  it.each([
    ['an unknown test', { test: 'jumping', side: 'L', value: 1 }, 'unknown test jumping'],
    ['no side', { test: 'arch_height', side: null, value: 50 }, 'Arch height: which side?'],
    ['too much', { test: 'single_leg_stance', side: 'L', value: 46 }, 'Single-leg stance: 0 to 45 s'],
    ['what video reads', { test: 'foot_off_excursion', side: 'L', value: 40 }, 'comes from the video'],
  ] as const)('are refused with %s', async (_, result, detail) => {
    const assessment = testsOn(day(0), 'retest');
    const wrong = { ...assessment, results: [{ ...result, trials: [], condition: null }] };
    const save = () => app.ask('program.saveAssessment', { ...on(0), assessment: wrong });
    await refused(0, 'invalid_input', save, { detail: expect.stringContaining(detail) });
  });

  it('name a side once, and are changed under their own id', async () => {
    const assessment = testsOn(day(0), 'retest');
    const twice = { ...assessment, results: [...assessment.results, ...assessment.results.slice(0, 1)] };
    const save = () => app.ask('program.saveAssessment', { ...on(0), assessment: twice });
    await refused(0, 'invalid_input', save, { detail: expect.stringContaining('named twice') });
    const id = (await state(0)).assessments[0]?.id ?? '';
    const changed = { ...testsOn(day(-1), 'baseline', { stanceS: 31 }), id };
    const { assessments } = await app.ask('program.saveAssessment', { ...on(0), assessment: changed });
    expect(assessments).toMatchObject([{ id, cycle: 1 }]);
  });
});

describe('the log', () => {
  const entry = (id: string, n: number, more: Partial<LogEntry> = {}): LogEntry => ({
    ...{ id, date: day(n), exercise: null, done: 'done', rpe: 4, soreness: [], note: '', pain_answer: null },
    ...more,
  });
  const read = (n: number, entries: LogEntry[], start = START) => {
    const text = JSON.stringify({ schemaVersion: 1, plan_start: start, entries });
    return app.ask('program.importLog', { ...on(n), source: { name: 'Ann.json', text } });
  };

  it('takes no day to come', async () => {
    await refused(2, 'date_to_come', () => save(2, daysDone(2, 4)), { date: day(3) });
    await refused(2, 'date_to_come', () => read(2, [entry('a', 1), entry('b', 4)]), { date: day(4) });
    // East of the coach it is tomorrow already; it counts when the day has come.
    const early = await read(6, [entry('a', 7, { note: 'hurts' })]);
    expect(early).toMatchObject({ added: 1, state: { reading: { questions: [] } } });
    expect((await state(7)).reading.questions).toHaveLength(1);
  });

  it('is read from the athlete’s file as often as one likes', async () => {
    const entries = [entry('a', 0), entry('b', 1, { soreness: sore('calf', 1) })];
    expect(await read(2, entries)).toMatchObject({ added: 2, changed: 0, unchanged: 0 });
    const once = await state(2);
    expect(await read(2, entries)).toMatchObject({ added: 0, changed: 0, unchanged: 2, state: once });
    expect(await read(2, [entry('a', 0, { done: 'partly' })])).toMatchObject({ changed: 1, unchanged: 0 });
    expect((await state(2)).log).toMatchObject([{ id: 'a', done: 'partly' }, { id: 'b' }]);
  });

  it('is refused from another file or another plan, and nothing of it is kept', async () => {
    const source = (text: string) => () =>
      app.ask('program.importLog', { ...on(2), source: { name: 'x.json', text } });
    for (const text of [
      '',
      'hello',
      '[]',
      '{"schemaVersion":2}',
      '{"schemaVersion":1,"plan_start":"x","entries":[]}',
    ])
      await refused(2, 'not_a_log', source(text), { file: 'x.json' });
    await refused(2, 'not_a_log', () => read(2, [entry('a', 0), entry('b', 1, { rpe: 11 })]));
    await refused(2, 'not_a_log', source('my Achilles hurts'), { file: 'x.json' });
    expect(app.log()).toContain('not_a_log');
    expect(app.log()).not.toMatch(/Achilles|x\.json/);
    const other = () => read(2, [entry('a', 0)], day(1));
    await refused(2, 'log_other_plan', other, { file: 'Ann.json', date: day(1) });
  });

  it('comes as an upload too, whole or not at all, and the upload is used up', async () => {
    const text = JSON.stringify({ schemaVersion: 1, plan_start: START, entries: [entry('a', 0)] });
    const body = Buffer.from(`\uFEFF${text}`);
    const send = async (bytes: Uint8Array) => {
      const { token } = await app.ask('uploads.begin', { name: 'Ann.json', bytes: body.length });
      await app.wire().fetch(uploadUrl(token, 0), { method: 'PUT', body: bytes });
      return token;
    };
    const half = await send(body.subarray(0, 20));
    const read = (token: string) => () => app.ask('program.importLog', { ...on(2), source: { token } });
    await refused(2, 'not_a_log', read(half), { file: 'Ann.json' });
    const token = await send(body);
    expect(await read(token)()).toMatchObject({ added: 1 });
    await refused(2, 'not_found', read(token));
  });

  it('keeps a yes about pain with its day, whatever is read, typed or deleted later', async () => {
    const yes = { pain: true, area: 'heel', level: 6 } as const;
    await read(2, [entry('a', 1, { note: 'heel hurts', pain_answer: yes })]);
    const answered = (await state(2)).reading;
    expect(answered).toMatchObject({ questions: [], showReferral: true, adaptation: { stopped: ['heel'] } });
    const later = await read(2, [entry('a', 0, { note: '', pain_answer: { pain: false } })]);
    expect(later.state.log).toMatchObject([{ date: day(1), pain_answer: yes }]);
    await save(2, [line(day(1), { id: 'a', note: 'typed anew' })]);
    expect((await state(2)).pains).toMatchObject([{ area: 'heel', level: 6 }]);
    const no = { ...on(2), entryId: 'a', answer: { pain: false } } as const;
    await refused(2, 'pain_kept', () => app.ask('program.answerPain', no));
    await refused(2, 'pain_kept', () => app.ask('program.deleteLogEntry', { ...on(2), id: 'a' }));
    await refused(2, 'pain_kept', () => save(2, [line(day(0), { id: 'a' })]));
    const clear = (n: number, area: 'heel' | 'knee') => () =>
      app.ask('program.clearPain', { ...on(n), area, reason: 'seen by a physiotherapist' });
    await refused(1, 'pain_too_recent', clear(1, 'heel'), { date: day(1) });
    await refused(2, 'not_found', clear(2, 'knee'));
    expect((await clear(2, 'heel')()).pains).toEqual([]);
    expect((await app.ask('program.deleteLogEntry', { ...on(2), id: 'a' })).log).toEqual([]);
    await refused(2, 'not_found', () => app.ask('program.deleteLogEntry', { ...on(2), id: 'a' }));
  });
});
