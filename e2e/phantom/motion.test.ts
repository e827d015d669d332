import { describe, expect, it } from 'vitest';
import { SIDES } from '../../shared/pose/keypoints.ts';
import { soleHeight } from './foot.ts';
import { metricsTruth } from './metrics.ts';
import { proceduralMotion } from './motion.ts';
import { type RunnerRequest, runnerParams } from './params.ts';
import { norm, sub } from './vec.ts';

const DURATION_S = 6;
const motionOf = (request: RunnerRequest) => proceduralMotion(runnerParams(request), DURATION_S);
const times = (step: number) => Array.from({ length: Math.floor(DURATION_S / step) }, (_, i) => i * step);

const CASES: readonly (readonly [string, RunnerRequest])[] = [
  ['norms at 3 m/s', {}],
  ['slow', { speedMps: 2.5, seed: 2 }],
  ['fast', { speedMps: 4.5, seed: 3 }],
  ['forefoot', { both: { footStrikeDeg: -8 }, seed: 4 }],
  ['midfoot, short', { heightM: 1.58, both: { footStrikeDeg: 3 }, seed: 5 }],
  ['overstriding', { cadenceSpm: 158, both: { tibiaIcDeg: 15, kneeFlexionIcDeg: 7, contactTimeS: 0.275 } }],
  ['asymmetric', { left: { footStrikeDeg: 4, pelvicDropDeg: 8 }, stepTimeAsymmetryS: 0.02, seed: 6 }],
  ['grounded', { kind: 'grounded_run', seed: 7 }],
  ['walking', { kind: 'walk', seed: 8 }],
];

describe.each(CASES)('%s', (_name, request) => {
  const motion = motionOf(request);
  const { body } = motion;

  it('keeps every segment its length', () => {
    for (const t of times(0.01)) {
      const { legs, arms } = motion.poseAt(t);
      for (const side of SIDES) {
        const { hip, knee, ankle, foot } = legs[side];
        expect(norm(sub(hip, knee))).toBeCloseTo(body.thigh, 4);
        expect(norm(sub(knee, ankle))).toBeCloseTo(body.shank, 4);
        expect(norm(sub(arms[side].elbow, arms[side].shoulder))).toBeCloseTo(body.upperArm, 6);
        if (foot.lean === 0) {
          expect(norm(sub(foot.ball, ankle))).toBeCloseTo(
            Math.hypot(body.foot.ballX, body.foot.ankleY - body.foot.ballY),
            6,
          );
        }
      }
    }
  });

  it('carries the planted foot exactly with the belt, no deeper than a shoe gives way', () => {
    let flatContacts = 0;
    for (const contact of motion.contacts.filter((c) => c.initialContactS > 0 && c.toeOffS < DURATION_S)) {
      const { initialContactS: ic, toeOffS, side } = contact;
      const footAt = (t: number) => motion.poseAt(t).legs[side].foot;
      for (let share = 0.01; share < 1; share += 0.07) {
        const height = soleHeight(body.foot, footAt(ic + share * (toeOffS - ic)));
        expect(height).toBeLessThan(1e-6);
        expect(height).toBeGreaterThan(-0.01 * (body.heightM / 1.75) - 1e-6);
      }
      // Flat on the ground: heel and foot index travel straight back at belt speed.
      const flat = (t: number) => footAt(t).pitch === 0;
      const from = ic + 0.293 * (toeOffS - ic);
      const to = from + 0.01 * (toeOffS - ic);
      if (!flat(from) || !flat(to)) continue;
      flatContacts++;
      for (const point of ['heel', 'index'] as const) {
        const [dx, dy, dz] = sub(footAt(to)[point], footAt(from)[point]);
        expect(dx / (to - from)).toBeCloseTo(-motion.speedMps, 6);
        expect(Math.hypot(dy, dz)).toBeLessThan(1e-9);
      }
    }
    expect(flatContacts).toBeGreaterThan(0);
  });

  it('swings clear of the ground, with a bent knee, and without a jump', () => {
    let previous = motion.poseAt(0);
    for (const t of times(0.002).slice(1)) {
      const pose = motion.poseAt(t);
      for (const side of SIDES) {
        const isDown = motion.contacts.some(
          (c) => c.side === side && t >= c.initialContactS && t <= c.toeOffS,
        );
        if (!isDown) expect(soleHeight(body.foot, pose.legs[side].foot)).toBeGreaterThan(-0.001);
        expect(norm(sub(pose.legs[side].foot.index, previous.legs[side].foot.index))).toBeLessThan(0.04);
      }
      previous = pose;
    }
  });

  it('alternates sides and orders its contacts', () => {
    motion.contacts.forEach((contact, i) => {
      expect(contact.toeOffS).toBeGreaterThan(contact.initialContactS);
      const next = motion.contacts[i + 1];
      if (!next) return;
      expect(next.side).not.toBe(contact.side);
      expect(next.initialContactS).toBeGreaterThan(contact.initialContactS);
    });
  });

  it('is the runner that was asked for', () => {
    const params = runnerParams(request);
    const metrics = metricsTruth(motion, motion.contacts, DURATION_S);
    const mean = (id: string, side: 'L' | 'R' | null) =>
      metrics.find((m) => m.id === id && m.side === side)?.mean ?? Number.NaN;
    expect(Math.abs(mean('cadence', null) - params.cadenceSpm)).toBeLessThan(1);
    for (const side of SIDES) {
      const leg = params.legs[side];
      expect(Math.abs(mean('foot_strike_angle', side) - leg.footStrikeDeg)).toBeLessThan(1.5);
      expect(Math.abs(mean('overstride_ankle', side) - leg.overstrideAnkle)).toBeLessThan(0.008);
      expect(Math.abs(mean('knee_flexion_ic', side) - leg.kneeFlexionIcDeg)).toBeLessThan(1.5);
      expect(Math.abs(mean('contact_time', side) - 1000 * leg.contactTimeS)).toBeLessThan(
        0.035 * 1000 * leg.contactTimeS,
      );
      expect(Math.abs(mean('pelvic_drop', side) - leg.pelvicDropDeg)).toBeLessThan(1);
      expect(Math.abs(mean('heel_lean', side) - leg.heelLeanDeg)).toBeLessThan(1.5);
    }
    expect(Math.abs(mean('trunk_lean', 'R') - params.trunkLeanDeg)).toBeLessThan(1);
    expect(Math.abs(mean('step_width', null) - 1000 * params.stepWidthM)).toBeLessThan(14);
    const flying = params.kind === 'run';
    expect(mean('flight_time', 'R') > 0).toBe(flying);
  });
});

it('repeats exactly from the same seed and differs with another', () => {
  const a = motionOf({ seed: 11 }).poseAt(1.234);
  expect(motionOf({ seed: 11 }).poseAt(1.234)).toEqual(a);
  expect(motionOf({ seed: 12 }).poseAt(1.234)).not.toEqual(a);
});

it('lands near the norms of its speed by default', () => {
  const motion = motionOf({ speedMps: 3.5, variation: 0 });
  const metrics = metricsTruth(motion, motion.contacts, DURATION_S);
  const norms: Record<string, readonly [number, number]> = {
    foot_strike_angle: [16.7, 7.3],
    tibia_angle_ic: [10, 2.9],
    overstride_heel: [0.2, 0.04],
    knee_flexion_ic: [9.7, 5],
    contact_time: [230, 20],
    flight_time: [120, 20],
    vertical_oscillation: [91, 13],
    pelvic_drop: [4.8, 2.5],
  };
  for (const [id, [mean, sd]] of Object.entries(norms)) {
    const found = metrics.find((m) => m.id === id);
    expect(Math.abs((found?.mean ?? Number.NaN) - mean), `${id} ${found?.mean}`).toBeLessThan(sd);
  }
});

it('refuses what no runner does', () => {
  expect(() => runnerParams({ cadenceSpm: 20 })).toThrow('invalid cadenceSpm: 20');
  expect(() => runnerParams({ speedMps: 30 })).toThrow('invalid speedMps: 30');
  expect(() => motionOf({ heightM: 3 })).toThrow('invalid heightM: 3');
});
