import { describe, expect, it } from 'vitest';
import type { Phase, Plan } from '../domain/plan.ts';
import { addDays } from './calendar.ts';
import { generatePlan } from './plan.ts';
import { DEFAULT_PLAN_OPTIONS, type PlanInput } from './planInput.ts';
import { START } from './planInputs.testkit.ts';

const input: PlanInput = { ...DEFAULT_PLAN_OPTIONS, findings: [], startDate: START, openPhase: 1 };
const made = generatePlan(input);
const on = (day: number, plan: Plan, openPhase: Phase) =>
  generatePlan({ ...input, openPhase, lived: { plan, from: addDays(START, day) } });
const phases = ({ weeks }: Plan) => weeks.map(({ phase, provisional }) => (provisional ? -phase : phase));

describe('phases of a plan that is made anew', () => {
  it('keep their dates while days pass, whatever was open when it was planned', () => {
    let plan = on(14, made, 3);
    expect(phases(plan)).toEqual([1, 1, 2, 2, 2, 3, 3, 3]);
    for (const day of [15, 18, 21, 22, 28, 33, 34, 35, 36, 42, 50, 56]) {
      const next = on(day, plan, 3);
      expect(phases(next), `day ${day}`).toEqual([1, 1, 2, 2, 2, 3, 3, 3]);
      plan = next;
    }
  });

  it('begin with the next week when a gate is passed on the way', () => {
    const second = on(14, made, 2);
    expect(phases(second)).toEqual([1, 1, 2, 2, 2, -3, -3, -3]);
    expect(phases(on(24, second, 3))).toEqual([1, 1, 2, 2, 3, 3, 3, 3]);
  });

  it('are repeated while the gate stays shut, and go on when it opens', () => {
    const shut = on(21, made, 1);
    expect(phases(shut)).toEqual([1, 1, 1, 1, 1, 1, -2, -2]);
    expect(phases(on(28, shut, 2))).toEqual([1, 1, 1, 1, 2, 2, 2, -3]);
    const late = on(42, shut, 1);
    expect(phases(late)).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
    expect(phases(on(42, late, 2))).toEqual([1, 1, 1, 1, 1, 1, 2, 2]);
  });

  it('close again when a test is taken back before the phase was lived', () => {
    const open = on(14, made, 2);
    expect(phases(on(14, open, 1)).slice(0, 3)).toEqual([1, 1, 1]);
  });
});
