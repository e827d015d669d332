import { describe, expect, it } from 'vitest';
import type { AnalysisClip, Metric } from '../domain/analysis.ts';
import type { Reading } from './change.ts';
import { type Aspect, comparability, type Setup } from './comparability.ts';
import { nearestContact, otherTime, percentAtFrame, phaseAt, type SyncPair, timeAtPhase } from './phase.ts';
import { readingsOf } from './sessionReadings.ts';
import { trendOf } from './trend.ts';

describe('gait phase', () => {
  const contacts = [1, 1.7, 2.5];

  it('is 0 % on the frame nearest to a contact, before it or after it', () => {
    const times = Float64Array.from({ length: 90 }, (_, i) => i / 30);
    // 1.7 s lies exactly between two frames' edges; 2.5 s is the last contact, after which there is no cycle.
    expect([30, 51, 75].map((frame) => percentAtFrame(contacts, times, frame))).toEqual([0, 0, 0]);
    const early = [1.012, 1.712];
    expect(percentAtFrame(early, times, 30)).toBe(0);
    expect(percentAtFrame(early, times, 31)).toBe(3);
    expect(percentAtFrame(early, times, 50)).toBe(94);
    expect([29, 52].map((frame) => percentAtFrame(early, times, frame))).toEqual([undefined, undefined]);
  });

  it('is the share of the cycle between two contacts of a foot, and back', () => {
    expect(phaseAt(contacts, 1.35)).toBeCloseTo(0.5, 12);
    expect(phaseAt(contacts, 2.1)).toBeCloseTo(1.5, 12);
    expect(phaseAt(contacts, 2.5)).toBe(2);
    for (const time of [1, 1.2, 1.7, 2.45, 2.5])
      expect(timeAtPhase(contacts, phaseAt(contacts, time) ?? Number.NaN)).toBeCloseTo(time, 12);
  });

  it('is absent where no cycle is', () => {
    expect([phaseAt(contacts, 0.99), phaseAt(contacts, 2.51), phaseAt([1], 0.5), phaseAt([], 1)]).toEqual([
      ...[undefined, undefined, undefined, undefined],
    ]);
    expect([timeAtPhase(contacts, -0.1), timeAtPhase(contacts, 2.1), timeAtPhase(contacts, 3)]).toEqual([
      ...[undefined, undefined, undefined],
    ]);
    expect([nearestContact(contacts, 2.2), nearestContact([], 1)]).toEqual([2, undefined]);
  });

  it('ties two clips of different pace: by time the contacts drift apart, by phase they meet', () => {
    const slow = [0.5, 1.3, 2.1, 2.9];
    const pair = (mode: SyncPair['mode']): SyncPair => ({
      ...{ mode, first: { contacts, anchor: 0 }, second: { contacts: slow, anchor: 1 } },
    });
    expect(otherTime(pair('time'), 1.7)).toBeCloseTo(2, 12);
    expect(otherTime(pair('phase'), 1.7)).toBeCloseTo(2.1, 12);
    expect(otherTime(pair('phase'), 1.35)).toBeCloseTo(1.7, 12);
    expect(otherTime(pair('phase'), 0.2)).toBeUndefined();
    expect(otherTime({ ...pair('time'), second: { contacts: [], anchor: 0 } }, 1)).toBeUndefined();
  });
});

const shot = { view: 'side', nearSide: 'L', captureFps: 240 } as const;
const setup: Setup = {
  ...{ shots: [shot], speedMps: 3.2, inclinePercent: 0, surface: 'treadmill', shoe: 'Blue racer' },
};
const stateOf = (b: Partial<Setup>, aspect: Aspect, a: Setup = setup) =>
  comparability(a, { ...setup, ...b }).aspects.find((one) => one.aspect === aspect)?.agreement;

describe('comparability of two sessions', () => {
  it('is full for the same set-up, whatever the case of the shoe', () => {
    const same = comparability(setup, { ...setup, shoe: ' blue RACER' });
    expect(same.score).toBe(100);
    expect(same.aspects.every(({ agreement }) => agreement === 'same')).toBe(true);
  });

  it('says of each fact whether it agrees', () => {
    expect(stateOf({ speedMps: 3.4 }, 'speed')).toBe('same');
    expect(stateOf({ speedMps: 3.55 }, 'speed')).toBe('partly');
    expect(stateOf({ speedMps: 3.7 }, 'speed')).toBe('differs');
    expect(stateOf({ speedMps: null }, 'speed')).toBe('unknown');
    expect(stateOf({ surface: 'overground' }, 'surface')).toBe('differs');
    expect(stateOf({ surface: 'unknown' }, 'surface')).toBe('unknown');
    expect(stateOf({ shoe: 'Red racer' }, 'shoe')).toBe('differs');
    expect(stateOf({ inclinePercent: 2 }, 'incline')).toBe('differs');
    expect(stateOf({ shots: [{ ...shot, captureFps: 120 }] }, 'rate')).toBe('differs');
    expect(stateOf({ shots: [{ ...shot, nearSide: 'R' }] }, 'view')).toBe('differs');
    expect(stateOf({ shots: [shot, { ...shot, view: 'rear', nearSide: null }] }, 'view')).toBe('partly');
    expect(stateOf({ shots: [] }, 'view')).toBe('unknown');
  });

  it('falls with every difference', () => {
    const other = { ...setup, speedMps: 4, shoe: 'Red racer' };
    expect(comparability(setup, other).score).toBe(70);
    expect(comparability(setup, { ...other, shots: [{ ...shot, view: 'rear', nearSide: null }] }).score).toBe(
      40,
    );
  });
});

const metric = (value: number | null, id = 'cadence'): Metric => ({
  ...{ id, side: null, clip: 'a', value, unit: 'steps/min', repeat: 1, total: 2, low: null, high: null },
  ...{ n: 20, grade: 'high', reason: null },
});
const reading = (value: number | null, surface = 'treadmill', id = 'cadence'): Reading => ({
  metric: metric(value, id),
  conditions: { speedMps: 3, captureFps: 240, view: 'side', nearLeg: null, surface },
});

describe('a trend', () => {
  it('joins the sessions of the same conditions, also over others in between', () => {
    const points = trendOf([reading(170), reading(175, 'overground'), reading(171), reading(181)]);
    expect(points.map(({ follows }) => follows)).toEqual([undefined, undefined, 0, 2]);
    expect(points.map(({ change }) => change?.kind)).toEqual([
      ...[undefined, undefined, 'within_error', 'changed'],
    ]);
  });

  it('draws a line, and no verdict, where no day-to-day figure is published', () => {
    const [, second] = trendOf([
      reading(10, 'treadmill', 'heel_lean'),
      reading(20, 'treadmill', 'heel_lean'),
    ]);
    expect(second?.follows).toBe(0);
    expect(second?.change).toEqual({ kind: 'not_comparable', reason: 'no_day_to_day_figure' });
  });
});

/** A clip with nothing special. */
const CLIP: Omit<AnalysisClip, 'id' | 'view' | 'near_side'> = {
  ...{ file: 'a.mp4', sha256: '0'.repeat(64), role: 'unassigned', duration_s: 10, frame_count: 1200 },
  ...{ first_pts_s: 0, capture_fps: 120, container_fps: 120, time_scale: 1, irregular_share: 0 },
  ...{ width: 1280, height: 720, rotation: 0, yaw_deg: 0, direction: 'left', gait: 'run' },
  ...{ surface: 'treadmill', notices: [], repaired: [] },
  timing: {
    ...{ source: 'file', candidates: [], duplicate_frames: 0, missing_frames: 0, variable_rate: false },
    evidence: { stated: null, file_cadence: null, ballistic: null },
    half_widths: { cadence_spm: 1, contact_time_ms: 20, foot_strike_angle_deg: 5, tibia_angle_deg: 3 },
    metrics_off: [],
  },
};

describe('readings of a session', () => {
  it('are what was reported, under the conditions of their own clip', () => {
    const clip = { ...CLIP, id: 'a', view: 'rear', near_side: null } as const;
    const found = readingsOf({
      metrics: [
        metric(170),
        metric(null, 'step_width'),
        { ...metric(5, 'pelvic_drop'), side: 'L', clip: 'b' },
      ],
      clips: [clip, { ...clip, id: 'b', view: 'side', near_side: 'R', capture_fps: 60 }],
      session: { athlete_height_m: 1.7, speed_mps: 3, incline_percent: 0, shoe: null, surface: 'treadmill' },
    });
    expect(found.map((one) => [one.metric.id, one.conditions.view, one.conditions.nearLeg])).toEqual([
      ['cadence', 'rear', null],
      ['pelvic_drop', 'side', false],
    ]);
    expect(found[1]?.conditions).toMatchObject({ speedMps: 3, captureFps: 60, surface: 'treadmill' });
  });
});
