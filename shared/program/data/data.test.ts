import { describe, expect, it } from 'vitest';
import { inLanguage, LANGUAGES } from '../../domain/language.ts';
import { METRICS } from '../../gait/registry.ts';
import { EQUIPMENT } from '../planInput.ts';
import { EXERCISES, exerciseById, SEED_EXERCISES } from './exercises.ts';
import { RULES, ruleById } from './rules.ts';
import { BASELINE_TESTS, TESTS, testById } from './tests.ts';

describe('library', () => {
  it('holds the 32 exercises of the seed, once each, by their ids', () => {
    const ids = [
      ...[1, 2, 3, 4, 5].map((n) => `M${n}`),
      ...[1, 2, 3, 4, 5].map((n) => `A${n}`),
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => `S${n}`),
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((n) => `F${n}`),
    ];
    expect(SEED_EXERCISES.map(({ id }) => id)).toEqual(ids);
    expect(SEED_EXERCISES.every(({ source, citation }) => source === 'seed' && citation === undefined)).toBe(
      true,
    );
    expect(new Set(EXERCISES.map(({ id }) => id)).size).toBe(EXERCISES.length);
  });

  it('marks every addition with its source, and each answers a rule or is the shoe step', () => {
    const additions = EXERCISES.filter(({ source }) => source === 'addition');
    expect(additions.length).toBeGreaterThan(0);
    const asked = new Set(RULES.flatMap(({ drills }) => drills.map(({ exercise }) => exercise)));
    for (const { id, citation, isFootwearStep } of additions) {
      expect(citation?.length, id).toBeGreaterThan(10);
      expect(asked.has(id) || isFootwearStep === true, id).toBe(true);
    }
  });

  it.each(EXERCISES.map((exercise) => [exercise.id, exercise] as const))('says all of %s', (_, exercise) => {
    const { name, why, progression, regression, videoCheck, surface, footwear, how, cues, loads } = exercise;
    for (const text of [name, why, progression, regression, videoCheck, surface, footwear, ...cues])
      expect(text.trim().length).toBeGreaterThan(2);
    expect(how.length).toBeGreaterThan(0);
    for (const step of how) expect(step).toMatch(/^[A-Z].*\.$/);
    expect(loads.length).toBeGreaterThan(0);
    expect(exercise.contraindications.length).toBeGreaterThanOrEqual(loads.length);
    expect(exercise.phases.length).toBeGreaterThan(0);
    for (const thing of exercise.equipment) expect(EQUIPMENT as readonly string[]).toContain(thing);
  });

  it('speaks in short sentences', () => {
    const words = EXERCISES.flatMap(({ how }) => how).map((step) => step.split(' ').length);
    expect(Math.max(...words)).toBeLessThanOrEqual(24);
    expect(words.reduce((sum, n) => sum + n, 0) / words.length).toBeLessThan(13);
  });
});

describe('rules', () => {
  it('ask for exercises that exist and are open in their phase, and for metrics that exist', () => {
    const metrics = new Set<string>(METRICS.map(({ id }) => id));
    for (const { id, drills, tests, shows, leaveOut } of RULES) {
      for (const { exercise, phase } of drills)
        expect(
          exerciseById(exercise).phases.some((open) => open <= phase),
          `${id}: ${exercise}`,
        ).toBe(true);
      for (const { metric } of tests) expect(metrics.has(metric), metric).toBe(true);
      for (const metric of shows ?? [])
        expect(metrics.has(metric.replace('asymmetry.', '')), metric).toBe(true);
      for (const exercise of leaveOut ?? []) expect(exerciseById(exercise).id).toBe(exercise);
    }
  });
});

describe('sources that a coach reads', () => {
  it.each(LANGUAGES)('name studies or the programme, no file and no word of the code (%s)', (language) => {
    const shown = inLanguage(language, () => [
      ...RULES.map(({ id }) => ruleById(id).source),
      ...EXERCISES.flatMap(({ citation }) => citation ?? []),
      ...TESTS.flatMap(({ id }) => testById(id).norm?.source ?? []),
    ]);
    expect(shown.length).toBeGreaterThan(RULES.length);
    expect(shown.filter((source) => /\.md\b|\bseed\b/.test(source))).toEqual([]);
    if (language === 'de') expect(shown.filter((source) => / rule /.test(source))).toEqual([]);
  });
});

describe('tests of the foot', () => {
  it('hold every test that the seed names, with a protocol', () => {
    expect(TESTS.map(({ id }) => id)).toEqual([
      'single_leg_stance',
      'toe_press_endurance',
      'controlled_pronation',
      'arch_height',
      'arch_stiffness',
      'three_point_balance',
      'barefoot_sprint_40m',
      'toe_strength',
      'forefoot_stiffness',
      'ankle_flexibility',
      'single_leg_calf_raise',
      'rpe',
      'foot_off_excursion',
    ]);
    for (const { protocol, norm, timing, beatsPerMinute, lowest, highest } of TESTS) {
      expect(protocol.length).toBeGreaterThan(0);
      expect(highest).toBeGreaterThan(lowest);
      expect(timing === 'metronome').toBe(beatsPerMinute !== undefined);
      if (norm) expect(norm.source.length).toBeGreaterThan(4);
    }
    expect(BASELINE_TESTS.map((id) => testById(id).sided)).toEqual([true, true, true, true]);
  });
});
