import { describe, expect, it } from 'vitest';
import type { Metric } from '../domain/analysis.ts';
import { type Conditions, changeBetween, type Reading } from './change.ts';

const metric: Metric = {
  ...{ id: 'contact_time', side: 'L', clip: 'a', value: 240, unit: 'ms', repeat: 6, total: 20 },
  ...{ low: 220, high: 260, n: 20, grade: 'high', reason: null },
};
const conditions: Conditions = {
  ...{ speedMps: 3, captureFps: 120, view: 'side', nearLeg: true, surface: 'treadmill' },
};
const reading = (change: Partial<Metric> = {}, other: Partial<Conditions> = {}): Reading => ({
  metric: { ...metric, ...change },
  conditions: { ...conditions, ...other },
});

describe('change between two sessions', () => {
  it('is told only beyond what two days differ by anyway', () => {
    // sqrt(6^2 + 6^2 + (1.96 x sqrt(2) x 8)^2)
    const detectable = 23.74;
    const inside = changeBetween(reading(), reading({ value: 240 - 23 }));
    expect(inside).toMatchObject({ kind: 'within_error', delta: -23 });
    const beyond = changeBetween(reading(), reading({ value: 240 - 24 }));
    expect(beyond).toMatchObject({ kind: 'changed', detectable: expect.closeTo(detectable, 2) });
  });

  it('is rare in a runner who has not changed', () => {
    let told = 0;
    let state = 1;
    const uniform = () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return (state + 0.5) / 2_147_483_648;
    };
    const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
    for (let i = 0; i < 4000; i++) {
      const day = () => reading({ value: 240 + 8 * normal() + (6 / 1.96) * normal() });
      if (changeBetween(day(), day()).kind === 'changed') told++;
    }
    expect(told / 4000).toBeGreaterThan(0.03);
    expect(told / 4000).toBeLessThan(0.07);
  });

  it('is not judged across conditions that change the number by themselves', () => {
    const against = (other: Partial<Conditions>) => changeBetween(reading(), reading({}, other));
    expect(against({ speedMps: 3.3 })).toEqual({ kind: 'not_comparable', reason: 'speed' });
    expect(against({ speedMps: null })).toEqual({ kind: 'not_comparable', reason: 'speed' });
    expect(against({ captureFps: 240 })).toEqual({ kind: 'not_comparable', reason: 'rate' });
    expect(against({ nearLeg: false })).toEqual({ kind: 'not_comparable', reason: 'leg' });
    expect(against({ view: 'rear' })).toEqual({ kind: 'not_comparable', reason: 'view' });
    expect(against({ surface: 'overground' })).toEqual({ kind: 'not_comparable', reason: 'surface' });
    const absent = changeBetween(reading(), reading({ value: null, repeat: null }));
    expect(absent).toEqual({ kind: 'not_comparable', reason: 'absent' });
    const unknown = { id: 'heel_lean', unit: 'deg' };
    expect(changeBetween(reading(unknown), reading(unknown))).toMatchObject({
      reason: 'no_day_to_day_figure',
    });
    expect(() => changeBetween(reading(), reading({ side: 'R' }))).toThrow('invalid pair');
  });
});
