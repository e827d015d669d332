import { describe, expect, it } from 'vitest';
import type { Edit, Metric, PoseEdit, Side, StrideEdit } from '../domain/analysis.ts';
import { KEYPOINT_STRIDE, LEG, NOSE, SHOULDERS } from '../pose/keypoints.ts';
import { FRAME_STRIDE } from '../pose/track.ts';
import { analyzeSession } from './analyzeSession.ts';
import { asTracked, looked, sample, session, standing } from './closeLook.testkit.ts';

const RIGHT_WRIST = 16;
const clip = looked(sample, asTracked);
const clips = [clip, looked(standing, asTracked)];
const run = (edits: Edit[]) => analyzeSession({ session, clips, edits });
const before = run([]);
const fps = 120;
/** A right step in the middle of the clip, and its frames of contact and of mid-stance. */
const at = before.strides.findIndex(({ side, accepted }, i) => i > 8 && side === 'R' && accepted);
const step = before.strides[at] ?? expect.fail('no right step');
const contactFrame = Math.round(step.initial_contact_s * fps);
const middleFrame = Math.round(((step.initial_contact_s + (step.toe_off_s ?? 0)) / 2) * fps);

const place = (joint: number, frame: number, dx: number, dy: number, reach = 4): PoseEdit => {
  const row = frame * FRAME_STRIDE + joint * KEYPOINT_STRIDE;
  const [x = Number.NaN, y = Number.NaN] = clip.pose.data.subarray(row, row + 2);
  return {
    ...{ clip: clip.id, op: 'place', joint, frame, x_px: x + dx, y_px: y + dy, auto_x_px: x, auto_y_px: y },
    ...{ from_frame: frame - reach, to_frame: frame + reach },
  };
};
const metricsOf = (metrics: readonly Metric[], side: Side) =>
  metrics.filter((metric) => metric.side === side);
/** Ids of the metrics of a side that are not what they were, to the last digit. */
const changed = (after: readonly Metric[], side: Side | null): string[] =>
  before.metrics
    .filter((metric) => metric.side === side)
    .filter(({ id }) => {
      const find = (all: readonly Metric[]) => all.find((metric) => metric.id === id && metric.side === side);
      return JSON.stringify(find(after)) !== JSON.stringify(find(before.metrics));
    })
    .map(({ id }) => id);

describe('a corrected keypoint', () => {
  it('that nothing is measured from changes nothing at all', () => {
    const { edits, ...after } = run([
      place(RIGHT_WRIST, middleFrame, 40, -30),
      place(NOSE, middleFrame, 9, 9),
    ]);
    const { edits: _, results: __, ...found } = before;
    expect({ ...after, results: undefined }).toEqual({ ...found, results: undefined });
    expect(edits).toHaveLength(2);
  });

  it('of the right ankle in one stance changes that step, and nothing of the left leg but the time to the right contact', () => {
    const after = run([place(LEG.R.ankle, middleFrame, 8, 0)]);
    // A left step ends with the right contact; everything else of the left leg is the same to the last digit.
    expect(changed(after.metrics, 'L').filter((id) => id !== 'step_time' && id !== 'flight_time')).toEqual(
      [],
    );
    const [kneeBefore, kneeAfter] = [before, after].map(
      ({ strides }) => strides[at]?.values['knee_flexion_ms'],
    );
    expect(Math.abs((kneeAfter ?? 0) - (kneeBefore ?? 0))).toBeGreaterThan(1);
    // The instants of a leg are read off its mean stride, to which this step belongs: by less than half a millisecond.
    before.strides.forEach((stride, i) => {
      const now = after.strides[i];
      expect(Math.abs((now?.initial_contact_s ?? 0) - stride.initial_contact_s)).toBeLessThan(5e-4);
      if (i === at) return;
      for (const [id, value] of Object.entries(stride.values))
        expect(Math.abs((now?.values[id] ?? Number.NaN) - value), `${stride.side}${i} ${id}`).toBeLessThan(
          id.endsWith('_time') ? 0.5 : Math.max(0.05, 0.002 * Math.abs(value)),
        );
    });
  });

  it('of the right heel at contact changes the foot strike there, also where the foot was looked at closely', () => {
    expect(clip.pose.close?.frames.includes(contactFrame)).toBe(true);
    const after = run([place(LEG.R.heel, contactFrame, 0, -6)]);
    const strikes = [before, after].map(({ strides }) =>
      strides.map(({ values }) => values['foot_strike_angle']),
    );
    const moved = strikes[0]?.map((value, i) => Math.abs((strikes[1]?.[i] ?? 0) - (value ?? 0))) ?? [];
    expect(moved[at]).toBeGreaterThan(2);
    expect(Math.max(...moved.filter((_, i) => i !== at))).toBeLessThan(0.1);
    for (const { id, value } of metricsOf(before.metrics, 'L'))
      if (value !== null && !['step_time', 'flight_time'].includes(id))
        expect(after.metrics.find((one) => one.id === id && one.side === 'L')?.value, id).toBeCloseTo(
          value,
          3,
        );
  });

  it('of a shoulder changes the trunk and no leg', () => {
    const after = run([place(SHOULDERS.R, middleFrame, 30, 0)]);
    expect(changed(after.metrics, 'L')).toEqual([]);
    expect(changed(after.metrics, 'R')).toEqual([]);
    expect(changed(after.metrics, null)).toEqual(['trunk_lean']);
  });

  it('is believed where the repair of the legs or the filter of outliers would have thrown it out', () => {
    const far = place(LEG.R.ankle, middleFrame, 60, 0, 0);
    const after = run([far]);
    const knee = (result: typeof before) =>
      result.strides[at]?.values['knee_flexion_peak_stance'] ?? Number.NaN;
    expect(Math.abs(knee(after) - knee(before))).toBeGreaterThan(1);
  });

  it('taken back leaves every number as it was found', () => {
    const last = clip.frameTable.times.length - 1;
    const after = run([
      place(LEG.R.ankle, middleFrame, 8, 0),
      { clip: clip.id, op: 'swap', from_frame: contactFrame, to_frame: middleFrame },
      { clip: clip.id, op: 'reset', joint: null, from_frame: 0, to_frame: last },
    ]);
    expect(after.metrics).toEqual(before.metrics);
    expect(after.edits.map(({ op }) => op)).toEqual(['place', 'swap', 'reset']);
  });
});

describe('exchanged legs', () => {
  it('in the keypoints are put right by one swap of their frames', () => {
    const range = { from_frame: contactFrame, to_frame: contactFrame + 40 };
    const swap: PoseEdit = { clip: clip.id, op: 'swap', ...range };
    const data = clip.pose.data.slice();
    for (let frame = range.from_frame; frame <= range.to_frame; frame++)
      for (const part of ['knee', 'ankle', 'heel', 'footIndex'] as const) {
        const [l, r] = [LEG.L[part], LEG.R[part]].map((j) => frame * FRAME_STRIDE + j * KEYPOINT_STRIDE);
        const left = data.slice(l, (l ?? 0) + KEYPOINT_STRIDE);
        data.copyWithin(l ?? 0, r ?? 0, (r ?? 0) + KEYPOINT_STRIDE);
        data.set(left, r);
      }
    const wrong = { ...clip, pose: { ...clip.pose, data } };
    const fixed = analyzeSession({ session, clips: [wrong, ...clips.slice(1)], edits: [swap] });
    // The leg's length in pixels is read off the labels as they were found: a fraction of a per mille.
    fixed.metrics.forEach(({ id, side, value }, i) => {
      const own = before.metrics[i]?.value ?? 0;
      expect(Math.abs((value ?? 0) - own), `${id} ${side}`).toBeLessThanOrEqual(0.0005 * Math.abs(own));
    });
  });
});

describe('a stride that a coach takes out', () => {
  it('leaves the numbers, stays in the list with the reason, and comes back', () => {
    const exclude: StrideEdit = {
      ...{ clip: clip.id, side: 'R', op: 'exclude', event: null },
      ...{ contact_time_s: step.initial_contact_s, reason: 'stumble' },
    };
    const after = run([exclude]);
    expect(after.strides[at]).toMatchObject({ accepted: false, reason: 'excluded' });
    expect(after.edits).toEqual([exclude]);
    const count = (result: typeof before, side: Side) =>
      result.metrics.find(({ id, side: own }) => id === 'contact_time' && own === side)?.n ?? Number.NaN;
    expect(count(after, 'R')).toBe(count(before, 'R') - 1);
    expect(count(after, 'L')).toBe(count(before, 'L'));
    const back = run([exclude, { ...exclude, op: 'include', reason: null }]);
    expect(back.metrics).toEqual(before.metrics);
    const nowhere = run([{ ...exclude, contact_time_s: step.initial_contact_s + 0.2 }]);
    expect(nowhere.detachedEdits).toHaveLength(1);
    expect(nowhere.metrics).toEqual(before.metrics);
  });
});
