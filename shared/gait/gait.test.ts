import { describe, expect, it } from 'vitest';
import { cadenceFromContacts } from './cadence.ts';
import {
  droppedGate,
  oneTierDown,
  rateGate,
  sideYawGate,
  spreadGate,
  stepCountGate,
  worstGate,
} from './grade.ts';
import type { Contact } from './legEvents.ts';
import { eventCutoffHz } from './rates.ts';
import { METRICS, metricSpec } from './registry.ts';
import { stepsFromContacts, withoutDoubles } from './steps.ts';
import { halfWidths, randomHalfWidth, setUpHalfWidth, withoutOutliers } from './uncertainty.ts';

const contact = (side: 'L' | 'R', initialContact: number, toeOff = initialContact + 0.25): Contact => ({
  side,
  initialContact,
  toeOff,
  contactSpread: 0.01,
  toeOffSpread: 0.01,
  isSupposed: false,
  isToeOffSupposed: false,
});
/** Even steps at `step` seconds; the left foot `lag` seconds late. */
const steps = (count: number, step: number, lag = 0) =>
  Array.from({ length: count }, (_, i) => contact(i % 2 ? 'L' : 'R', 1 + i * step + (i % 2 ? lag : 0)));

describe('cadence', () => {
  it('is exact on even steps, whatever the asymmetry', () => {
    expect(cadenceFromContacts(steps(20, 0.35))?.value).toBeCloseTo(60 / 0.35, 9);
    const limping = cadenceFromContacts(steps(20, 0.35, 0.03));
    expect(limping?.value).toBeCloseTo(60 / 0.35, 6);
    expect(limping?.halfWidth).toBeLessThan(0.01);
  });

  it('survives missed contacts', () => {
    const missed = steps(24, 0.35).filter((_, i) => ![5, 6, 13].includes(i));
    expect(cadenceFromContacts(missed)?.value).toBeCloseTo(60 / 0.35, 6);
    expect(cadenceFromContacts(missed)?.steps).toBe(23);
  });

  it('is absent below six contacts', () => {
    expect(cadenceFromContacts(steps(5, 0.35))).toBeUndefined();
  });
});

describe('steps', () => {
  const seen = { L: [], R: [] };

  it('keeps the better of two contacts of one foot', () => {
    const doubled = [contact('R', 1), { ...contact('R', 1.1), contactSpread: 0.001 }, contact('L', 1.4)];
    expect(withoutDoubles(doubled, 0.7).map(({ initialContact }) => initialContact)).toEqual([1.1, 1.4]);
  });

  it('says why a step is not used', () => {
    const contacts = [...steps(6, 0.35), contact('R', 3.1, 3.15), contact('L', 3.75)];
    const found = stepsFromContacts(contacts, [], { L: [[1.3, 1.5]], R: [] }, true);
    expect(found.map(({ problem }) => problem)).toEqual([
      undefined,
      'unseen',
      undefined,
      undefined,
      undefined,
      undefined,
      'irregular',
      undefined,
    ]);
    expect(
      stepsFromContacts([contact('R', 1, 1.05), ...steps(4, 0.35).slice(1)], [], seen, true)[0]?.problem,
    ).toBe('contact_time');
  });

  it('does not invent the other foot', () => {
    const found = stepsFromContacts([contact('R', 1), contact('R', 1.7), contact('L', 2.05)], [], seen, true);
    expect(found[0]?.nextContact).toBeUndefined();
    expect(found[1]?.nextContact).toBe(2.05);
  });
});

describe('grades', () => {
  it('follow the gates of the specification', () => {
    expect(rateGate(29.97, 60, 120).grade).toBe('not_reported');
    expect(rateGate(59.94, 60, 120).grade).toBe('medium');
    expect(rateGate(119.88, 60, 120).grade).toBe('high');
    expect([6, 7, 13, 14].map((n) => stepCountGate(n).grade)).toEqual([
      'not_reported',
      'medium',
      'medium',
      'high',
    ]);
    expect([9, 15].map((yaw) => sideYawGate(yaw, false).grade)).toEqual(['high', 'medium']);
    expect(sideYawGate(30, true).grade).toBe('low');
    expect([20, 40, 41].map((ms) => spreadGate(ms).grade)).toEqual(['high', 'medium', 'low']);
    expect([0.1, 0.25, 0.4, 0.41].map((share) => droppedGate(share).grade)).toEqual([
      'high',
      'medium',
      'low',
      'not_reported',
    ]);
    expect(oneTierDown('high')).toBe('medium');
    expect(oneTierDown('low')).toBe('low');
  });

  it('take the worst, with its reason', () => {
    const worst = worstGate([stepCountGate(20), spreadGate(50), rateGate(60, 60, 120)]);
    expect(worst.grade).toBe('low');
    expect(worst.reason?.code).toBe('contact_estimates_far_apart');
  });
});

describe('uncertainty', () => {
  const blocks = [10, 12, 11, 13, 9, 11, 10, 12, 11, 12, 10, 11].map((value) => [value]);

  it('is wider with the event error and wider still with the systematic one', () => {
    const errors = { initialContact: 0.007, toeOff: 0.01 };
    const place = { errors, stride: 0.7, farLeg: false, fromTrack: false };
    const base = { metric: metricSpec('foot_strike_angle'), blocks, ...place };
    const still = halfWidths({ ...base, slope: 0 });
    const moving = halfWidths({ ...base, slope: -250 });
    const random = Math.hypot(randomHalfWidth(blocks) ?? 0, setUpHalfWidth(base.metric));
    const timing = 1.96 * 250 * errors.initialContact;
    expect(still?.repeat).toBeCloseTo(random, 9);
    expect(moving?.repeat).toBeCloseTo(Math.hypot(random, timing), 9);
    // Where one clip differs from the next by more than the studies' error, that counts in its place.
    expect(moving?.total).toBeCloseTo(moving?.repeat ?? 0, 9);
    const shank = halfWidths({ ...base, metric: metricSpec('tibia_angle_ic'), slope: 0 });
    const overstride = halfWidths({ ...base, metric: metricSpec('overstride_ankle'), slope: 0 });
    expect(shank?.total).toBeCloseTo(shank?.repeat ?? 0, 9);
    expect(overstride?.total).toBeCloseTo(Math.hypot(randomHalfWidth(blocks) ?? 0, 1.96 * 0.03), 9);
    const far = halfWidths({ ...base, slope: -250, farLeg: true });
    const withoutLook = halfWidths({ ...base, slope: -250, fromTrack: true });
    expect(withoutLook?.total).toBeGreaterThan(1.2 * (moving?.total ?? 0));
    expect(withoutLook?.repeat).toBe(moving?.repeat);
    expect(far?.total).toBeGreaterThan(1.2 * (moving?.total ?? 0));
    const contact = halfWidths({ ...place, metric: metricSpec('contact_time'), blocks, slope: 0 });
    expect(contact?.repeat).toBeCloseTo(
      Math.hypot(randomHalfWidth(blocks) ?? 0, 1.96 * 1000 * Math.hypot(0.007, 0.01)),
      9,
    );
  });

  it('uses Student t below ten values', () => {
    expect(randomHalfWidth([[1], [2], [3], [4]])).toBeCloseTo((3.182 * 1.29099) / 2, 3);
    expect(randomHalfWidth([[1]])).toBeUndefined();
  });

  it('drops a wild value and keeps the rest', () => {
    expect(withoutOutliers([1, 2, 1, 2, 1, 50], (value) => value)).toEqual([1, 2, 1, 2, 1]);
  });

  it('interpolates between tabled rates and holds outside', () => {
    expect(eventCutoffHz(24)).toBe(9);
    expect(eventCutoffHz(45)).toBeCloseTo(10.5, 9);
    expect(eventCutoffHz(1000)).toBe(15);
  });
});

describe('registry', () => {
  it('has each metric once and knows asymmetries', () => {
    expect(new Set(METRICS.map(({ id }) => id)).size).toBe(METRICS.length);
    expect(metricSpec('asymmetry.contact_time').spec).toBe('S11');
    expect(() => metricSpec('speed')).toThrow('invalid metric id: speed');
  });
});
