import { expect, it } from 'vitest';
import type { Plan } from '../domain/plan.ts';
import { diffPlans } from './diffPlans.ts';
import { generatePlan } from './plan.ts';
import { DEFAULT_PLAN_OPTIONS, NO_ADAPTATION, type PlanInput } from './planInput.ts';
import { START } from './planInputs.testkit.ts';

const input: PlanInput = { ...DEFAULT_PLAN_OPTIONS, findings: [], startDate: START, openPhase: 1 };
const first = generatePlan(input);
const made = (more: Partial<PlanInput>) =>
  generatePlan({ ...input, lived: { plan: first, from: START }, ...more });
const cause = { code: 'options_changed', params: {} };

/** Codes of the reasons of all changes in a week. */
const codes = (week: number, before: Plan, after: Plan): string[] => {
  const changes = diffPlans(before, after, cause).filter((change) => change.week === week);
  return [...new Set(changes.flatMap(({ reasons }) => reasons.map(({ code }) => code)))];
};

it('the reason of a change is what is new, or that it is over, or what the plan was made anew for', () => {
  const notes = [{ code: 'illness', params: {} }];
  const ill = made({ adaptation: { ...NO_ADAPTATION, hold: true, ease: 0.5, notes } });
  expect(codes(1, first, ill)).toEqual(['illness']);
  expect(codes(1, ill, first)).toEqual(['hold_over']);
  // Week 3 is light before and after: that is not why it changes.
  expect(codes(3, first, made({ maxExercises: 2 }))).toEqual(['options_changed']);
});

it('a phase that comes or waits says so, and a firm week is told from a provisional one', () => {
  const opened = made({ openPhase: 2, lived: null });
  expect(codes(1, first, opened)).toContain('phase_opened');
  expect(codes(1, opened, first)).toContain('phase_later');
  const firm = { ...first, weeks: first.weeks.map((week) => ({ ...week, provisional: false })) };
  expect(diffPlans(first, firm).filter(({ kind }) => kind === 'gate')).toMatchObject(
    first.weeks.filter(({ provisional }) => provisional).map(({ index }) => ({ week: index, to: 'firm' })),
  );
});
