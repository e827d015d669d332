import type { Side } from '../../shared/pose/keypoints.ts';
import { footAngleDeg, footAt } from './foot.ts';
import type { Contact, MotionSource, Pose } from './pose.ts';
import { DEG, sub, type Vec } from './vec.ts';

/** Angle of a segment against the vertical in the sagittal plane, degrees, + far end ahead. */
const inclination = (top: Vec, bottom: Vec): number =>
  Math.atan2(bottom[0] - top[0], top[1] - bottom[1]) * DEG;

const legOf = (pose: Pose, side: Side) => pose.legs[side];
const kneeFlexion = (pose: Pose, side: Side): number => {
  const leg = legOf(pose, side);
  return inclination(leg.hip, leg.knee) - inclination(leg.knee, leg.ankle);
};
const trunkLean = (pose: Pose): number => {
  const trunk = sub(pose.midShoulder, pose.midHip);
  return Math.atan2(trunk[0], trunk[1]) * DEG;
};
/** +1 where a larger z is medial. */
const medial = (side: Side): number => (side === 'R' ? -1 : 1);

const average = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
const over = (from: number, to: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));

/** Frontal-plane position of heel against ankle as a percentage of the shank, + ankle medial of heel. */
const heelUnderAnkle = (heel: Vec, ankle: Vec, side: Side, shank: number): number =>
  (100 * medial(side) * (ankle[2] - heel[2])) / shank;

/**
 * Every metric of one contact, computed from the exact joints with the definitions of the product (angles in degrees,
 * lengths over thigh + shank, times in ms). Foot and frontal values are relative to flat, quiet standing.
 */
export function stepTruth(motion: MotionSource, contact: Contact): Readonly<Record<string, number>> {
  const { side, initialContactS: ic, toeOffS } = contact;
  const { body } = motion;
  const leg = body.thigh + body.shank;
  const middle = (ic + toeOffS) / 2;
  const atIc = motion.poseAt(ic);
  const atMs = motion.poseAt(middle);
  const atTo = motion.poseAt(toeOffS);
  const poses = over(ic, toeOffS, 61).map(motion.poseAt);
  const foot = (pose: Pose) => footAngleDeg(body.foot, legOf(pose, side).foot);
  const tibia = (pose: Pose) => inclination(legOf(pose, side).knee, legOf(pose, side).ankle);
  const ahead = (point: Vec) => (point[0] - atIc.midHip[0]) / leg;
  const stance = legOf(atMs, side);
  const standing = footAt(body.foot, side, [0, 0, 0], {
    pitch: 0,
    toeHinge: 0,
    toeOut: stance.foot.toeOut,
    lean: 0,
  });
  const swing = legOf(atMs, side === 'R' ? 'L' : 'R');
  const m = medial(side);
  return {
    foot_strike_angle: foot(atIc),
    tibia_angle_ic: tibia(atIc),
    overstride_ankle: ahead(legOf(atIc, side).ankle),
    overstride_heel: ahead(legOf(atIc, side).foot.heel),
    knee_flexion_ic: kneeFlexion(atIc, side),
    knee_flexion_ms: kneeFlexion(atMs, side),
    knee_flexion_peak_stance: Math.max(...poses.map((pose) => kneeFlexion(pose, side))),
    trunk_lean: average(poses.map(trunkLean)),
    contact_time: 1000 * (toeOffS - ic),
    toe_off_plantarflexion: -(foot(atTo) - tibia(atTo)),
    trailing_thigh: inclination(legOf(atTo, side).hip, legOf(atTo, side).knee),
    foot_off_excursion: foot(atMs) - foot(atTo),
    pelvic_drop: Math.atan2(stance.hip[1] - swing.hip[1], Math.abs(stance.hip[2] - swing.hip[2])) * DEG,
    foot_under_ankle_rear:
      heelUnderAnkle(stance.foot.heel, stance.ankle, side, body.shank) -
      heelUnderAnkle(standing.heel, [0, 0, 0], side, body.shank),
    heel_lean:
      (Math.atan2(m * (stance.ankle[2] - stance.foot.heel[2]), stance.ankle[1] - stance.foot.heel[1]) -
        Math.atan2(-m * standing.heel[2], -standing.heel[1])) *
      DEG,
    knee_deviation:
      (Math.atan2(m * (stance.knee[2] - stance.hip[2]), stance.hip[1] - stance.knee[1]) +
        Math.atan2(m * (stance.knee[2] - stance.ankle[2]), stance.knee[1] - stance.ankle[1])) *
      DEG,
    toe_out: stance.foot.toeOut * DEG,
  };
}

/** Lateral distance of the foot (mean of heel and ankle at mid-stance) from the mean path of mid-hip, millimetres. */
export function lineOffsetMm(motion: MotionSource, contact: Contact, strideS: number): number {
  const middle = (contact.initialContactS + contact.toeOffS) / 2;
  const path = average(
    over(middle - strideS / 2, middle + strideS / 2, 40).map((t) => motion.poseAt(t).midHip[2]),
  );
  const leg = motion.poseAt(middle).legs[contact.side];
  return 1000 * -medial(contact.side) * ((leg.ankle[2] + leg.foot.heel[2]) / 2 - path);
}

/** Vertical oscillation of mid-hip between two contacts, the straight line between them taken out, millimetres. */
export function oscillationMm(motion: MotionSource, fromS: number, toS: number): number {
  const times = over(fromS, toS, 81);
  const heights = times.map((t) => motion.poseAt(t).midHip[1]);
  const first = heights[0] ?? 0;
  const last = heights[heights.length - 1] ?? 0;
  const level = heights.map((y, i) => y - first - ((last - first) * i) / (heights.length - 1));
  return 1000 * (Math.max(...level) - Math.min(...level));
}
