import { describe, expect, it } from 'vitest';
import { HEIGHT, heightText, measureText, SPEED, shownValue, storedValue } from './measures.ts';

describe('measures', () => {
  it('show metres and m/s in the units of the coach', () => {
    expect(heightText('metric', 1.756)).toBe('176 cm');
    expect(heightText('imperial', 1.7526)).toBe('5 ft 9 in');
    expect(measureText(SPEED.metric, 3)).toBe('10.8 km/h');
    expect(measureText(SPEED.imperial, 3)).toBe('6.7 mph');
  });

  it('give back what was typed', () => {
    expect(storedValue(HEIGHT.metric, 176)).toBe(1.76);
    expect(shownValue(SPEED.metric, storedValue(SPEED.metric, 10.5))).toBe(10.5);
    expect(shownValue(SPEED.imperial, storedValue(SPEED.imperial, 6.5))).toBe(6.5);
    expect([storedValue(SPEED.metric, null), shownValue(SPEED.metric, null)]).toEqual([null, null]);
  });
});
