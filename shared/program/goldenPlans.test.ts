import { describe, expect, it } from 'vitest';
import { RULES } from './data/rules.ts';
import { isMain } from './dose.ts';
import { LIBRARY } from './library.ts';
import { generatePlan } from './plan.ts';
import { brokenInvariants } from './planChecks.testkit.ts';
import { DEFAULT_PLAN_OPTIONS, EQUIPMENT, type PlanInput } from './planInput.ts';
import { findingOf, START } from './planInputs.testkit.ts';

/** The same athlete with one observation each: eight weeks, every phase, all equipment but the thin shoes. */
const athlete = (rule: string): PlanInput => ({
  ...DEFAULT_PLAN_OPTIONS,
  equipment: EQUIPMENT.filter((thing) => thing !== 'minimalist shoes'),
  findings: [findingOf(rule, 1)],
  startDate: START,
  openPhase: 1,
  cadenceSpm: 164,
});

describe('the plan that answers', () => {
  it.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
    const input = athlete(id);
    const plan = generatePlan(input);
    expect(brokenInvariants(plan, input)).toEqual([]);
    // Every drill of the rule has its place in the phases that the rule gives it, as far as the exercise belongs there.
    for (const { exercise, phase } of rule.drills) {
      if (!LIBRARY.get(exercise).phases.includes(phase)) continue;
      const items = plan.weeks
        .filter((week) => week.phase === phase)
        .flatMap(({ days }) => days.flatMap((day) => day.items));
      expect(
        items.some((item) => item.exercise === exercise && item.why.kind === 'finding'),
        exercise,
      ).toBe(true);
    }
    const used = plan.weeks.flatMap(({ days }) =>
      days.flatMap(({ items }) => items.map(({ exercise }) => exercise)),
    );
    for (const exercise of rule.leaveOut ?? []) expect(used).not.toContain(exercise);
    // The plan of this athlete, in short: a change here is a change that coaches will see.
    const short = plan.weeks.map(
      ({ phase, light, load, days }) =>
        `${phase}${light ? ' light' : ''} ${load}: ${days
          .map(({ items }) =>
            items
              .filter(isMain)
              .map((item) => `${item.exercise}${item.why.kind === 'finding' ? '*' : ''}`)
              .join(' '),
          )
          .filter((text) => text !== '')
          .join(' | ')}`,
    );
    expect(short).toMatchSnapshot();
  });
});
