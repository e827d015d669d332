import { beforeAll, describe, expect, it } from 'vitest';
import type { AnalysisSession, ClipInput } from '../domain/analysis.ts';
import { settleTiming } from './clipTiming.ts';
import { filmedAt, hasTruth, rbdsClip } from './rbds.testkit.ts';
import { candidateFactors, decideFactor } from './slowMotion.ts';

const evidence = (file_cadence: number, ballistic: number | null, stated: number | null = null) => ({
  stated,
  file_cadence,
  ballistic,
});

describe('the factors a clip can have', () => {
  it('are capture rate over container rate, with 1 and a half', () => {
    const at25 = candidateFactors(25, null);
    expect(at25).toContain(0.5);
    expect(at25).toContain(1);
    expect(at25).toContain(4.8);
    expect(candidateFactors(24, null)).toContain(2.5);
    expect(candidateFactors(30, null)).toEqual(expect.arrayContaining([2, 4, 8]));
    expect(candidateFactors(30, 7.99)).toHaveLength(candidateFactors(30, null).length);
  });
});

describe('the decision', () => {
  it('is silent where cadence and fall agree', () => {
    expect(decideFactor(30, evidence(168, 1.05))).toEqual({ state: 'settled', factor: 1, source: 'gait' });
    const like = { value: 205, spread: 0.06 };
    expect(decideFactor(30, evidence(70, 2.9), like)).toEqual({
      state: 'settled',
      factor: 3,
      source: 'gait',
    });
    expect(decideFactor(30, evidence(330, 0.5))).toEqual({ state: 'settled', factor: 0.5, source: 'gait' });
    expect(decideFactor(30, evidence(42, 3.7, 4))).toEqual({ state: 'settled', factor: 4, source: 'file' });
  });

  it('asks where only the coach can know', () => {
    // 100 and 120 frames/s stored as 25 are nearer to each other than gravity can tell.
    const close = decideFactor(25, evidence(38, 4.3));
    expect(close).toEqual({ state: 'ask', candidates: [4.8, 4, 3.6] });
    // No flight was seen: cadence alone is no second witness.
    expect(decideFactor(30, evidence(42, null)).state).toBe('ask');
  });

  it('asks where the file says another speed than gravity', () => {
    expect(decideFactor(30, evidence(84, 2.1, 1)).state).toBe('ask');
    expect(decideFactor(60, evidence(150, 2.1, 1)).state).toBe('ask');
  });

  it('asks where a rival would be as likely a runner, or the file is of a rate that no camera has', () => {
    const like = { value: 168, spread: 0.06 };
    expect(decideFactor(25, evidence(170, 1), like)).toMatchObject({ state: 'settled', factor: 1 });
    expect(decideFactor(25, evidence(142, 1.1), like)).toEqual({ state: 'ask', candidates: [1.2, 1] });
    // 150 stored as 125: neither is a rate of cameras, and the true factor is none of the usual ones.
    expect(decideFactor(125, evidence(140, 1.1), like).state).toBe('ask');
    expect(decideFactor(150, evidence(182, 1.43), like)).toMatchObject({ state: 'settled', factor: 1 });
    expect(decideFactor(75, evidence(80, 2), like).state).toBe('ask');
  });

  it('knows tenfold slow motion', () => {
    expect(decideFactor(29.97, evidence(17.7, null))).toEqual({
      state: 'ask',
      candidates: [expect.closeTo(10.01, 2), expect.closeTo(8.008, 2)],
    });
  });

  it('offers the most usual cadence first', () => {
    const decision = decideFactor(30, evidence(80, null));
    expect(decision).toEqual({ state: 'ask', candidates: [2, 1.6667].map((k) => expect.closeTo(k, 3)) });
  });

  it('has nothing to offer where no factor gives running', () => {
    expect(decideFactor(30, evidence(400, null))).toEqual({ state: 'ask', candidates: [0.5] });
    expect(decideFactor(30, evidence(900, null))).toEqual({ state: 'ask', candidates: [] });
  });
});

const session: AnalysisSession = {
  ...{ athlete_height_m: null, speed_mps: null, incline_percent: null, shoe: null, surface: 'treadmill' },
};

describe.skipIf(!hasTruth)('on a real runner (needs media beside the project)', () => {
  let clip: ClipInput;
  beforeAll(() => {
    clip = rbdsClip('RBDS0041_2.5ms').clip;
  });
  const settle = (input: ClipInput) => settleTiming(input, session);

  it('knows real speed without a question', () => {
    const { timing, prepared, refusal } = settle(filmedAt(clip, 120));
    expect(refusal).toBeUndefined();
    expect(timing).toMatchObject({ source: 'gait', candidates: [] });
    expect(prepared.timeScale).toBe(1);
  });

  it.each([
    [60, 30, 2, [1.6667]],
    [120, 30, 4, [3.3333]],
    [240, 30, 8, [10, 6.6667]],
  ])(
    'filmed at %i, stored as %i: silent with the file as witness, a question without',
    (hz, storedHz, factor, rivals) => {
      const filmed = filmedAt(clip, hz, storedHz);
      const stated = settle({ ...filmed, timeScale: { told: null, stated: factor } });
      expect(stated.refusal).toBeUndefined();
      expect(stated.timing).toMatchObject({ source: 'file', candidates: [] });
      expect(stated.prepared.captureFps).toBeCloseTo(hz, 3);
      // The rates beside it are nearer than gravity can tell.
      expect(settle(filmed).timing).toMatchObject({ source: 'open', candidates: [factor, ...rivals] });
    },
  );

  it('asks between 100 and 120 frames/s stored as 25, and takes the answer', () => {
    const filmed = filmedAt(clip, 120, 25);
    const open = settle(filmed);
    expect(open.timing).toMatchObject({ source: 'open', candidates: [4.8, 4] });
    expect(open.refusal?.code).toBe('slow_motion_unknown');
    const told = settle({ ...filmed, timeScale: { told: 4.8, stated: null } });
    expect(told.refusal).toBeUndefined();
    expect(told.timing.source).toBe('coach');
    expect(told.prepared.captureFps).toBeCloseTo(120, 3);
  });

  it('keeps the evidence whoever decided', () => {
    const { timing } = settle({ ...filmedAt(clip, 240, 30), timeScale: { told: 8, stated: null } });
    expect(timing.evidence.file_cadence).toBeCloseTo(157.5 / 8, 0);
    expect(timing.evidence.ballistic).toBeGreaterThan(6.5);
    expect(timing.evidence.ballistic).toBeLessThan(10);
  });

  it('refuses a clip that is slowed down in its middle', () => {
    const filmed = filmedAt(clip, 120, 120, 9);
    let time = 0;
    const times = filmed.frameTable.times.map((_, frame) => {
      const now = time;
      time += frame > 360 && frame < 720 ? 1 / 30 : 1 / 120;
      return now;
    });
    const { refusal } = settle({ ...filmed, frameTable: { firstPts: 0, times } });
    expect(refusal?.code).toBe('partly_slowed');
  });

  it('asks for the rate of a stream without a clock, which none of its guessed times can tell', () => {
    const bare = { ...filmedAt(clip, 30, 25), isClockGuessed: true };
    const { refusal, timing } = settle(bare);
    expect(refusal?.code).toBe('slow_motion_unknown');
    expect(timing.candidates).toContain(1.2);
    const told = settle({ ...bare, timeScale: { told: 1.2, stated: null } });
    expect(told.refusal).toBeUndefined();
    expect(told.prepared.captureFps).toBeCloseTo(30, 3);
  });

  it('finds one slow second in a normal clip', () => {
    const warped: number[] = [];
    for (let time = 0; time < 8; time += time >= 4 && time < 5 ? 1 / 120 : 1 / 30) warped.push(time);
    const fine = filmedAt(clip, 120, 120, 9);
    const pose = fine.pose.data;
    const data = new Float32Array(warped.length * 99);
    warped.forEach((time, i) => {
      const frame = Math.round(time * 120);
      data.set(pose.subarray(frame * 99, (frame + 1) * 99), i * 99);
    });
    const times = Float64Array.from(warped, (_, i) => i / 30);
    const slow = settle({ ...fine, frameTable: { firstPts: 0, times }, pose: { ...fine.pose, data } });
    expect(slow.refusal?.code).toBe('partly_slowed');
  });

  it('tells no number of a clock that cannot be right', () => {
    const mad = filmedAt(clip, 60, 195, 11);
    const { refusal, timing } = settle(mad);
    expect(refusal?.code).toBe('clock_impossible');
    expect(refusal?.message).not.toMatch(/\d steps/);
    expect(timing.evidence.file_cadence).toBeNull();
    const told = settle({ ...filmedAt(clip, 60), timeScale: { told: 8, stated: null } });
    expect(told.refusal?.code).toBe('clock_impossible');
  });

  it('leaves nothing but the working zone', () => {
    const filmed = filmedAt(clip, 120, 120, 9);
    const { prepared } = settle({ ...filmed, zone: { fromFrame: 300, toFrame: 899 } });
    const seen = (frame: number) => !Number.isNaN(prepared.input.pose.data[frame * 99] ?? Number.NaN);
    expect([seen(299), seen(300), seen(899), seen(900)]).toEqual([false, true, true, false]);
  });
});
