import { describe, expect, it } from 'vitest';
import { generatePlan } from '../../program/plan.ts';
import { DEFAULT_PLAN_OPTIONS } from '../../program/planInput.ts';
import { findingOf, START } from '../../program/planInputs.testkit.ts';
import { forbiddenWords, PLAN_SAFETY_TEXT } from '../../text/fixedTexts.ts';
import { itemText, planSection } from './planSection.ts';

const calendar = [{ kind: 'race' as const, from: '2026-03-08', to: '2026-03-08', name: 'Ten miles' }];
const plan = generatePlan({
  ...DEFAULT_PLAN_OPTIONS,
  findings: [findingOf('low_cadence', 1)],
  startDate: START,
  openPhase: 1,
  cadenceSpm: 164,
  calendar,
  weakerSide: 'L',
});
const page = planSection(plan).markup;

describe('the plan on paper', () => {
  it('prints safety, weeks, the race day and why each drill is there', () => {
    expect(page).toContain(PLAN_SAFETY_TEXT);
    expect(page).toContain('Race day. No drills today.');
    expect(page).toContain('Some days are taken by a race');
    expect(page.match(/Why it is here:/g)?.length ?? 0).toBeGreaterThan(2);
    expect(page).toContain('we look again on 2026-04-13.');
    expect(page).not.toMatch(/undefined|NaN|\[object/);
    expect(forbiddenWords(page)).toEqual([]);
  });

  it('says rhythm and first side where the plan has them', () => {
    const items = plan.weeks.flatMap(({ days }) => days.flatMap((day) => day.items));
    const beat = items.find(({ cadence }) => cadence !== null);
    expect(beat && itemText(beat)).toContain('at 164 steps a minute, beat on for 100 % of the time');
    const first = items.find(({ first_side }) => first_side !== null);
    expect(first && itemText(first)).toContain('left side first');
  });
});
