import { describe, expect, it } from 'vitest';
import { ALIGNMENT_DEFINITIONS, METRIC_OF_DEFINITION } from '../domain/alignment.ts';
import type { Analysis, Metric } from '../domain/analysis.ts';
import { inLanguage } from '../domain/language.ts';
import {
  ALIGNMENT_NAMES,
  agreementText,
  alignmentLegend,
  contactValueText,
  typicalText,
  verdictText,
} from '../text/alignmentTexts.ts';
import { forbiddenWords } from '../text/fixedTexts.ts';
import { agreementOf, alignmentSays, sayingsOf, verdictOf } from './alignmentSays.ts';

const metric = (id: string, value: number | null, total: number | null): Metric => ({
  ...{ id, side: 'L', clip: null, value, unit: '', repeat: null, total, low: null, high: null },
  ...{ n: 14, grade: 'high', reason: null },
});
const sayings = (values: Readonly<Record<string, readonly [number, number]>>, speed: number | null = 3.5) => {
  const metrics = Object.entries(values).map(([id, [value, total]]) => metric(id, value, total));
  const session = { speed_mps: speed } as Analysis['session'];
  return alignmentSays({ metrics, session });
};

describe('what a definition says', () => {
  it('is told from the whole range of the value', () => {
    const says = (value: number, total: number) => verdictOf(metric('tibia_angle_ic', value, total), 5);
    expect(says(9, 4.8)).toBe('ahead');
    expect(says(-9, 4.8)).toBe('behind');
    expect(says(3, 4.8)).toBe('cannot_tell');
    expect(says(1, 2)).toBe('under');
    // Certainly ahead, and yet near enough to count as under.
    expect(says(3, 1)).toBe('under');
    expect(says(5, 1)).toBe('ahead');
    expect(verdictOf(metric('tibia_angle_ic', null, null), 5)).toBe('not_measured');
    expect(verdictOf(undefined, 5)).toBe('not_measured');
  });

  it('stands for each foot beside runners at this speed, where they are known', () => {
    const all = sayings({ tibia_angle_ic: [9, 4.8], overstride_ankle: [0.3, 0.07] });
    expect(all).toHaveLength(2 * ALIGNMENT_DEFINITIONS.length);
    const left = sayingsOf(all, 'side', 'L');
    expect(left.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['ankle_hip', 'ahead'],
      ['heel_hip', 'not_measured'],
      ['shank', 'ahead'],
    ]);
    expect(left.map(typicalText)).toEqual([undefined, '0.16 to 0.24 leg lengths', '7 to 13°']);
    expect(sayings({ tibia_angle_ic: [9, 4.8] }, null).every(({ norm }) => norm === undefined)).toBe(true);
  });

  it('is held against the others of the same view', () => {
    const of = (heel: readonly [number, number], shin: readonly [number, number]) =>
      sayingsOf(
        sayings({ overstride_ankle: [0.3, 0.07], overstride_heel: heel, tibia_angle_ic: shin }),
        'side',
        'L',
      );
    expect(agreementOf(of([0.2, 0.07], [9, 4.8]))).toBe('same');
    expect(agreementOf(of([0.2, 0.07], [2, 4.8]))).toBe('same_but_open');
    expect(agreementOf(of([0.2, 0.07], [-9, 4.8]))).toBe('different');
    expect(agreementOf(of([0.05, 0.07], [2, 4.8]))).toBe('open');
    expect(agreementText(of([0.2, 0.07], [0, 3]))).toBe(
      'The definitions do not agree: which one counts is the coach’s choice. Ankle to hips, Heel to hips: ahead; Angle of the shin: under.',
    );
  });

  it('has plain words in both languages, and none that is forbidden', () => {
    const ids = ALIGNMENT_DEFINITIONS;
    const verdicts = ['under', 'ahead', 'behind', 'cannot_tell', 'not_measured'] as const;
    const all = () => [
      ...ids.flatMap((id) => [ALIGNMENT_NAMES[id], ...verdicts.map((verdict) => verdictText(id, verdict))]),
      alignmentLegend(),
      agreementText(
        sayingsOf(sayings({ line_offset: [60, 20], foot_under_ankle_rear: [3, 9] }), 'frontal', 'L'),
      ),
    ];
    const [english, german] = [inLanguage('en', all), inLanguage('de', all)];
    expect(english.flatMap((text) => forbiddenWords(text))).toEqual([]);
    expect(english.every((text, i) => text !== '' && text !== german[i])).toBe(true);
    expect(english.at(-1)).toBe(
      'Heel under ankle, from behind: cannot tell; Foot to line of travel, from behind: on its own side.',
    );
  });

  it('writes a contact as its metric is written, with the angle that is drawn', () => {
    const at = { x: 0, y: 0 };
    const line = { anchor: at, plumb: at, joint: at, deg: -7.4, offset: -0.13 };
    expect(contactValueText({ ...line, id: 'ankle_hip', value: -0.131 })).toBe('−0.13 leg lengths (−7°)');
    expect(contactValueText({ ...line, id: 'shank', value: -7.4 })).toBe(
      '−7° (ankle to knee −0.13 shin lengths)',
    );
    expect(contactValueText({ ...line, id: 'foot_line', value: null })).toBe('not measured (−7°)');
    expect(Object.values(METRIC_OF_DEFINITION)).toContain('line_offset');
  });
});
