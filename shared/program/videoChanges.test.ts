import { expect, it } from 'vitest';
import type { Analysis, Metric } from '../domain/analysis.ts';
import type { PlanAnswer } from '../domain/plan.ts';
import { videoChanges } from './videoChanges.ts';

const tibia = (value: number | null, side: 'L' | 'R'): Metric => ({
  ...{
    id: 'tibia_angle_ic',
    side,
    clip: `clip-${side}`,
    value,
    unit: 'deg',
    repeat: value === null ? null : 1,
  },
  ...{ total: 3, low: null, high: null, n: 20, grade: 'high', reason: null },
});
const clip = (side: 'L' | 'R', fps = 120) =>
  ({
    id: `clip-${side}`,
    role: 'side_left',
    view: 'side',
    near_side: side,
    capture_fps: fps,
    surface: 'treadmill',
  }) as const;
const analysis = (metrics: Metric[], speed: number | null = 3, fps = 120) =>
  ({
    metrics,
    session: { speed_mps: speed },
    clips: [clip('L', fps), clip('R', fps)],
  }) as unknown as Analysis;
const answer = (metric: string, side: 'L' | 'R' | null): PlanAnswer => ({
  ...{ rule: 'overstriding', side, confirmed_by_coach: false, frames: [], drills: ['F4'] },
  evidence: [{ metric, side, value: 14, total: 3, n: 20 }],
});
const plan = { answers: [answer('tibia_angle_ic', 'L'), answer('tibia_angle_ic', 'R')] };
const before = analysis([tibia(14, 'L'), tibia(14, 'R')]);

it('compares side with side, each under the conditions of its own clip', () => {
  const changes = videoChanges(plan, before, analysis([tibia(8, 'L'), tibia(12, 'R')]));
  expect(changes).toMatchObject([
    { side: 'L', before: 14, after: 8, unit: 'deg', change: { kind: 'changed', delta: -6 } },
    { side: 'R', before: 14, after: 12, change: { kind: 'within_error', delta: -2 } },
  ]);
});

it('says why two values are not compared, and leaves out what one of the analyses does not know', () => {
  const reasons = (after: Analysis) =>
    videoChanges(plan, before, after).map(({ change }) =>
      change.kind === 'not_comparable' ? change.reason : '',
    );
  const same = [tibia(8, 'L'), tibia(8, 'R')];
  expect(reasons(analysis(same, 3.5))).toEqual(['speed', 'speed']);
  expect(reasons(analysis(same, 3, 240))).toEqual(['rate', 'rate']);
  expect(reasons(analysis([tibia(null, 'L'), tibia(8, 'R')]))).toEqual(['absent', '']);
  expect(videoChanges(plan, before, analysis([tibia(8, 'R')]))).toHaveLength(1);
  expect(videoChanges({ answers: [answer('cadence', null)] }, before, analysis(same))).toEqual([]);
});
