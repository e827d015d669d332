import { describe, expect, it } from 'vitest';
import type { AnalysisSession, ClipInput } from '../domain/analysis.ts';
import { COCO_INDICES } from '../pose/coco.ts';
import { KEYPOINT_STRIDE } from '../pose/keypoints.ts';
import { FRAME_STRIDE } from '../pose/track.ts';
import { analyzeSession } from './analyzeSession.ts';
import { hasFeet } from './footless.ts';
import { exactClip, mirrored } from './invariance.testkit.ts';
import { landingOf } from './landing.ts';

const session: AnalysisSession = {
  athlete_height_m: 1.75,
  speed_mps: 3,
  incline_percent: 0,
  shoe: null,
  surface: 'treadmill',
};

/** The clip as a model of 17 points sees it. */
function of17Points(clip: ClipInput): ClipInput {
  const data = clip.pose.data.slice();
  const known: ReadonlySet<number> = new Set(COCO_INDICES);
  for (let at = 0; at < data.length; at += KEYPOINT_STRIDE)
    if (!known.has((at % FRAME_STRIDE) / KEYPOINT_STRIDE)) data.set([Number.NaN, Number.NaN, 0], at);
  return { ...clip, pose: { ...clip.pose, data } };
}

const STEP_METRICS = [
  'cadence',
  'step_time',
  'trunk_lean',
  'vertical_oscillation',
  'vertical_ratio',
  'step_length',
];

describe.each([
  ['left', (clip: ClipInput) => clip],
  ['right', mirrored],
] as const)('a runner facing %s, seen by a model without heel and toe', (facing, turn) => {
  const clip = turn(exactClip('sample'));
  const whole = analyzeSession({ session, clips: [clip], edits: [] });
  const footless = analyzeSession({ session, clips: [of17Points(clip)], edits: [] });

  it('is known to have no feet', () => {
    expect(hasFeet(clip.pose)).toBe(true);
    expect(hasFeet(of17Points(clip).pose)).toBe(false);
    expect(footless.clips[0]?.notices[0]?.code).toBe('no_heel_toe_points');
    expect(footless.clips[0]).toMatchObject({ view: 'side', direction: facing });
  });

  it('never gets a landing, nor anything else of a contact', () => {
    for (const side of ['L', 'R'] as const) expect(landingOf(footless.metrics, side)).toBeUndefined();
    for (const { id, value, reason } of footless.metrics) {
      if (STEP_METRICS.includes(id.replace('asymmetry.', ''))) continue;
      expect(value, id).toBeNull();
      expect(['no_heel_toe_points', 'needs_rear_view'], id).toContain(reason?.code);
    }
    const read = footless.strides.flatMap(({ values }) => Object.keys(values));
    expect([...new Set(read)].filter((id) => !STEP_METRICS.includes(id))).toEqual([]);
    expect(footless.strides.every(({ toe_off_s }) => toe_off_s === null)).toBe(true);
    expect(footless.events.some(({ type }) => type === 'toe_off')).toBe(false);
  });

  it('gets the cadence and what is read over whole steps', () => {
    for (const id of STEP_METRICS) {
      const find = ({ metrics }: typeof whole) => metrics.find((metric) => metric.id === id);
      const [was, is] = [find(whole), find(footless)];
      expect(is?.value, id).not.toBeNull();
      expect(Math.abs((is?.value ?? 0) - (was?.value ?? 0)), id).toBeLessThan(was?.total ?? 0);
    }
  });
});
