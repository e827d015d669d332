import { expect, it } from 'vitest';
import type { Assessment } from '../domain/assessment.ts';
import { withObserved } from './observed.ts';
import { generatePlan } from './plan.ts';
import { brokenInvariants } from './planChecks.testkit.ts';
import { DEFAULT_PLAN_OPTIONS } from './planInput.ts';
import { findingOf, START } from './planInputs.testkit.ts';

const tests = (id: string, date: string, clawing: { L?: boolean; R?: boolean }): Assessment => ({
  ...{ id, date, kind: 'retest', cycle: 1, results: [], pain_next_morning: null, note: '' },
  observations: (['L', 'R'] as const).flatMap((side) => {
    const seen = clawing[side];
    return seen === undefined ? [] : [{ id: 'toe_clawing' as const, side, seen }];
  }),
});

it('clawing toes that the coach ticked are answered, by side, until they are seen no more', () => {
  const claws = tests('a', START, { L: true, R: false });
  expect(withObserved([], [])).toEqual([]);
  expect(withObserved([], [tests('a', START, { L: false })])).toEqual([]);
  expect(withObserved([], [claws])).toMatchObject([
    { rule: 'toe_clawing', side: 'L', priority: 1, confirmed_by_coach: true },
  ]);
  expect(withObserved([], [tests('a', START, { L: true, R: true })])).toMatchObject([{ side: null }]);
  expect(withObserved([], [claws, tests('b', '2026-04-01', { L: false })])).toEqual([]);
});

it('come after what the video found and are at most the second priority', () => {
  const claws = [tests('a', START, { L: true })];
  const one = [findingOf('overstriding', 1)];
  const two = [...one, findingOf('low_cadence', 2)];
  expect(withObserved(one, claws).map(({ priority }) => priority)).toEqual([1, 2]);
  expect(withObserved(two, claws).map(({ priority }) => priority)).toEqual([1, 2, null]);
  expect(withObserved([findingOf('toe_clawing', 1)], claws)).toHaveLength(1);
});

it('take curling drills out of the plan and keep its invariants', () => {
  const findings = withObserved([findingOf('overstriding', 1)], [tests('a', START, { L: true })]);
  const input = { ...DEFAULT_PLAN_OPTIONS, findings, startDate: START };
  const plan = generatePlan(input);
  expect(brokenInvariants(plan, input)).toEqual([]);
  expect(plan.priorities).toEqual(['overstriding', 'toe_clawing']);
  const items = plan.weeks.flatMap(({ days }) => days.flatMap((day) => day.items));
  expect(items.filter(({ exercise }) => ['S1', 'S2', 'S8'].includes(exercise))).toEqual([]);
  expect(items.some(({ why }) => why.kind === 'finding' && why.rule === 'toe_clawing')).toBe(true);
});
