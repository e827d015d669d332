import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding, Metric } from '../domain/analysis.ts';
import { seededRandom } from '../math/bootstrap.ts';
import { EXERCISES, exerciseById } from './data/exercises.ts';
import { RULES } from './data/rules.ts';
import { findingsFrom, probabilityBeyond } from './findings.ts';
import { normAt } from './norms.ts';
import { DEFAULT_PLAN_OPTIONS, generatePlan, type PlanInput } from './plan.ts';

const metric = (
  id: string,
  side: 'L' | 'R' | null,
  value: number,
  total: number,
  grade: Metric['grade'] = 'high',
): Metric => ({
  id,
  side,
  clip: 'c',
  value,
  unit: '',
  repeat: total / 2,
  total,
  low: value - total,
  high: value + total,
  n: 16,
  grade,
  reason: null,
});
const input = (metrics: Metric[], more: Partial<Parameters<typeof findingsFrom>[0]> = {}) => ({
  metrics,
  strides: [],
  speed: 3.5,
  confirmed: [],
  frameTimes: new Map(),
  ...more,
});

describe('norms', () => {
  it('interpolate in speed and stop at the data', () => {
    expect(normAt('cadence', 3)?.mean).toBeCloseTo(165.5, 9);
    expect(normAt('cadence', 2.3)?.mean).toBe(161);
    expect(normAt('cadence', 4.8)).toBeUndefined();
    expect(normAt('duty_factor', 3)).toBeUndefined();
  });
});

describe('findings', () => {
  it('answer a clear overstride with drills, on the side that shows it', () => {
    const found = findingsFrom(
      input([metric('overstride_heel', 'R', 0.34, 0.06), metric('tibia_angle_ic', 'R', 17, 5)]),
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ rule: 'overstriding', side: 'R', likelihood: 'likely', priority: 1 });
    expect(found[0]?.drills.map(({ exercise }) => exercise)).toContain('F4');
  });

  it('hold back drills from a possible finding until the coach confirms it', () => {
    const metrics = [metric('overstride_heel', 'R', 0.26, 0.08), metric('tibia_angle_ic', 'R', 14, 5)];
    const possible = findingsFrom(input(metrics))[0];
    expect(possible?.likelihood).toBe('possible');
    expect(possible?.drills).toEqual([]);
    expect(possible?.priority).toBeNull();
    expect(findingsFrom(input(metrics, { confirmed: ['overstriding:R'] }))[0]?.drills.length).toBeGreaterThan(
      0,
    );
  });

  it('hold back drills from a low grade', () => {
    const metrics = [metric('overstride_heel', 'R', 0.34, 0.06, 'low'), metric('tibia_angle_ic', 'R', 17, 5)];
    expect(findingsFrom(input(metrics))[0]?.drills).toEqual([]);
  });

  it('read no norm while the speed is unknown', () => {
    expect(findingsFrom(input([metric('vertical_oscillation', null, 190, 10)], { speed: null }))).toEqual([]);
  });

  it('never fault a strike pattern alone', () => {
    const heel = [
      metric('foot_strike_angle', 'R', 32, 5),
      metric('heel_strike_share', 'R', 1, 0.02),
      metric('knee_flexion_ic', 'R', 15, 8),
    ];
    expect(findingsFrom(input(heel))).toEqual([]);
  });

  it('need an overstride or a high oscillation beside a low cadence', () => {
    const slow = metric('cadence', null, 148, 1);
    expect(findingsFrom(input([slow]))).toEqual([]);
    const both = findingsFrom(input([slow, metric('vertical_oscillation', null, 130, 11)]));
    expect(both.map(({ rule }) => rule)).toEqual(['excess_vertical_oscillation', 'low_cadence']);
  });

  it('carry at most two priorities', () => {
    const many = findingsFrom(
      input([
        metric('overstride_heel', 'R', 0.36, 0.05),
        metric('tibia_angle_ic', 'R', 19, 4),
        metric('cadence', null, 148, 1),
        metric('vertical_oscillation', null, 130, 11),
        metric('contact_time', 'R', 300, 20),
        metric('knee_flexion_ms', 'R', 22, 8),
      ]),
    );
    expect(many.length).toBeGreaterThan(3);
    expect(many.map(({ priority }) => priority)).toEqual([1, 2, ...Array(many.length - 2).fill(null)]);
  });

  it('trigger for 5-20 % of runners drawn from the norm and for most who are truly at 2 SD', () => {
    const random = seededRandom(11);
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const { mean, sd } = normAt('vertical_oscillation', 3.5) ?? { mean: 0, sd: 1 };
    const total = 10.5;
    const p = (truth: number) =>
      probabilityBeyond(truth + (normal() * total) / 1.96, total, mean + sd, 'above');
    let likely = 0;
    let possible = 0;
    for (let i = 0; i < 10_000; i++) {
      if (p(mean + sd * normal()) >= 0.8) likely++;
      if (p(mean + 2 * sd) >= 0.5) possible++;
    }
    expect(likely / 10_000).toBeGreaterThan(0.05);
    expect(likely / 10_000).toBeLessThan(0.2);
    expect(possible / 10_000).toBeGreaterThan(0.75);
  });
});

const overstride: Finding = {
  rule: 'overstriding',
  side: 'R',
  likelihood: 'likely',
  p: 0.95,
  priority: 1,
  confirmed_by_coach: false,
  evidence: [],
  frames: [],
  drills: [
    { exercise: 'F4', phase: 1, why: '' },
    { exercise: 'A4', phase: 1, why: '' },
    { exercise: 'F6', phase: 2, why: '' },
  ],
};

const planInputs = fc.record({
  findings: fc.constantFrom<Finding[]>([], [overstride]),
  startDate: fc.constantFrom('2026-03-02', '2026-02-28', null),
  weeks: fc.constantFrom(6, 7, 8),
  trainingDays: fc
    .uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 3, maxLength: 6 })
    .map((days) => days.sort()),
  minutesPerDay: fc.integer({ min: 12, max: 40 }),
  maxExercises: fc.integer({ min: 3, max: 5 }),
  equipment: fc.subarray([
    'towel',
    'ball or small roller',
    'step',
    'light band',
    'metronome',
    'small weight',
    'marbles',
  ]),
  openPhase: fc.constantFrom(null, 1, 2, 3),
}) satisfies fc.Arbitrary<PlanInput>;

describe('plan', () => {
  it('keeps every invariant, whatever the athlete', () => {
    fc.assert(
      fc.property(planInputs, (options) => {
        const plan = generatePlan(options);
        expect(plan.weeks).toHaveLength(options.weeks);
        let lastFull: number | undefined;
        let phase = 0;
        plan.weeks.forEach((week, i) => {
          expect(week.light).toBe(week.index === 3 || week.index === 6);
          if (lastFull !== undefined)
            expect(week.load).toBeLessThanOrEqual(lastFull * (week.light ? 0.9 : 1.1) + 1e-9);
          const next = plan.weeks[i + 1];
          if (week.light && next) expect(week.load).toBeLessThan(next.load);
          if (!week.light) lastFull = week.load;
          expect(week.phase).toBeGreaterThanOrEqual(phase);
          phase = week.phase;
          if (options.openPhase === null) expect(week.phase).toBe(1);
          expect(week.provisional).toBe(week.phase > (options.openPhase ?? 1));
          for (const day of week.days) {
            const main = day.items.filter(({ why }) => why.kind !== 'recovery');
            expect(main.length).toBeLessThanOrEqual(options.maxExercises);
            expect(main.length > 0).toBe(options.trainingDays.includes(day.weekday));
            expect(day.items.some(({ why }) => why.kind === 'recovery')).toBe(true);
            for (const { exercise } of day.items) {
              const { equipment, phases } = exerciseById(exercise);
              expect(equipment.every((thing) => options.equipment.includes(thing))).toBe(true);
              expect(phases[0]).toBeLessThanOrEqual(week.phase);
            }
          }
        });
        expect(generatePlan(options)).toEqual(plan);
      }),
      { numRuns: 300 },
    );
  });

  it('holds all three domains in every week and fits the minutes', () => {
    const plan = generatePlan({ ...DEFAULT_PLAN_OPTIONS, findings: [overstride], startDate: '2026-03-04' });
    for (const week of plan.weeks) {
      const domains = new Set(
        week.days.flatMap(({ items }) => items.map(({ exercise }) => exerciseById(exercise).domain)),
      );
      expect(domains).toEqual(new Set(['mobility', 'strength', 'functional']));
    }
    const first = plan.weeks[0];
    expect(first?.days.map(({ date }) => date)).toEqual([
      '2026-03-04',
      '2026-03-05',
      '2026-03-06',
      '2026-03-07',
      '2026-03-08',
      '2026-03-09',
      '2026-03-10',
    ]);
    for (const { items } of first?.days ?? [])
      expect(items.reduce((sum, { minutes }) => sum + minutes, 0)).toBeLessThanOrEqual(15);
    expect(plan.notes).toEqual(['no_baseline']);
    const named = first?.days.flatMap(({ items }) =>
      items.filter(({ why }) => why.kind === 'finding').map(({ exercise }) => exercise),
    );
    expect(new Set(named)).toEqual(new Set(['F4', 'A4']));
  });
});

describe('library', () => {
  it('holds the 32 exercises of the seed, once each, and every drill of every rule', () => {
    expect(EXERCISES).toHaveLength(32);
    expect(new Set(EXERCISES.map(({ id }) => id)).size).toBe(32);
    for (const { drills } of RULES) {
      for (const { exercise, phase } of drills) {
        const { phases } = exerciseById(exercise);
        expect(
          phases.some((open) => open <= phase),
          `${exercise} in phase ${phase}`,
        ).toBe(true);
      }
    }
  });
});
