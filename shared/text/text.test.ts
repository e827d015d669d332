import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Metric } from '../domain/analysis.ts';
import { ERRORS, type ErrorCode, errorText } from '../domain/errors.ts';
import { inLanguage, LANGUAGES } from '../domain/language.ts';
import { METRICS } from '../gait/registry.ts';
import { RULES, ruleById } from '../program/data/rules.ts';
import { spokenObservations, TESTS, testById } from '../program/data/tests.ts';
import { LIBRARY } from '../program/library.ts';
import { FIXED, FIXED_TEXTS, forbiddenWords } from './fixedTexts.ts';
import { METRIC_TEXTS } from './metricTexts.ts';
import { hasNoticeText, noticeTextList } from './noticeTexts.ts';
import { readingText } from './numberText.ts';
import { packetTextList } from './packetTexts.ts';
import { planTextList } from './planTexts.ts';
import { RULE_TEXTS } from './ruleTexts.ts';

const allTexts = (): string[] => [
  ...Object.values(METRIC_TEXTS).flatMap(({ name, definition }) => [name, definition]),
  ...noticeTextList(),
  ...Object.values(RULE_TEXTS).flatMap(({ title, athlete }) => [title, athlete]),
  ...planTextList(),
  ...packetTextList(),
  ...RULES.map(({ id }) => ruleById(id)).flatMap(({ cue, caution, needs }) => [cue, caution, needs]),
  ...LIBRARY.all.flatMap((exercise) => [
    exercise.name,
    ...exercise.how,
    ...exercise.cues,
    exercise.why,
    exercise.progression,
    exercise.regression,
    exercise.videoCheck,
    ...exercise.contraindications,
  ]),
  ...TESTS.map(({ id }) => testById(id)).flatMap(({ name, protocol, norm }) => [
    name,
    ...protocol,
    norm?.text ?? '',
  ]),
  ...spokenObservations().flatMap(({ name, how }) => [name, how]),
  ...Object.keys(ERRORS).flatMap((code) => Object.values(errorText(code as ErrorCode, {}))),
];

describe('wording', () => {
  it.each(LANGUAGES)('claims nothing about health, in any text (%s)', (language) => {
    const texts = inLanguage(language, allTexts);
    expect(texts.length).toBeGreaterThan(600);
    expect(texts.filter((text) => forbiddenWords(text, language).length > 0)).toEqual([]);
  });

  it('is checked by whole words, and only the fixed texts are exempt', () => {
    expect(forbiddenWords('This prevents injury and is a Diagnosis.')).toEqual([
      'prevents injury',
      'Diagnosis',
    ]);
    expect(forbiddenWords('Treadmill and retreat are fine.')).toEqual([]);
    const german = ['Diagnose', 'Verletzungsrisiko', 'beugt Verletzungen vor', 'Heilung'];
    expect(german.filter((word) => forbiddenWords(word, 'de').length === 0)).toEqual([]);
    expect(forbiddenWords(FIXED_TEXTS.join(' '), 'de')).toEqual([]);
    expect(forbiddenWords(FIXED.footer.replace('treat,', 'treat'))).not.toEqual([]);
  });

  it('has a sentence for every code that a value can carry', () => {
    const sources = ['grade', 'summarise', 'derived', 'cameraChecks', 'wholeRunner', 'levelClip']
      .map((name) => readFileSync(new URL(`../gait/${name}.ts`, import.meta.url), 'utf8'))
      .join('\n');
    const codes = [
      ...sources.matchAll(
        /(?:code: |notice\(|warn\(|stop\(|graded\('(?:low|medium|not_reported)', )'([a-z_]+)'/g,
      ),
    ].map((match) => match[1] ?? '');
    const ofClips = readFileSync(new URL('../../main/host/clipView.ts', import.meta.url), 'utf8');
    codes.push(
      ...[...ofClips.matchAll(/code: '([a-z_]+)'/g)].map((match) => match[1] ?? ''),
      'rows_damaged',
      'synced_folder',
    );
    expect(codes.length).toBeGreaterThan(25);
    expect([...new Set(codes)].filter((code) => !hasNoticeText(code))).toEqual([]);
  });

  it('names every metric and every rule', () => {
    expect(METRICS.every(({ id }) => METRIC_TEXTS[id].definition.length > 20)).toBe(true);
    expect(RULES.filter(({ id }) => !RULE_TEXTS[id])).toEqual([]);
  });
});

describe('numbers', () => {
  const metric = (id: string, value: number, total: number, unit: string): Metric => ({
    id,
    side: 'R',
    clip: 'c',
    value,
    unit,
    repeat: total / 2,
    total,
    low: value - total,
    high: value + total,
    n: 16,
    grade: 'high',
    reason: null,
  });

  it('carry no more digits than their half-width allows', () => {
    expect(readingText(metric('foot_strike_angle', 12.345, 5.6, 'deg'))).toBe('12 ± 6°');
    expect(readingText(metric('contact_time', 247.3, 18.8, 'ms'))).toBe('245 ± 20 ms');
    expect(readingText(metric('overstride_heel', 0.2734, 0.066, 'leg'))).toBe('0.27 ± 0.07 leg lengths');
    expect(readingText(metric('cadence', 168.45, 0.65, 'steps/min'))).toBe('168 ± 1 steps/min');
    expect(readingText(metric('pelvic_drop', -0.3, 5, 'deg'))).toBe('0 ± 5°');
    expect(readingText({ ...metric('cadence', 1, 1, ''), value: null })).toBe('not reported');
  });
});
