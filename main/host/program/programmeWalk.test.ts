import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ProgramState } from '../../../shared/contract/programApiSchemas.ts';
import { isErrorCode } from '../../../shared/domain/errors.ts';
import type { BodyArea, Plan } from '../../../shared/domain/plan.ts';
import { brokenInvariants } from '../../../shared/program/planChecks.testkit.ts';
import { DEFAULT_PLAN_OPTIONS, type PlanInput } from '../../../shared/program/planInput.ts';
import { findingOf } from '../../../shared/program/planInputs.testkit.ts';
import { day, daysDone, line, START, testsOn } from './programme.testkit.ts';
import { openProgrammeHost, type ProgrammeHost } from './programmeHost.testkit.ts';

let app: ProgrammeHost;
beforeAll(async () => {
  app = await openProgrammeHost();
});
afterAll(() => app.close());

const area = fc.constantFrom<BodyArea>('sole', 'calf', 'knee', 'toes', 'hip', 'other');
const exercise = fc.constantFrom('A1', 'A2', 'A4', 'S1', 'S3', 'S6', 'M1', 'F4', 'F8', 'nothing');
const weekday = fc.integer({ min: 1, max: 7 });
const common = { reason: fc.constant('asked for'), week: fc.option(fc.integer({ min: 1, max: 8 })) };
/** What a coach may do on a day, with right input and wrong. */
const act = fc.oneof(
  fc.record({
    do: fc.constant('log' as const),
    days: fc.integer({ min: 1, max: 9 }),
    rpe: fc.integer({ min: 2, max: 10 }),
  }),
  fc.record({ do: fc.constant('log' as const), days: fc.integer({ min: 5, max: 9 }), rpe: fc.constant(4) }),
  fc.record({ do: fc.constant('sore' as const), area, level: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ do: fc.constant('pain' as const), area, level: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ do: fc.constant('clear' as const), area }),
  fc.record({ do: fc.constant('undo' as const), kind: fc.constantFrom('undo' as const, 'redo' as const) }),
  fc.record({
    do: fc.constant('tests' as const),
    stanceS: fc.integer({ min: 15, max: 45 }),
    raises: fc.integer({ min: 10, max: 25 }),
  }),
  fc.record({ do: fc.constant('untest' as const) }),
  fc.record({
    do: fc.constant('gate' as const),
    opens: fc.constantFrom(2 as const, 3 as const),
    reason: fc.constantFrom('trained', null),
  }),
  fc.record({
    do: fc.constant('options' as const),
    patch: fc.record(
      {
        weeks: fc.constantFrom(6 as const, 7 as const, 8 as const),
        trainingDays: fc.uniqueArray(weekday, { minLength: 2, maxLength: 7 }),
        minutesPerDay: fc.integer({ min: 10, max: 40 }),
        maxExercises: fc.integer({ min: 1, max: 6 }),
      },
      { requiredKeys: [] },
    ),
  }),
  fc.record({
    do: fc.constant('change' as const),
    change: fc.oneof(
      fc.record({ ...common, kind: fc.constant('remove' as const), exercise }),
      fc.record({ ...common, kind: fc.constant('swap' as const), exercise, by: exercise }),
      fc.record({ ...common, kind: fc.constant('move' as const), exercise, from: weekday, to: weekday }),
      fc.record({ ...common, kind: fc.constant('add' as const), exercise, weekday, dose: fc.constant(null) }),
    ),
  }),
  fc.record({ do: fc.constant('update' as const) }),
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

async function perform(step: Act, n: number, athleteId: string): Promise<ProgramState> {
  const on = { athleteId, today: day(n) };
  const ask = app.ask;
  const state = () => ask('program.state', on);
  switch (step.do) {
    case 'log':
      return ask('program.saveLogEntries', { ...on, entries: daysDone(n - step.days, n, { rpe: step.rpe }) });
    case 'sore':
      return ask('program.saveLogEntries', {
        ...on,
        entries: [line(day(n), { soreness: [{ area: step.area, side: null, level: step.level }] })],
      });
    case 'pain': {
      const { reading } = await ask('program.saveLogEntries', {
        ...on,
        entries: [line(day(n), { note: 'hurts' })],
      });
      const entryId = reading.questions[0]?.entry ?? '';
      return ask('program.answerPain', {
        ...on,
        entryId,
        answer: { pain: true, area: step.area, level: step.level },
      });
    }
    case 'clear':
      return ask('program.clearPain', { ...on, area: step.area, reason: 'moves without pain' });
    case 'undo':
      return ask(`program.${step.kind}`, on);
    case 'tests':
      return ask('program.saveAssessment', { ...on, assessment: testsOn(day(n), 'retest', step) });
    case 'untest':
      return ask('program.deleteAssessment', {
        ...on,
        id: (await state()).assessments.at(-1)?.id ?? 'nothing',
      });
    case 'gate':
      return ask('program.overrideGate', { ...on, opens: step.opens, reason: step.reason });
    case 'options':
      return ask('program.setOptions', { ...on, patch: step.patch });
    case 'change':
      return ask('program.addOverride', { ...on, change: step.change });
    case 'update':
      return ask('program.update', on);
  }
}

/** The input that the stored plan must answer to, from what the contract tells. */
function inputOf({ options, standing, reading, current }: ProgramState, lived: Plan): PlanInput {
  const { footwear, ...plain } = options;
  return {
    ...DEFAULT_PLAN_OPTIONS,
    ...plain,
    findings: [findingOf('overstriding', 1)],
    startDate: START,
    openPhase: standing.openPhase,
    footwear: { ...footwear, habitWeeks: reading.adherence?.habitWeeks ?? 0 },
    adaptation: reading.adaptation,
    lived: { plan: lived, from: current?.asOf ?? START },
  };
}

const livedDays = ({ weeks }: Plan, today: string) =>
  weeks
    .filter(({ days }) => days.every(({ date }) => (date ?? '') < today))
    .filter(({ provisional }) => !provisional)
    .map(({ days }) => days);

it('keeps every invariant of the plan, and every lived week, whatever a coach does (12 histories)', async () => {
  const steps = fc.array(fc.record({ after: fc.integer({ min: 0, max: 9 }), act }), {
    minLength: 6,
    maxLength: 14,
  });
  const refusals = new Set<string>();
  await fc.assert(
    fc.asyncProperty(steps, async (walk) => {
      const { id: athleteId } = await app.ask('athletes.create', { name: 'Ann' });
      const on = (n: number) => ({ athleteId, today: day(n) });
      await app.ask('program.saveAssessment', { ...on(0), assessment: testsOn(day(0), 'baseline') });
      const { id } = await app.ask('sessions.create', { athleteId, date: day(0) });
      app.addAnalysisTo(id, [findingOf('overstriding', 1)]);
      let last = await app.ask('program.makePlan', { ...on(0), sessionId: id, startDate: START });
      let n = 0;
      let lived: Plan['weeks'][number]['days'][] = [];
      for (const { after, act } of walk) {
        n = Math.min(n + after, 60);
        const before = last.current?.plan;
        const done = await perform(act, n, athleteId).catch((error: { code: string }) => {
          refusals.add(error.code);
        });
        const next = done ?? (await app.ask('program.state', on(n)));
        const plan = next.current?.plan;
        if (before === undefined || plan === undefined) throw new RangeError('invalid state: no plan');
        if (done) {
          // Nothing waits for an update once something was done.
          expect(next.pending, act.do).toBeNull();
          expect(brokenInvariants(plan, inputOf(next, before)), act.do).toEqual([]);
        }
        // A provisional week that went by without an update was not lived: the first act of a day settles it.
        if ((last.current?.asOf ?? '') < day(n)) lived = livedDays(before, day(n));
        expect(livedDays(plan, day(n)).slice(0, lived.length), act.do).toEqual(lived);
        if (done && (act.do === 'sore' || act.do === 'pain')) {
          const at = plan.weeks.findIndex(({ days }) => days.some(({ date }) => (date ?? '') >= day(n)));
          for (const k of at < 0 ? [] : [at, at + 1])
            expect(plan.weeks[k]?.load ?? 0, `week ${k + 1}`).toBeLessThanOrEqual(
              (before.weeks[k]?.load ?? 0) + 1e-6,
            );
        }
        last = next;
      }
    }),
    { numRuns: 12, seed: 11 },
  );
  expect([...refusals].filter((code) => !isErrorCode(code) || code === 'internal')).toEqual([]);
  expect(refusals.size).toBeGreaterThan(2);
});
