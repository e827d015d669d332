import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Assessment, Observation, TestResult } from '../domain/assessment.ts';
import type { LogEntry, PainAnswer } from '../domain/drillLog.ts';
import type { BodyArea } from '../domain/plan.ts';
import { addDays } from './calendar.ts';
import { drillChain } from './chain.ts';
import { archAdvice, cycleChanges, nextCycle } from './cycles.ts';
import { diffPlans } from './diffPlans.ts';
import { painWords } from './painWords.ts';
import { generatePlan } from './plan.ts';
import { DEFAULT_PLAN_OPTIONS } from './planInput.ts';
import { findingOf, START } from './planInputs.testkit.ts';
import { readLog } from './readLog.ts';
import { type ProgrammeState, updatePlan } from './updatePlan.ts';

const { openPhase, gates, weakerSide, adaptation, lived, footwear, ...options } = DEFAULT_PLAN_OPTIONS;
const derived = { openPhase, gates, weakerSide, adaptation, lived };

const both = (test: string, value: number): TestResult[] =>
  (['L', 'R'] as const).map((side) => ({ test, side, value, trials: [], condition: null }));
const seen = (id: Observation['id'], value: boolean): Observation[] =>
  (['L', 'R'] as const).map((side) => ({ id, side, seen: value }));
const baseline: Assessment = {
  id: 'b',
  date: START,
  kind: 'baseline',
  cycle: 1,
  results: [
    ...both('arch_stiffness', 9),
    ...both('three_point_balance', 20),
    ...both('toe_strength', 60),
    ...both('ankle_flexibility', 9),
    ...both('single_leg_stance', 35),
    ...both('forefoot_stiffness', 2),
    ...both('single_leg_calf_raise', 22),
    ...both('arch_height', 60),
  ],
  observations: [...seen('wobble', false), ...seen('arch_collapse', false)],
  pain_next_morning: 0,
  note: '',
};
const entry = (date: string, more: Partial<LogEntry> = {}): LogEntry => ({
  id: `${date}-${more.exercise ?? ''}`,
  date,
  exercise: null,
  done: 'done',
  rpe: 4,
  soreness: [],
  note: '',
  pain_answer: null,
  ...more,
});
const days = (from: number, to: number, more: Partial<LogEntry> = {}): LogEntry[] =>
  Array.from({ length: to - from }, (_, k) => entry(addDays(START, from + k), more));

const state: ProgrammeState = {
  options: { ...options, findings: [findingOf('overstriding', 1)], startDate: START },
  footwear: { wanted: footwear.wanted, comfortableStride: footwear.comfortableStride },
  assessments: [baseline],
  gateOverrides: [],
  log: [],
  clearances: [],
  plan: null,
  today: START,
};
const first = updatePlan(state).plan;
const later = (day: number, more: Partial<ProgrammeState>) =>
  updatePlan({ ...state, plan: first, today: addDays(START, day), ...more });

describe('pain words', () => {
  it('open a question, and saying that there is none does not', () => {
    expect(painWords('Sharp pain in the heel')).toEqual(['sharp', 'pain']);
    expect(painWords('my calf hurts')).toEqual(['hurts']);
    for (const note of [
      'no pain today',
      'Pain-free!',
      "didn't hurt",
      'without pain or soreness',
      'felt great',
      'painted the shed',
    ])
      expect(painWords(note), note).toEqual([]);
  });
});

describe('living with the plan', () => {
  it('two good weeks and steady tests open phase 2, and the record says so', () => {
    const { plan, standing, changes } = later(14, { log: days(0, 14) });
    expect(standing.openPhase).toBe(3);
    expect(plan.gates[0]).toMatchObject({ opens: 2, passed: true, by: 'tests' });
    expect(first.gates[0]?.passed).toBe(false);
    expect(plan.weeks[0]).toEqual(first.weeks[0]);
    // Both gates are open by their tests, yet no phase is skipped.
    expect(plan.weeks.map(({ phase }) => phase)).toEqual([1, 1, 2, 2, 2, 3, 3, 3]);
    expect(plan.weeks[2]?.provisional).toBe(false);
    expect(changes.some(({ kind }) => kind === 'phase')).toBe(true);
  });

  it.each(['L', 'R'] as const)('keeps the gate shut while the %s side does not stand', (side) => {
    const weak = baseline.results.map((result) =>
      result.test === 'single_leg_stance' && result.side === side ? { ...result, value: 20 } : result,
    );
    const { standing, plan } = later(14, { log: days(0, 14), assessments: [{ ...baseline, results: weak }] });
    expect(standing.openPhase).toBe(1);
    expect(standing.gates[0]?.criteria.filter(({ met }) => met === false)).toMatchObject([
      { id: 'single_leg_stance', side, value: 20, limit: 30 },
    ]);
    expect(plan.weeks.filter(({ provisional }) => !provisional).every(({ phase }) => phase === 1)).toBe(true);
  });

  it('does not open a gate from what nobody measured, but does from the coach with a reason', () => {
    const bare = { ...baseline, observations: [] };
    expect(later(14, { log: days(0, 14), assessments: [bare] }).standing.openPhase).toBe(1);
    const by = (reason: string) =>
      later(14, { assessments: [], gateOverrides: [{ opens: 2, reason, date: START }] });
    expect(by('').standing.openPhase).toBeNull();
    expect(by('trained for years').plan.gates[0]).toEqual({
      opens: 2,
      passed: true,
      by: 'coach',
      reason: 'trained for years',
    });
  });

  it('holds after mild soreness, halves after a sore sole, and says why', () => {
    const mild = later(10, { log: days(0, 10, { soreness: [{ area: 'calf', side: 'L', level: 2 }] }) });
    expect(mild.reading?.adaptation).toMatchObject({ hold: true, ease: 1, stopped: [] });
    const sore = later(10, {
      log: [...days(0, 9), entry(addDays(START, 9), { soreness: [{ area: 'sole', side: null, level: 5 }] })],
    });
    expect(sore.reading?.adaptation).toMatchObject({ hold: true, ease: 0.5, painFree: false });
    const week = sore.plan.weeks[1];
    expect(week?.notes).toContainEqual({ code: 'soreness_ease', params: { area: 'sole', level: 5 } });
    expect(week?.load ?? 0).toBeLessThan(first.weeks[1]?.load ?? 0);
    expect(sore.changes.some(({ kind, reasons }) => kind === 'dose' && reasons.length > 0)).toBe(true);
  });

  it('asks about a pain word, holds until it is answered, and stops the place after a yes', () => {
    const noted = (pain_answer: PainAnswer | null) =>
      later(10, { log: [...days(0, 9), entry(addDays(START, 9), { note: 'achilles hurts', pain_answer })] });
    const open = noted(null);
    expect(open.reading?.questions.map(({ words }) => words)).toEqual([['hurts']]);
    expect(open.reading?.adaptation).toMatchObject({ hold: true, stopped: [] });
    expect(noted({ pain: false }).reading?.adaptation).toMatchObject({ hold: false, stopped: [] });
    const stop = noted({ pain: true, area: 'achilles', level: 4 });
    expect(stop.reading?.showReferral).toBe(true);
    const after = stop.plan.weeks
      .flatMap((week) => week.days)
      .filter(({ date }) => (date ?? '') >= addDays(START, 10));
    for (const { exercise } of after.flatMap(({ items }) => items))
      expect(state.options.library.get(exercise).loads).not.toContain('achilles');
    const cleared = later(12, {
      log: [
        ...days(0, 9),
        entry(addDays(START, 9), { note: 'hurts', pain_answer: { pain: true, area: 'achilles', level: 4 } }),
      ],
      clearances: [{ area: 'achilles', date: addDays(START, 11), reason: 'seen by a physiotherapist' }],
    });
    expect(cleared.reading?.adaptation.stopped).toEqual([]);
  });

  it('stops a place in the first plan too, from pain of before', () => {
    const log = [
      entry(addDays(START, -3), { note: 'hurts', pain_answer: { pain: true, area: 'toes', level: 5 } }),
    ];
    const { plan, reading } = updatePlan({ ...state, log });
    expect(reading.adaptation).toMatchObject({ hold: true, stopped: ['toes'] });
    for (const { exercise } of plan.weeks.flatMap((week) => week.days.flatMap(({ items }) => items)))
      expect(state.options.library.get(exercise).loads).not.toContain('toes');
    expect(updatePlan(state).reading.adaptation.hold).toBe(false);
  });

  it('"no pain today" stops and holds nothing', () => {
    const { reading } = later(10, { log: days(0, 10, { note: 'no pain today' }) });
    expect(reading?.questions).toEqual([]);
    expect(reading?.adaptation).toMatchObject({ hold: false, ease: 1, stopped: [], painFree: true });
  });

  it('lets the load rise only when the work is regular, and starts again with less after a long gap', () => {
    const half = later(14, { log: days(0, 14).filter((_, k) => k % 2 === 0) });
    expect(half.reading?.adaptation.notes.map(({ code }) => code)).toEqual(['adherence_low']);
    const gone = later(24, { log: days(0, 7) });
    expect(gone.reading?.adaptation).toMatchObject({ hold: true, ease: 0.8 });
    expect(gone.reading?.adaptation.notes[0]?.code).toBe('missed_long');
    expect(later(14, { log: days(0, 14, { rpe: 9 }) }).reading?.adaptation.notes[0]?.code).toBe(
      'effort_high',
    );
  });

  it('never answers soreness or pain with more load, whatever the history (500 athletes)', () => {
    const area = fc.constantFrom<BodyArea>('sole', 'calf', 'knee', 'toes', 'hip', 'other');
    const logged = fc.record({
      day: fc.integer({ min: 0, max: 40 }),
      done: fc.constantFrom('done' as const, 'partly' as const, 'skipped' as const),
      rpe: fc.option(fc.integer({ min: 0, max: 10 }), { nil: null }),
      soreness: fc.array(
        fc.record({ area, side: fc.constant(null), level: fc.integer({ min: 0, max: 10 }) }),
        { maxLength: 2 },
      ),
      note: fc.constantFrom('', 'fine', 'no pain today', 'my foot hurts', 'calf a bit sore'),
      pain_answer: fc.option(
        fc.oneof(
          fc.constant({ pain: false as const }),
          fc.record({ pain: fc.constant(true as const), area, level: fc.integer({ min: 1, max: 10 }) }),
        ),
        { nil: null },
      ),
    });
    fc.assert(
      fc.property(fc.array(logged, { maxLength: 25 }), fc.integer({ min: 1, max: 40 }), (entries, day) => {
        const log = entries.map(({ day, ...more }, k) => ({
          ...entry(addDays(START, day)),
          ...more,
          id: `${k}`,
        }));
        const today = addDays(START, day);
        const { plan, reading } = later(day, { log });
        const recent = log.filter(({ date }) => date <= today && date > addDays(today, -7));
        const sore = recent.some(({ soreness }) => soreness.some(({ level }) => level > 0));
        const pain = recent.some(({ pain_answer }) => pain_answer?.pain === true);
        if (!sore && !pain) return;
        expect(reading?.adaptation.hold).toBe(true);
        const at = plan.weeks.findIndex(({ days }) =>
          days.some(({ date }) => date !== null && date >= today),
        );
        for (const k of [at, at + 1])
          expect(plan.weeks[k]?.load ?? 0).toBeLessThanOrEqual((first.weeks[k]?.load ?? 0) + 1e-6);
      }),
      { numRuns: 500, seed: 7 },
    );
  });
});

describe('why this drill', () => {
  it('leads from the frames to the day of the retest', () => {
    const item = first.weeks[0]?.days.flatMap(({ items }) => items).find(({ why }) => why.kind === 'finding');
    const chain = item && drillChain(first, item);
    expect(chain).toMatchObject({
      rule: 'overstriding',
      frames: [{ clip: 'c', frame: 12 }],
      evidence: [{ metric: 'cadence', value: 150, total: 2 }],
      retestAfterWeeks: 6,
      retestDate: '2026-04-13',
    });
    expect(chain?.source).toContain('Heiderscheit');
    const own = first.weeks[0]?.days.flatMap(({ items }) => items).find(({ why }) => why.kind === 'phase');
    expect(own && drillChain(first, own)).toBeUndefined();
  });
});

describe('a plan and the next', () => {
  it('differ in nothing when they are the same, and name the week and the drill when not', () => {
    expect(diffPlans(first, first)).toEqual([]);
    const own = first.weeks[0]?.days.flatMap(({ items }) => items).find(({ why }) => why.kind === 'phase');
    const exercise = own?.exercise ?? '';
    const without = generatePlan({
      ...state.options,
      ...derived,
      openPhase: 1,
      gates: first.gates,
      footwear,
      overrides: [{ id: 'o', reason: 'no towel', week: 1, kind: 'remove', exercise }],
    });
    const changes = diffPlans(first, without);
    expect(changes[0]).toMatchObject({
      week: 1,
      kind: 'removed',
      exercise,
      reasons: [{ code: 'coach_change' }],
    });
  });
});

describe('cycles', () => {
  const retest = (cycle: number, height: number): Assessment => ({
    ...baseline,
    id: `r${cycle}`,
    kind: 'retest',
    cycle,
    date: addDays(START, 56 * cycle),
    results: both('arch_height', height),
  });

  it('name an arch that stays as it was to the coach after two, not before', () => {
    expect(archAdvice([baseline, retest(1, 60)])).toBeUndefined();
    expect(archAdvice([baseline, retest(1, 60), retest(2, 61)])).toEqual({
      code: 'arch_ask_physiotherapist',
      sides: ['L', 'R'],
      cycles: 2,
    });
    expect(archAdvice([baseline, retest(1, 62), retest(2, 66)])).toBeUndefined();
  });

  it('start where the last one ended: with what was carried, not with what was planned', () => {
    const carried = (day: number, log: LogEntry[], pause = 0) =>
      nextCycle(
        { plan: first, endedOn: addDays(START, day), loadBefore: 77, log },
        addDays(START, day + pause),
      ).loadBefore;
    const [week1, week2] = first.weeks;
    expect(carried(14, days(0, 14))).toBe(week2?.load);
    expect(carried(14, days(0, 9))).toBe(week1?.load);
    expect(carried(14, [])).toBe(Math.min(week1?.load ?? 0, week2?.load ?? 0));
    expect(carried(3, days(0, 3))).toBe(77);
    expect(carried(14, days(0, 14), 14)).toBeCloseTo(0.8 * (week2?.load ?? 0));
    const loadBefore = carried(14, days(0, 14));
    const next = generatePlan({ ...state.options, ...derived, footwear, openPhase: 3, cycle: 2, loadBefore });
    expect(next.weeks[0]?.load ?? 0).toBeLessThanOrEqual(1.1 * (loadBefore ?? 0));
  });

  it('compare the tests before with the last ones in them, within the step of the test', () => {
    const later: Assessment = {
      ...retest(1, 66),
      results: [...both('arch_height', 66), ...both('toe_strength', 60)],
    };
    const changes = cycleChanges([baseline, later], START, addDays(START, 56));
    expect(changes.filter(({ side }) => side === 'L')).toMatchObject([
      { test: 'toe_strength', change: 0, verdict: 'same' },
      { test: 'arch_height', before: { date: START, value: 60 }, after: { value: 66 }, change: 6 },
    ]);
    // Nothing was measured again in the cycle: nothing is compared.
    expect(cycleChanges([baseline, later], START, addDays(START, 55))).toEqual([]);
    expect(cycleChanges([baseline, later], later.date, addDays(START, 99))).toEqual([]);
  });

  it('read a log without a plan date as nothing to hold', () => {
    const undated = generatePlan({ ...state.options, ...derived, footwear, startDate: null });
    const { adaptation, adherence } = readLog({
      plan: undated,
      log: [],
      clearances: [],
      calendar: [],
      today: START,
    });
    expect(adherence).toBeUndefined();
    expect(adaptation.hold).toBe(false);
  });
});
