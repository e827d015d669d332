import { describe, expect, it } from 'vitest';
import type { Metric } from '../domain/analysis.ts';
import { seededRandom } from '../math/bootstrap.ts';
import { RULES } from './data/rules.ts';
import { findingsForAthlete, findingsFrom, inReadingOrder, probabilityBeyond } from './findings.ts';
import { normAt } from './norms.ts';

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
  clips: [{ id: 'c', near_side: 'R' as const, repaired: [] }],
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
      input([metric('overstride_heel', 'R', 0.34, 0.04), metric('tibia_angle_ic', 'R', 17, 5)]),
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

  describe('need a value that carries them', () => {
    const long = { ...metric('contact_time', 'R', 290, 18), n: 16 };
    const bent = metric('trunk_lean', null, 22, 5);
    it.each([
      ['its grade is low', { ...long, grade: 'low' as const }, ['grade']],
      ['its steps are few', { ...long, n: 6 }, ['few_steps']],
      ['it is wider than runners differ', { ...long, total: 20.1 }, ['wide']],
      ['it is of the far leg, and an angle', { ...bent, side: 'L' as const }, ['far_leg']],
      [
        'it has all of them',
        { ...bent, side: 'L' as const, grade: 'low' as const, n: 3 },
        ['grade', 'few_steps', 'far_leg'],
      ],
    ] as const)('which it is not where %s', (_, weak, why) => {
      const [found] = findingsFrom(input([weak]));
      expect(found).toMatchObject({ likelihood: 'possible', priority: null, drills: [] });
      expect(found?.p).toBeGreaterThan(0.8);
      expect(found?.evidence[0]?.weak).toEqual(why);
      expect(findingsForAthlete(found ? [found] : [])).toEqual([]);
    });

    it('which it is otherwise, on the far leg too where that one is told as well', () => {
      for (const one of [
        long,
        { ...long, side: 'L' as const },
        { ...long, total: 20 },
        { ...long, n: 7 },
        bent,
      ])
        expect(findingsFrom(input([one]))[0]).toMatchObject({ likelihood: 'likely', priority: 1 });
    });

    it('of two, the clear one: a weak one beside it does no harm, a weak one alone is not enough', () => {
      const heel = metric('overstride_heel', 'R', 0.34, 0.04);
      const shin = metric('tibia_angle_ic', 'R', 17, 2.5);
      const weak = { grade: 'low' as const };
      const judged = (...metrics: Metric[]) => findingsFrom(input(metrics))[0]?.likelihood;
      expect(judged({ ...heel, ...weak }, shin)).toBe('likely');
      expect(judged(heel, { ...shin, ...weak })).toBe('likely');
      expect(judged({ ...heel, ...weak }, { ...shin, ...weak })).toBe('possible');
    });

    it('of both legs, the one that carries it leads', () => {
      const [found] = findingsFrom(
        input([long, { ...long, side: 'L' as const, value: 320, grade: 'low' as const }]),
      );
      expect(found).toMatchObject({ side: null, likelihood: 'likely' });
      expect(found?.evidence.map(({ side }) => side)).toEqual(['R', 'L']);
    });

    it('and not by resting on one that is only to be looked at', () => {
      const slow = metric('cadence', null, 148, 1);
      const rise = metric('vertical_oscillation', null, 130, 19);
      const [first, second] = findingsFrom(input([slow, rise]));
      expect([first?.likelihood, second?.likelihood]).toEqual(['possible', 'possible']);
      expect(second?.evidence[0]?.weak).toEqual(['alongside']);
      const confirmed = findingsFrom(input([slow, rise], { confirmed: ['excess_vertical_oscillation'] }));
      expect(confirmed.map(({ priority }) => priority)).toEqual([1, 2]);
    });

    it("or the coach's word: what is to be looked at is read last and stands on no athlete's paper", () => {
      const weak = { ...metric('vertical_oscillation', null, 130, 19) };
      const found = findingsFrom(input([weak, long]));
      expect(found.map(({ rule }) => rule)).toEqual(['excess_vertical_oscillation', 'prolonged_contact']);
      expect(inReadingOrder(found).map(({ rule }) => rule)).toEqual([
        'prolonged_contact',
        'excess_vertical_oscillation',
      ]);
      expect(findingsForAthlete(found).map(({ rule }) => rule)).toEqual(['prolonged_contact']);
      const all = findingsFrom(input([weak, long], { confirmed: ['excess_vertical_oscillation'] }));
      expect(findingsForAthlete(all)).toHaveLength(2);
    });
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
        metric('overstride_heel', 'R', 0.36, 0.04),
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

  it("that only a coach can tell appear with the coach's word, and only then", () => {
    expect(findingsFrom(input([]))).toEqual([]);
    const told = findingsFrom(input([], { confirmed: ['toe_clawing:L', 'weak_toe_off'] }));
    expect(told.map(({ rule, side }) => [rule, side])).toEqual([
      ['weak_toe_off', null],
      ['toe_clawing', 'L'],
    ]);
    expect(told.every(({ confirmed_by_coach, drills }) => confirmed_by_coach && drills.length > 0)).toBe(
      true,
    );
  });
});

describe('rules', () => {
  it('cover every row of the fault table, each with cue, caution, source and what it needs', () => {
    expect(RULES.map(({ id }) => id).sort()).toEqual(
      [
        'overstriding',
        'low_cadence',
        'heavy_heel_strike',
        'forefoot_contact',
        'excess_vertical_oscillation',
        'prolonged_contact',
        'heel_leans_in',
        'crossover',
        'pelvic_drop',
        'knee_window',
        'weak_toe_off',
        'toe_clawing',
        'asymmetry',
        'toe_out',
        'trunk_upright',
        'trunk_flexed',
        'stiff_knee',
        'foot_not_under_ankle',
      ].sort(),
    );
    for (const { cue, caution, source, needs, drills, tests, combine, gradeGate } of RULES) {
      for (const text of [cue, caution, source, needs]) expect(text.length).toBeGreaterThan(8);
      expect(drills.some(({ phase }) => phase === 1)).toBe(true);
      expect(combine === 'coach').toBe(tests.length === 0);
      expect(gradeGate === 'coach').toBe(combine === 'coach');
    }
  });

  it('name the strike pattern in no test that stands alone', () => {
    for (const { tests } of RULES)
      if (tests.some(({ metric }) => /strike/.test(metric))) expect(tests.length).toBeGreaterThan(1);
  });
});
