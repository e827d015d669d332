import { describe, expect, it } from 'vitest';
import { LIBRARY } from '../../program/library.ts';
import { generatePlan } from '../../program/plan.ts';
import { DEFAULT_PLAN_OPTIONS } from '../../program/planInput.ts';
import { findingOf, START } from '../../program/planInputs.testkit.ts';
import { FIXED, forbiddenWords } from '../../text/fixedTexts.ts';
import { ruleText } from '../../text/ruleTexts.ts';
import { ownPlanSection } from './ownPlanSection.ts';
import { itemText } from './planDays.ts';
import { planSection } from './planSection.ts';

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
    expect(page).toContain(FIXED.planSafety);
    expect(page).toContain('Race day. No drills today.');
    expect(page).toContain('Some days are taken by a race');
    expect(page.match(/Why it is here:/g)?.length ?? 0).toBeGreaterThan(2);
    expect(page).toContain('we look again on 13 Apr 2026.');
    expect(page).not.toMatch(/undefined|NaN|\[object/);
    expect(forbiddenWords(page)).toEqual([]);
  });

  it('says rhythm and first side where the plan has them', () => {
    const items = plan.weeks.flatMap(({ days }) => days.flatMap((day) => day.items));
    const beat = items.find(({ cadence }) => cadence !== null);
    expect(beat && itemText(beat, LIBRARY)).toContain('at 164 steps a minute, beat on for 100 % of the time');
    const first = items.find(({ first_side }) => first_side !== null);
    expect(first && itemText(first, LIBRARY)).toContain('left side first');
  });
});

describe('the athlete’s own plan in short', () => {
  const on = (today: string) =>
    ownPlanSection({ plan, library: LIBRARY, basisDate: '2026-02-27', today }).markup;

  it('tells what it works on, the days of the week at hand and when to look again', () => {
    const third = on('2026-03-18');
    expect(third).toContain('2 Mar 2026 to 26 Apr 2026, 8 weeks. Now in week 3, phase 1: awareness.');
    expect(third).toContain('It answers the video of 27 Feb 2026.');
    expect(third).toContain(ruleText('low_cadence').title);
    expect(third).toContain('Wednesday 18 Mar 2026');
    expect(third).not.toContain('25 Mar 2026');
    expect(third).toContain('New video and tests on 13 Apr 2026.');
    expect(third).toContain(FIXED.planSafety);
    expect(third).not.toMatch(/undefined|NaN|\[object/);
    expect(forbiddenWords(third)).toEqual([]);
  });

  it('says so before it begins and after its weeks', () => {
    expect(on('2026-02-20')).toContain('It has not begun yet.');
    expect(on('2026-02-20')).toContain('Monday 2 Mar 2026');
    const over = on('2026-06-01');
    expect(over).toContain('Its weeks are over');
    expect(over).not.toContain('<h3>Week');
  });
});
