import { describe, expect, it } from 'vitest';
import { METRICS } from '../../gait/registry.ts';
import {
  type AccuracyFigure,
  accuracyIntroText,
  accuracyText,
  noAccuracyText,
} from '../../text/accuracyText.ts';
import { forbiddenWords } from '../../text/fixedTexts.ts';
import { ACCURACY_FIGURES } from './figures.generated.ts';
import { nearestFigures } from './quoted.ts';

const figure = (fps: number, leg: AccuracyFigure['leg'], bias: number, sd: number): AccuracyFigure => ({
  ...{ metric: 'contact_time', view: 'side', fps, leg, bias, sd, n: 24 },
});
const figures = [
  ...[figure(60, 'near', 1.62, 5.31), figure(60, 'far', 0.8, 6.8)],
  ...[figure(120, 'near', -0.21, 4.02), figure(120, 'far', 0.04, 12.3)],
];
const at = (capture_fps: number, view: 'side' | 'rear' = 'side') =>
  nearestFigures(figures, 'contact_time', { view, capture_fps });

describe('what the report quotes', () => {
  it('is of the nearest rate and the same view', () => {
    expect([59.94, 84, 87, 240].map((fps) => at(fps)[0]?.fps)).toEqual([60, 60, 120, 120]);
    expect(at(120)).toHaveLength(2);
    expect(at(120, 'rear')).toEqual([]);
    expect(nearestFigures(figures, 'cadence', { view: 'side', capture_fps: 120 })).toEqual([]);
  });

  it('is one sentence, with no more figures than the spread carries', () => {
    expect(accuracyText(at(119.88), 119.88)).toBe(
      'Synthetic clips at 120 frames/s: near leg bias −0.2, SD 4.0 ms, n = 24; far leg bias 0, SD 12 ms, n = 24.',
    );
    expect(accuracyText(at(240), 240)).toContain('at 120 frames/s (this clip: 240): near leg');
    expect(accuracyText([], 120)).toBe(noAccuracyText());
  });

  it('says of every metric either a figure or that there is none, in allowed words', () => {
    const texts = METRICS.map(({ id, view }) =>
      accuracyText(
        nearestFigures(ACCURACY_FIGURES, id, { view: view === 'rear' ? 'rear' : 'side', capture_fps: 120 }),
        120,
      ),
    );
    expect(texts.filter((text) => text.startsWith('Synthetic clips')).length).toBeGreaterThan(15);
    expect(texts.join('\n')).not.toMatch(/undefined|NaN/);
    expect(forbiddenWords([accuracyIntroText(), ...texts].join('\n'))).toEqual([]);
  });
});
