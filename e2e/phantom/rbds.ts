import { SIDES, type Side } from '../../shared/pose/keypoints.ts';
import { type Body, bodyOfHeight } from './body.ts';
import { type FootPose, footAt, hingeWhenPlanted, soleHeight } from './foot.ts';
import type { Contact, MotionSource, Pose } from './pose.ts';
import { clampedSpline, type Spline } from './spline.ts';
import { swingingArms, upperBody } from './upperBody.ts';
import { add, clamp, mid, norm, RAD, sub, type Vec } from './vec.ts';

const JOINTS = ['hip', 'knee', 'ankle', 'heel', 'ball'] as const;
type Joint = (typeof JOINTS)[number];
type Track = (t: number) => Vec;

/** Thigh and shank against stature (Winter; Drillis & Contini). */
const LEG_SHARE = 0.491;
/** The measured hips are markers on the skin; the joints lie this share of the way out. */
const HIP_INWARD = 0.55;

const rowsOf = (csv: string): string[][] =>
  csv
    .trim()
    .split('\n')
    .map((line) => line.trim().split(','));

function tracksFrom(csv: string): {
  readonly at: (side: Side, joint: Joint) => Track;
  readonly endS: number;
} {
  const [header = [], ...rows] = rowsOf(csv);
  const column = (name: string): number[] => {
    const index = header.indexOf(name);
    if (index < 0) throw new Error(`invalid keypoints: no column ${name}`);
    return rows.map((row) => Number(row[index]));
  };
  const times = column('t_s');
  const made = new Map<string, Track>();
  for (const side of SIDES) {
    for (const joint of JOINTS) {
      const axes = ['x', 'y', 'z'].map(
        (axis): Spline => clampedSpline(times, column(`${side}_${joint}_${axis}`)),
      );
      made.set(`${side}${joint}`, (t) => [axes[0]?.at(t) ?? 0, axes[1]?.at(t) ?? 0, axes[2]?.at(t) ?? 0]);
    }
  }
  const at = (side: Side, joint: Joint): Track => {
    const track = made.get(`${side}${joint}`);
    if (!track) throw new Error(`invalid joint: ${joint}`);
    return track;
  };
  return { at, endS: times[times.length - 1] ?? 0 };
}

/** Contacts from the events file: side, t_initial_contact_s, t_toe_off_s. */
export const contactsFromCsv = (csv: string): Contact[] =>
  rowsOf(csv)
    .slice(1)
    .map(([side, ic, off]) => ({
      side: side === 'L' ? 'L' : 'R',
      initialContactS: Number(ic),
      toeOffS: Number(off),
    }));

const average = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

/**
 * The figure driven by measured joints (columns t_s and SIDE_JOINT_AXIS for hip, knee, ankle, heel and ball, metres) and
 * force-plate contacts. Shoe and upper body are ours; the shoe's height is fitted to the measured stance.
 * `startS` is the time in the recording that becomes 0. Throws when a column is missing.
 */
export function measuredMotion(
  keypoints: string,
  events: string,
  speedMps: number,
  startS = 0,
): MotionSource {
  const { at, endS } = tracksFrom(keypoints);
  const contacts = contactsFromCsv(events);
  const samples = Array.from({ length: 60 }, (_, i) => (endS * (i + 0.5)) / 60);
  const lengthOf = (a: Joint, b: Joint) =>
    average(samples.flatMap((t) => SIDES.map((side) => norm(sub(at(side, a)(t), at(side, b)(t))))));
  const thigh = lengthOf('hip', 'knee');
  const shank = lengthOf('knee', 'ankle');
  const body: Body = { ...bodyOfHeight((thigh + shank) / LEG_SHARE), thigh, shank };
  const midHip: Track = (t) => mid(at('L', 'hip')(t), at('R', 'hip')(t));
  const home: Vec = [average(samples.map((t) => midHip(t)[0])), 0, average(samples.map((t) => midHip(t)[2]))];
  const line = (side: Side, t: number): Vec => sub(at(side, 'ball')(t), at(side, 'heel')(t));
  const slope = (side: Side, t: number) =>
    Math.atan2(line(side, t)[1], Math.hypot(line(side, t)[0], line(side, t)[2]));
  const flatTimes = (side: Side) =>
    contacts
      .filter((c) => c.side === side)
      .map((c) => c.initialContactS + 0.35 * (c.toeOffS - c.initialContactS));
  const flatSlope = { L: 0, R: 0 };
  for (const side of SIDES) flatSlope[side] = average(flatTimes(side).map((t) => slope(side, t)));

  const footOf = (side: Side, t: number, lift: number): FootPose => {
    const along = line(side, t);
    // Pointing down past vertical turns the horizontal direction round; the angle goes on.
    const facing = Math.atan2(along[1], along[0]);
    const pitch = (Math.abs(facing) > 1.4 ? facing : slope(side, t)) - flatSlope[side];
    const outward = side === 'R' ? 1 : -1;
    const toeOut = Math.abs(facing) > 1 ? 6 * RAD : outward * Math.atan2(along[2], along[0]);
    const height = at(side, 'ball')(t)[1] - ballHome[side];
    const toeHinge = hingeWhenPlanted(pitch) * clamp(1 - height / 0.08, 0, 1);
    const ankle = add(sub(at(side, 'ankle')(t), home), [0, lift, 0]);
    return footAt(body.foot, side, ankle, { pitch, toeHinge, toeOut: clamp(toeOut, -0.2, 0.4), lean: 0 });
  };
  const ballHome = { L: 0, R: 0 };
  for (const side of SIDES) ballHome[side] = average(flatTimes(side).map((t) => at(side, 'ball')(t)[1]));
  // One height for the whole figure: both shoes rest on the ground on average.
  const lift = -average(
    SIDES.flatMap((side) => flatTimes(side).map((t) => soleHeight(body.foot, footOf(side, t, 0)))),
  );

  const first = contacts.find((c) => c.side === 'R')?.initialContactS ?? 0;
  const stride = average(SIDES.flatMap((side) => strides(contacts.filter((c) => c.side === side))));
  const poseAt = (time: number): Pose => {
    const t = time + startS;
    const centre = add(sub(midHip(t), home), [0, lift, 0]);
    const phase = (2 * Math.PI * (t - first)) / stride;
    const upper = upperBody(body, {
      midHip: centre,
      lean: 7 * RAD,
      shoulderYaw: 9 * RAD * Math.cos(phase - 0.3),
      ...swingingArms(Math.cos(phase + 0.15), false),
    });
    const leg = (side: Side) => {
      const hip = add(sub(at(side, 'hip')(t), home), [0, lift, 0]);
      const inward: Vec = [hip[0], hip[1], centre[2] + HIP_INWARD * (hip[2] - centre[2])];
      const foot = footOf(side, t, lift);
      return {
        hip: inward,
        knee: add(sub(at(side, 'knee')(t), home), [0, lift, 0]),
        ankle: foot.ankle,
        foot,
      };
    };
    return { midHip: centre, ...upper, legs: { L: leg('L'), R: leg('R') } };
  };
  const shifted = contacts.map((c) => ({
    ...c,
    initialContactS: c.initialContactS - startS,
    toeOffS: c.toeOffS - startS,
  }));
  return { body, speedMps, contacts: shifted, poseAt };
}

const strides = (contacts: readonly Contact[]): number[] =>
  contacts.slice(1).map((c, i) => c.initialContactS - (contacts[i]?.initialContactS ?? 0));
