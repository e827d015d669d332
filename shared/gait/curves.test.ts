import { describe, expect, it } from 'vitest';
import { analyzeSession } from './analyzeSession.ts';
import type { ClipResult } from './clipResult.ts';
import { type Curve, clipCurves } from './curves.ts';
import { CYCLE_POINTS, cycleMean, normalisedCycle } from './cycleMean.ts';
import { exactClip } from './invariance.testkit.ts';

const session = {
  ...{ athlete_height_m: 1.76, speed_mps: 3.05, incline_percent: 0, shoe: null },
  surface: 'treadmill',
} as const;
const clips = [exactClip('sample'), exactClip('standing'), exactClip('rear'), exactClip('standing-rear')];
const { results } = analyzeSession({ session, clips, edits: [] });
const resultOf = (id: string): ClipResult =>
  results.find(({ clip }) => clip.id === id) ?? expect.fail(`no ${id}`);
const timesOf = (id: string) => clips.find((clip) => clip.id === id)?.frameTable.times ?? expect.fail(id);
const curvesOf = (id: string) => clipCurves(resultOf(id), timesOf(id), session.athlete_height_m);
const curve = (curves: readonly Curve[], id: string): Curve =>
  curves.find((one) => one.id === id) ?? expect.fail(`no ${id}`);
const cycleOf = ({ cycles }: Curve, side: 'L' | 'R') =>
  cycles.find((cycle) => cycle.side === side) ?? expect.fail(`no cycle of ${side}`);
const meanOf = (result: ClipResult, side: 'L' | 'R', metric: 'knee_flexion_ic' | 'tibia_angle_ic') => {
  const used = result.steps.filter(
    ({ step }) => step.side === side && !step.problem && step.nextSameSide !== undefined,
  );
  return used.reduce((sum, { values }) => sum + (values[metric] ?? Number.NaN), 0) / used.length;
};

describe('curves of a side view', () => {
  const { curves, everyFrames } = curvesOf('sample');

  it('begin their cycle at the value that the metrics have at contact', () => {
    for (const side of ['L', 'R'] as const) {
      const knee = cycleOf(curve(curves, 'knee_flexion'), side);
      expect(knee.mean[0]).toBeCloseTo(meanOf(resultOf('sample'), side, 'knee_flexion_ic'), 6);
      const shank = cycleOf(curve(curves, 'shank_angle'), side);
      expect(shank.mean[0]).toBeCloseTo(meanOf(resultOf('sample'), side, 'tibia_angle_ic'), 6);
      expect(shank.n).toBeGreaterThan(10);
      expect(shank.toeOffPercent).toBeGreaterThan(25);
      expect(shank.toeOffPercent).toBeLessThan(45);
    }
  });

  it('put the foot on the ground in stance and its heel high behind in swing', () => {
    const heel = cycleOf(curve(curves, 'heel_height'), 'L');
    const share = (percent: number) => heel.mean[percent] ?? Number.NaN;
    expect(curve(curves, 'heel_height').unit).toBe('mm');
    expect(Math.abs(share(12))).toBeLessThan(25);
    expect(Math.max(...heel.mean)).toBeGreaterThan(200);
    const knee = curve(curves, 'knee_flexion').traces.find(({ side }) => side === 'L');
    expect(knee?.values).toHaveLength(Math.ceil(timesOf('sample').length / everyFrames));
  });

  it('have one line for the trunk, and a cycle of it for each foot', () => {
    const trunk = curve(curves, 'trunk_lean');
    expect(trunk.traces.map(({ side }) => side)).toEqual([null]);
    expect(trunk.cycles.map(({ side }) => side)).toEqual(['L', 'R']);
  });

  it('leave out the strides that do not count, and say how many', () => {
    const result = resultOf('sample');
    const steps = result.steps.map((one, i) =>
      i === 4 ? { ...one, step: { ...one.step, problem: 'excluded' as const } } : one,
    );
    const side = result.steps[4]?.step.side ?? 'L';
    const before = cycleOf(curve(curves, 'knee_flexion'), side);
    const left = clipCurves({ ...result, steps }, timesOf('sample'), null).curves;
    const after = cycleOf(curve(left, 'knee_flexion'), side);
    expect([after.n, after.excluded]).toEqual([before.n - 1, before.excluded + 1]);
    expect(curve(left, 'heel_height').unit).toBe('% leg');
  });
});

describe('curves from behind', () => {
  const { curves } = curvesOf('rear');

  it('pass through the values of mid-stance', () => {
    const { steps } = resultOf('rear');
    const step = steps.find(({ step: { midStance, side } }) => side === 'R' && (midStance ?? 0) > 2);
    const times = timesOf('rear');
    const at = step?.step.midStance ?? expect.fail('no step');
    const frame = times.findLastIndex((time) => time <= at);
    const trace = curve(curves, 'pelvic_drop').traces.find(({ side }) => side === 'R');
    const [low, high] = [trace?.values[frame] ?? Number.NaN, trace?.values[frame + 1] ?? Number.NaN];
    const value = step?.values.pelvic_drop ?? Number.NaN;
    expect(value).toBeGreaterThan(Math.min(low, high) - 0.3);
    expect(value).toBeLessThan(Math.max(low, high) + 0.3);
    expect(curves.map(({ id }) => id)).not.toContain('knee_flexion');
  });
});

describe('the mean cycle', () => {
  it('is the mean and the sample standard deviation, point by point', () => {
    const flat = (value: number) => Array.from({ length: CYCLE_POINTS }, () => value);
    expect(cycleMean([], 3)).toBeUndefined();
    expect(cycleMean([flat(4)], 0)).toMatchObject({ n: 1, sd: null });
    const { mean, sd, n, excluded } = cycleMean([flat(1), flat(3), flat(5)], 2) ?? expect.fail('no mean');
    expect([n, excluded, mean[50], sd?.[50]]).toEqual([3, 2, 3, 2]);
  });

  it('is read from contact to contact, and not at all across a gap', () => {
    const cycle = normalisedCycle((time) => 10 * time, 1, 2);
    expect(cycle).toHaveLength(CYCLE_POINTS);
    expect([cycle?.[0], cycle?.[50], cycle?.[100]]).toEqual([10, 15, 20]);
    expect(normalisedCycle((time) => (time > 1.5 ? undefined : time), 1, 2)).toBeUndefined();
    expect(() => normalisedCycle((time) => time, 2, 2)).toThrow('invalid cycle');
  });
});
