import type { Body } from './body.ts';
import { clearanceLift } from './clearance.ts';
import type { FootAngles } from './foot.ts';
import { ankleFromSagittal, arrivalRates, sagittalFromAnkle } from './leg.ts';
import type { Kind } from './params.ts';
import { bisect, clampedSpline, type Spline } from './spline.ts';
import type { Stance } from './stance.ts';
import { add, clamp, RAD, sub, type Vec } from './vec.ts';

/** One leg in the air between its toe-off and its next contact. */
export interface Swing {
  readonly ankleAt: (t: number) => Vec;
  readonly anglesAt: (t: number) => FootAngles;
}

const smooth = (u: number): number => {
  const c = clamp(u, 0, 1);
  return c * c * (3 - 2 * c);
};
const straightestOf = (knee: Spline): number => {
  let least = Number.POSITIVE_INFINITY;
  for (let s = 0.75; s <= 0.995; s += 0.005) least = Math.min(least, knee.at(s));
  return least;
};
const STEP_S = 1e-3;

/**
 * Joint angles of the swing as smooth curves: they leave toe-off with the speed the stance ended with and arrive at
 * the next contact where that stance begins. The shape between (recovery, knee peak, reach) follows measured runners.
 */
export function swingBetween(
  from: Stance,
  to: Stance,
  hipAt: (t: number) => Vec,
  body: Body,
  kind: Kind,
  beltMps: number,
): Swing {
  const start = from.step.toeOffS;
  const end = to.step.initialContactS;
  const duration = end - start;
  // The sagittal picture of a leg that also leans sideways is stretched to its true length, and back below.
  const sagittal = (stance: Stance, t: number) => {
    const hip = hipAt(t);
    const [x, y, z] = sub(stance.ankleAt(t), hip);
    const stretch = Math.hypot(x, y, z) / Math.hypot(x, y);
    return sagittalFromAnkle(x * stretch, y * stretch, body.thigh, body.shank);
  };
  const s0 = sagittal(from, start);
  const before = sagittal(from, start - STEP_S);
  const s1 = sagittal(to, end);
  // The swing ends as fast as the stance begins.
  const arrive = arrivalRates(beltMps);
  const peak = to.step.kneeFlexionSwingDeg * RAD;
  const walking = kind === 'walk';
  const knots = [0, 0.13, 0.26, 0.5, 0.7, 0.92, 1];
  const thighPeak = s1.thighAngle + (walking ? 4 : 9) * RAD;
  const thigh = clampedSpline(
    [0, 0.36, 0.68, 1],
    [
      s0.thighAngle,
      s0.thighAngle + (walking ? 0.62 : 0.48) * (thighPeak - s0.thighAngle),
      thighPeak,
      s1.thighAngle,
    ],
    ((s0.thighAngle - before.thighAngle) / STEP_S) * duration,
    arrive.thighRate * duration,
  );
  const kneeShares = walking ? [0.84, 1, 0.92, 0.64] : [0.29, 0.55, 1, 0.77];
  const [lift = 0, early = 0, top = 0, late = 0] = kneeShares;
  const kneeThrough = (nearEnd: number) =>
    clampedSpline(
      knots,
      [s0.knee, lift * peak, early * peak, top * peak, late * peak, nearEnd, s1.knee],
      ((s0.knee - before.knee) / STEP_S) * duration,
      arrive.kneeRate * duration,
    );
  // The leg reaches nearly, never fully straight before it lands.
  const straightest = Math.max(3.5 * RAD, s1.knee - 2.2 * RAD);
  const excess = (nearEnd: number) => straightestOf(kneeThrough(nearEnd)) - straightest;
  const knee = kneeThrough(bisect(excess, s1.knee - 8 * RAD, s1.knee + 30 * RAD));
  const a0 = from.anglesAt(start);
  const a1 = to.anglesAt(end);
  const ankle0 = a0.pitch - (s0.thighAngle - s0.knee);
  const ankle1 = a1.pitch - (s1.thighAngle - s1.knee);
  const pitch0Rate = (a0.pitch - from.anglesAt(start - STEP_S).pitch) / STEP_S;
  const shank0Rate = (s0.thighAngle - s0.knee - before.thighAngle + before.knee) / STEP_S;
  const pitch1Rate = (to.anglesAt(end + STEP_S).pitch - a1.pitch) / STEP_S;
  const dorsiflexion = clampedSpline(
    [0, 0.25, 0.5, 0.78, 1],
    [
      ankle0,
      walking ? -5 * RAD : -17 * RAD,
      walking ? 9 * RAD : 3 * RAD,
      Math.max(6 * RAD, 0.6 * ankle1 + 4 * RAD),
      ankle1,
    ],
    (pitch0Rate - shank0Rate) * duration,
    (pitch1Rate - arrive.thighRate + arrive.kneeRate) * duration,
  );
  const z0 = from.ankleAt(start)[2];
  const z1 = to.ankleAt(end)[2];
  const outward = to.step.side === 'R' ? 1 : -1;
  const ankleFor = (s: number): Vec => {
    const hip = hipAt(start + s * duration);
    const [x, y] = ankleFromSagittal({ thighAngle: thigh.at(s), knee: knee.at(s) }, body.thigh, body.shank);
    const z = z0 + (z1 - z0) * smooth(s) + outward * 0.028 * Math.sin(Math.PI * s) ** 2;
    const reach = Math.hypot(x, y);
    const shrink = Math.sqrt(reach * reach - (z - hip[2]) ** 2) / reach;
    return [hip[0] + x * shrink, hip[1] + y * shrink, z];
  };
  const anglesFor = (s: number): FootAngles => ({
    pitch: dorsiflexion.at(s) + thigh.at(s) - knee.at(s),
    toeHinge: a0.toeHinge * (1 - smooth((s - 0.08) / 0.45)) + a1.toeHinge * smooth((s - 0.6) / 0.4),
    toeOut: a0.toeOut + (a1.toeOut - a0.toeOut) * smooth(s),
    lean: -3 * RAD * Math.sin(Math.PI * s) ** 2,
  });
  const raised = clearanceLift(body.foot, to.step.side, ankleFor, anglesFor);
  const share = (t: number) => (t - start) / duration;
  return {
    ankleAt: (t) => add(ankleFor(share(t)), [0, raised(share(t)), 0]),
    anglesAt: (t) => anglesFor(share(t)),
  };
}
