import { describe, expect, it } from 'vitest';
import type { Assessment, TestResult } from '../domain/assessment.ts';
import {
  countedTrial,
  latestObservation,
  missingBaseline,
  resultProblems,
  trendOf,
  trends,
  weakerSide,
} from './assessment.ts';
import { testById } from './data/tests.ts';
import { GATE_LIMITS, standingFrom } from './gates.ts';

const result = (
  test: string,
  side: TestResult['side'],
  value: number,
  more: Partial<TestResult> = {},
): TestResult => ({
  test,
  side,
  value,
  trials: [],
  condition: null,
  ...more,
});
const made = (date: string, results: TestResult[], more: Partial<Assessment> = {}): Assessment => ({
  id: date,
  date,
  kind: 'retest',
  cycle: 1,
  results,
  observations: [],
  pain_next_morning: null,
  note: '',
  ...more,
});

describe('tests of the foot', () => {
  it('count the trial that their protocol says', () => {
    expect(countedTrial(testById('single_leg_stance'), [12, 31, 20])).toBe(31);
    expect(countedTrial(testById('barefoot_sprint_40m'), [7.4, 7.1])).toBe(7.1);
    expect(countedTrial(testById('arch_height'), [61])).toBe(61);
    expect(countedTrial(testById('arch_height'), [])).toBeUndefined();
  });

  it('are refused without a side, out of range, or when they come from video', () => {
    expect(resultProblems(result('single_leg_stance', 'L', 30))).toEqual([]);
    expect(resultProblems(result('single_leg_stance', null, 30))).toEqual(['side_missing']);
    expect(resultProblems(result('rpe', 'L', 3))).toEqual(['side_not_wanted']);
    expect(resultProblems(result('single_leg_stance', 'L', 46))).toEqual(['out_of_range']);
    expect(resultProblems(result('single_leg_stance', 'L', Number.NaN))).toEqual(['not_a_number']);
    expect(resultProblems(result('foot_off_excursion', 'L', 40))).toEqual(['comes_from_video']);
    expect(() => resultProblems(result('hop', 'L', 1))).toThrow('invalid test: hop');
  });
});

describe('trends', () => {
  const all = [
    made('2026-04-01', [result('single_leg_stance', 'L', 25), result('barefoot_sprint_40m', null, 7.0)]),
    made('2026-03-01', [result('single_leg_stance', 'L', 18), result('barefoot_sprint_40m', null, 7.4)]),
    made('2026-05-01', [
      result('single_leg_stance', 'L', 18.5),
      result('single_leg_stance', 'L', 5, { condition: 'eyes_closed' }),
      result('arch_height', 'L', 60),
    ]),
  ];

  it('run from the own baseline, by date, each side for itself', () => {
    const stance = trendOf(all, 'single_leg_stance', 'L');
    expect(stance.points.map(({ value }) => value)).toEqual([18, 25, 18.5]);
    expect(stance).toMatchObject({ change: 0.5, verdict: 'same' });
    expect(trendOf(all.slice(0, 2), 'single_leg_stance', 'L')).toMatchObject({
      change: 7,
      verdict: 'better',
    });
    expect(trendOf(all, 'barefoot_sprint_40m', null).verdict).toBe('better');
    expect(trendOf(all, 'single_leg_stance', 'R')).toEqual({
      test: 'single_leg_stance',
      side: 'R',
      points: [],
    });
    expect(trendOf(all, 'arch_height', 'L').verdict).toBeUndefined();
    expect(trends(all)).toHaveLength(3);
  });

  it('call a change of a test without a better direction a change, not a success', () => {
    const arch = [
      made('2026-03-01', [result('arch_height', 'L', 60)]),
      made('2026-05-01', [result('arch_height', 'L', 64)]),
    ];
    expect(trendOf(arch, 'arch_height', 'L').verdict).toBe('changed');
  });
});

describe('sides', () => {
  it('find the weaker one from 15 % on, in the first test that tells', () => {
    const raises = (left: number, right: number) => [
      made('2026-03-01', [
        result('single_leg_calf_raise', 'L', left),
        result('single_leg_calf_raise', 'R', right),
      ]),
    ];
    expect(weakerSide(raises(16, 20))).toBe('L');
    expect(weakerSide(raises(20, 16))).toBe('R');
    expect(weakerSide(raises(18, 20))).toBeNull();
    expect(weakerSide([])).toBeNull();
  });

  it('keep what the coach saw last', () => {
    const looks = [true, false].map((seen, k) =>
      made(`2026-03-0${k + 1}`, [], { observations: [{ id: 'wobble', side: 'L', seen }] }),
    );
    expect(latestObservation(looks, 'wobble', 'L')).toBe(false);
    expect(latestObservation(looks, 'wobble', 'R')).toBeUndefined();
  });
});

describe('gates', () => {
  const sides = ['L', 'R'] as const;
  const full = (values: Record<string, number>): TestResult[] =>
    Object.entries(values).flatMap(([test, value]) => sides.map((side) => result(test, side, value)));
  const good = made(
    '2026-03-01',
    full({
      arch_stiffness: 8,
      three_point_balance: 20,
      toe_strength: 50,
      ankle_flexibility: 10,
      single_leg_stance: 30,
      forefoot_stiffness: 2,
      single_leg_calf_raise: 20,
    }),
    {
      observations: sides.flatMap((side) => [
        { id: 'wobble' as const, side, seen: false },
        { id: 'arch_collapse' as const, side, seen: false },
      ]),
      pain_next_morning: 2,
    },
  );
  const adherence = { share: 0.8, weeks: 2 };
  const stands = (
    change: Partial<Assessment>,
    later: TestResult[] = [],
    work: typeof adherence | null = adherence,
  ) =>
    standingFrom({
      assessments: [{ ...good, ...change }, made('2026-04-01', later)],
      adherence: work,
      overrides: [],
    }).gates.map(({ passed }) => passed);

  it('open at their limits and shut just below', () => {
    expect(stands({})).toEqual([true, true]);
    expect(stands({}, [], { share: 0.79, weeks: 3 })).toEqual([false, true]);
    expect(stands({}, [], { share: 1, weeks: 1 })).toEqual([false, true]);
    expect(stands({}, [], null)).toEqual([false, true]);
    expect(stands({ pain_next_morning: 3 })).toEqual([false, true]);
    expect(stands({ pain_next_morning: null })).toEqual([false, true]);
    for (const side of sides) {
      expect(stands({}, [result('single_leg_stance', side, 29)])).toEqual([false, false]);
      expect(stands({}, [result('three_point_balance', side, 19)])).toEqual([true, false]);
      expect(stands({}, [result('forefoot_stiffness', side, 1)])).toEqual([true, false]);
      expect(stands({}, [result('single_leg_calf_raise', side, 16)])).toEqual([true, false]);
    }
    expect(stands({ observations: good.observations.slice(0, 3) })).toEqual([true, false]);
  });

  it('take even sides where both fall short of 20 raises', () => {
    const raises = sides.map((side, k) => result('single_leg_calf_raise', side, 15 + k));
    expect(stands({}, raises)[1]).toBe(true);
    expect(GATE_LIMITS.sideDifference).toBe(0.15);
  });

  it('need the baseline of both sides', () => {
    const oneSide = good.results.filter(({ side, test }) => side === 'L' || test !== 'toe_strength');
    expect(missingBaseline([{ ...good, results: oneSide }])).toEqual(['toe_strength:R']);
    const standing = standingFrom({ assessments: [{ ...good, results: oneSide }], adherence, overrides: [] });
    expect(standing.openPhase).toBeNull();
    expect(standing.records[0]?.passed).toBe(false);
  });
});
