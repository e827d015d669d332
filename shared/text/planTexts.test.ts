import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drillChain } from '../program/chain.ts';
import { RULES } from '../program/data/rules.ts';
import { standingFrom } from '../program/gates.ts';
import { generatePlan } from '../program/plan.ts';
import { DEFAULT_PLAN_OPTIONS } from '../program/planInput.ts';
import { findingOf, START } from '../program/planInputs.testkit.ts';
import { ADVICE, FOOTWEAR, SURFACE } from '../program/weekDress.ts';
import { whyText } from './chainText.ts';
import { forbiddenWords } from './fixedTexts.ts';
import {
  ADVICE_TEXTS,
  CRITERION_TEXTS,
  hasPlanNoteText,
  hasReasonText,
  planNoteText,
  SETTING_TEXTS,
} from './planTexts.ts';

const sourceOf = (names: readonly string[]) =>
  names.map((name) => readFileSync(new URL(`../program/${name}`, import.meta.url), 'utf8')).join('\n');
const all = sourceOf(
  readdirSync(new URL('../program', import.meta.url)).filter(
    (name) => name.endsWith('.ts') && !/\.(test|testkit)\.ts$/.test(name),
  ),
);
const found = (source: string, pattern: RegExp) => [
  ...new Set([...source.matchAll(pattern)].map((match) => match[1] ?? '')),
];

describe('texts of the plan', () => {
  it('have a sentence for every note that the programme can make', () => {
    // Every quoted name with an underscore in the reader of the log is a note.
    const codes = [
      ...found(all, /code: (?:[^,'\n]*\? )?'([a-z_]+)'/g),
      ...found(sourceOf(['readLog.ts']), /'([a-z]+_[a-z_]+)'/g),
    ];
    expect(codes.length).toBeGreaterThan(15);
    expect(codes.filter((code) => !hasPlanNoteText(code))).toEqual([]);
  });

  it('have words for every refusal and every setting', () => {
    const refusals = found(sourceOf(['eligible.ts', 'overrides.ts']), /(?:return|\?) '([a-z_]{3,})'/g);
    expect(refusals.length).toBeGreaterThan(8);
    expect(refusals.filter((code) => !hasReasonText(code) && !hasPlanNoteText(code))).toEqual([]);
    const settings = [...Object.values(FOOTWEAR), ...Object.values(SURFACE)];
    expect(settings.filter((code) => SETTING_TEXTS[code] === undefined)).toEqual([]);
    const advice = Object.values(ADVICE).flat();
    expect(advice.filter((code) => ADVICE_TEXTS[code] === undefined)).toEqual([]);
    const { gates } = standingFrom({ assessments: [], adherence: null, overrides: [] });
    const criteria = gates.flatMap(({ criteria }) => criteria.map(({ id }) => id));
    expect(criteria.filter((id) => CRITERION_TEXTS[id] === undefined)).toEqual([]);
  });

  it('fill in what the note knows, in words', () => {
    expect(planNoteText({ code: 'soreness_ease', params: { area: 'achilles', level: 5 } })).toBe(
      'Soreness was reported (Achilles tendon, 5 of 10): less work, roll and stretch gently.',
    );
    expect(planNoteText({ code: 'coach_change', params: { reason: 'no room' } })).toBe(
      'Changed by the coach: no room',
    );
    expect(planNoteText({ code: 'coach_change', params: { reason: '' } })).toBe('Changed by the coach.');
    expect(planNoteText({ code: 'minimalist_not_yet', params: { missing: 'habit, shoes' } })).toBe(
      'The step towards minimalist shoes waits for: three weeks of regular drills, the shoes.',
    );
  });
});

describe('why this drill', () => {
  it.each(RULES.map(({ id }) => id))('is one clean sentence for %s', (rule) => {
    const plan = generatePlan({ ...DEFAULT_PLAN_OPTIONS, findings: [findingOf(rule, 1)], startDate: START });
    const item = plan.weeks
      .flatMap(({ days }) => days.flatMap(({ items }) => items))
      .find(({ why }) => why.kind === 'finding');
    const chain = item && drillChain(plan, item);
    const sentence = chain ? whyText(chain) : '';
    expect(sentence).toMatch(/^[A-Z].*frame 12.*, so you do .+ × .+, and we look again on 13 Apr 2026\.$/);
    expect(sentence).toContain('150 ± 2 steps/min');
    expect(forbiddenWords(sentence)).toEqual([]);
  });
});
