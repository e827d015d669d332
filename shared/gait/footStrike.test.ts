import { expect, it } from 'vitest';
import type { ClipInput } from '../domain/analysis.ts';
import { KEYPOINT_STRIDE, LEG, SIDES } from '../pose/keypoints.ts';
import { analyzeSession } from './analyzeSession.ts';
import { asTracked, looked, sample, session, standing } from './closeLook.testkit.ts';
import { closeLookFrames } from './closeLookFrames.ts';
import { exactClip, mirrored } from './invariance.testkit.ts';

/** Lifts both toes by some share of the foot's length, in the frames told. */
const toesUp =
  (share: number, isIn: (frame: number) => boolean = () => true) =>
  (row: Float32Array, frame: number) => {
    if (!isIn(frame)) return;
    for (const side of SIDES) {
      const heel = LEG[side].heel * KEYPOINT_STRIDE;
      const toe = LEG[side].footIndex * KEYPOINT_STRIDE;
      row[toe + 1] = (row[toe + 1] ?? 0) - share * Math.abs((row[toe] ?? 0) - (row[heel] ?? 0));
    }
  };

function strikeAngles(...clips: ClipInput[]) {
  const { metrics } = analyzeSession({ session, clips, edits: [] });
  return SIDES.map((side) => metrics.find((one) => one.id === 'foot_strike_angle' && one.side === side));
}

it('wants the frames around every contact, one of each flat foot, and ten of standing', () => {
  const frames = closeLookFrames(sample, session);
  const { events } = analyzeSession({ session, clips: [sample], edits: [] });
  const contacts = events.filter(({ type }) => type === 'initial_contact');
  expect(contacts.length).toBeGreaterThan(20);
  const times = sample.frameTable.times;
  for (const { time_s } of contacts) {
    const near = frames.filter((frame) => Math.abs((times[frame] ?? 0) - time_s) < 0.0211);
    expect(near.length).toBeGreaterThanOrEqual(5);
  }
  expect(frames.length).toBeLessThanOrEqual(6 * contacts.length);
  expect(frames.every((frame, i) => i === 0 || frame > (frames[i - 1] ?? 0))).toBe(true);
  expect(closeLookFrames(standing, session)).toHaveLength(10);
});

it('wants none from behind', () => {
  expect(closeLookFrames(exactClip('rear'), session)).toEqual([]);
});

it('a look that sees what the track saw differs by what the network does, and by little else', () => {
  const plain = strikeAngles(sample, standing);
  const close = strikeAngles(looked(sample, asTracked), looked(standing, asTracked));
  // Read from single frames instead of the filtered curve; exact joints lack the network's 4.5 degrees between flat and contact,
  // which count half beside a standing picture.
  close.forEach((metric, i) => {
    const apart = (metric?.value ?? Number.NaN) + 2.25 - (plain[i]?.value ?? Number.NaN);
    expect(Math.abs(apart)).toBeLessThan(1.5);
  });
});

it('reads the foot from the look and not from the track', () => {
  const { events } = analyzeSession({ session, clips: [sample], edits: [] });
  const isAtContact = (frame: number) =>
    events.some(
      ({ type, time_s }) =>
        type === 'initial_contact' && Math.abs((sample.frameTable.times[frame] ?? 0) - time_s) < 0.0211,
    );
  const plain = strikeAngles(looked(sample, asTracked), looked(standing, asTracked));
  const lifted = strikeAngles(looked(sample, toesUp(0.1, isAtContact)), looked(standing, asTracked));
  // A tenth of a flat foot is 5.7 degrees, of one with the toe at 18 degrees already 5.1.
  lifted.forEach((metric, i) => {
    const lift = (metric?.value ?? Number.NaN) - (plain[i]?.value ?? Number.NaN);
    expect(lift).toBeGreaterThan(4.9);
    expect(lift).toBeLessThan(5.8);
  });
});

it('takes the right leg where the look has the names of the legs the other way round', () => {
  const swapLegs = (row: Float32Array) => {
    const { pose } = mirrored({ ...sample, pose: { width: 0, height: 0, data: row } });
    for (let at = 0; at < row.length; at += KEYPOINT_STRIDE) pose.data[at] = -(pose.data[at] ?? 0);
    row.set(pose.data);
  };
  const plain = strikeAngles(looked(sample, asTracked), looked(standing, asTracked));
  const swapped = strikeAngles(looked(sample, swapLegs), looked(standing, asTracked));
  swapped.forEach((metric, i) => {
    expect(metric?.value ?? Number.NaN).toBeCloseTo(plain[i]?.value ?? 0, 3);
  });
});

it('stays with the track where the look missed too many contacts: two ways of reading are never mixed', () => {
  const frames = closeLookFrames(sample, session);
  const half = looked(sample, toesUp(0.3), frames.slice(0, frames.length / 2));
  expect(strikeAngles(half, looked(standing, asTracked))).toEqual(strikeAngles(sample, standing));
});

it('gives no angle where the sole of a flat foot seems to tilt', () => {
  const wrong = strikeAngles(looked(sample, toesUp(-0.5)), looked(standing, asTracked));
  for (const metric of wrong) expect(metric).toMatchObject({ value: null, reason: { code: 'foot_misread' } });
});
