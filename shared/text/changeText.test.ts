import { describe, expect, it } from 'vitest';
import { diffPlans } from '../program/diffPlans.ts';
import { generatePlan } from '../program/plan.ts';
import { DEFAULT_PLAN_OPTIONS, type PlanInput } from '../program/planInput.ts';
import { findingOf, START } from '../program/planInputs.testkit.ts';
import { changeText } from './changeText.ts';
import { forbiddenWords } from './fixedTexts.ts';

const plain: PlanInput = { ...DEFAULT_PLAN_OPTIONS, findings: [], startDate: START, openPhase: 1 };
const before = generatePlan(plain);
const changed = (more: Partial<PlanInput>) =>
  diffPlans(before, generatePlan({ ...plain, ...more })).map((change) => changeText(change));

describe('changes of a plan', () => {
  it('say where, what and why for a race', () => {
    const calendar = [{ kind: 'race' as const, from: '2026-03-11', to: '2026-03-11', name: 'Ten miles' }];
    const texts = changed({ calendar });
    expect(texts).toContainEqual({
      where: 'Week 2, Wednesday 11 Mar 2026',
      what: 'Training becomes race day',
      why: 'Some days are taken by a race, a holiday or illness. What is missed is not made up for.',
    });
    expect(texts.some(({ what }) => what.endsWith('taken out'))).toBe(true);
  });

  it('name drills, doses, phases and priorities in words', () => {
    const texts = changed({ findings: [findingOf('overstriding', 1)], openPhase: 2, weeks: 7 });
    expect(texts[0]).toMatchObject({
      where: 'Whole plan',
      what: 'Answers foot lands far ahead of the hips in place of none',
    });
    expect(texts.map(({ what }) => what)).toContain('8 weeks become 7');
    expect(texts.map(({ what }) => what)).toContain('Phase 1 becomes phase 2');
    const all = texts.map(({ where, what, why }) => `${where}: ${what}. ${why}`).join('\n');
    expect(all).not.toMatch(/undefined|\[object| x \d/);
    expect(forbiddenWords(all)).toEqual([]);
  });

  it('give the reason of soreness with every lighter dose', () => {
    const adaptation = {
      ...DEFAULT_PLAN_OPTIONS.adaptation,
      hold: true,
      ease: 0.5,
      notes: [{ code: 'soreness_ease', params: { area: 'sole', level: 5 } }],
    };
    const doses = changed({ adaptation, lived: { plan: before, from: START } }).filter(
      ({ where, what }) => where.startsWith('Week 1') && what.includes('becomes'),
    );
    expect(doses.length).toBeGreaterThan(3);
    for (const { why } of doses) expect(why).toContain('Soreness was reported (sole, 5 of 10)');
  });
});
