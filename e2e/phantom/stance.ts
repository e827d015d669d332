import type { Body } from './body.ts';
import { type FootAngles, footAt, hingeWhenPlanted, pitchFromFootAngle, plantedAnkle } from './foot.ts';
import { arrivalRates, reachOfKnee, sagittalFromAnkle } from './leg.ts';
import type { Kind } from './params.ts';
import type { PelvisPath } from './pelvis.ts';
import { bisect, clampedSpline, type Spline } from './spline.ts';
import type { Step } from './steps.ts';
import { add, norm, RAD, sub, type Vec, yawed } from './vec.ts';

/** A foot on the ground from contact to toe-off, moving exactly with the belt. */
export interface Stance {
  readonly step: Step;
  readonly ankleAt: (t: number) => Vec;
  readonly anglesAt: (t: number) => FootAngles;
}

const sideSign = (step: Step): 1 | -1 => (step.side === 'R' ? 1 : -1);
const FLAT_AFTER_S = { run: 0.075, grounded_run: 0.085, walk: 0.11, stand: 0.1 } as const;
const TOE_OFF_KNEE_DEG = { run: 15, grounded_run: 22, walk: 28, stand: 0 } as const;
/** When the heel leaves (share of contact) and how it rises; earlier where the leg would otherwise overstretch. */
const HEEL_RISES = [
  { from: 0.42, power: 1.9 },
  { from: 0.37, power: 1.7 },
  { from: 0.31, power: 1.5 },
  { from: 0.25, power: 1.35 },
] as const;
const STRAIGHTEST_PUSH_OFF_DEG = 9;
/** Fall of the pelvis in flight, m/s2: more than gravity, since the legs come up. */
const PELVIS_FALL = 11.5;
/** The pelvis is highest this share of the flight after toe-off. */
const APEX_SHARE = 0.36;
/** A leg comes down at least this fast. */
const SLOWEST_FALL_MPS = 0.25;
const STEP_S = 1e-3;

/**
 * A measured ankle does not stop when the shoe touches the ground: over the next 20 ms it still moves forward over the
 * belt by 10 to 20 mm, over the next 40 ms it still falls by 20 to 30 mm, while heel pad, shoe and skin give way. The
 * foot comes to rest on the belt within these times, from the speed with which the swinging leg brought it.
 */
const STOPS_WITHIN_S = 0.018;
const SINKS_WITHIN_S = 0.045;
/** The most a shoe gives way under a person of 1.75 m; a walker puts the foot down where it stays. */
const SINKS_M = { run: 0.01, grounded_run: 0.004, walk: 0, stand: 0 } as const;
/** The loaded shoe comes back over this last share of the contact. */
const RISES_OVER = 0.6;

interface Planted {
  readonly step: Step;
  readonly icPitch: number;
  readonly ankleFor: (t: number, pitch: number) => Vec;
}

/** Heel lean (radians): nothing at contact and toe-off, all of it at mid-stance. */
const leanAt = (step: Step, t: number): number => {
  const share = (t - step.initialContactS) / (step.toeOffS - step.initialContactS);
  return step.heelLeanDeg * RAD * Math.sin(Math.PI * Math.min(1, Math.max(0, share)));
};
/** What is gone of a speed (m/s) at contact that dies away evenly, as a distance. */
const givenWay = (speed: number, within: number, step: Step, t: number): number => {
  if (within <= 0) return 0;
  const u = Math.min(1, Math.max(0, (t - step.initialContactS) / within));
  return (speed * within * u * (2 - u)) / 2;
};
const loadedAt = (step: Step, t: number): number => {
  const left = (step.toeOffS - t) / (step.toeOffS - step.initialContactS) / RISES_OVER;
  const up = Math.min(1, Math.max(0, left));
  return up * up * (3 - 2 * up);
};
const toeOutOf = (step: Step) => step.toeOutDeg * RAD;

/** Forward and upward speed of the ankle at contact that thigh and knee give it, the hip falling with the pelvis aside. */
function arrivalSpeed(
  step: Step,
  body: Body,
  pelvis: PelvisPath,
  beltMps: number,
): readonly [number, number] {
  const t = step.initialContactS;
  const hipAhead = pelvis.hipOffsetAt(t, sideSign(step))[0];
  const reach = reachOfKnee(body.thigh, body.shank, step.kneeFlexionIcDeg);
  const x = step.overstrideAnkle * (body.thigh + body.shank) - hipAhead;
  const leg = sagittalFromAnkle(x, -Math.sqrt(reach * reach - x * x), body.thigh, body.shank);
  const { thighRate, kneeRate } = arrivalRates(beltMps);
  const shank = leg.thighAngle - leg.knee;
  const turn = [body.thigh * thighRate, body.shank * (thighRate - kneeRate)] as const;
  const hip = (pelvis.placeAt(t + STEP_S).x - pelvis.placeAt(t - STEP_S).x) / (2 * STEP_S);
  return [
    hip + turn[0] * Math.cos(leg.thighAngle) + turn[1] * Math.cos(shank),
    turn[0] * Math.sin(leg.thighAngle) + turn[1] * Math.sin(shank),
  ];
}

/** Where the foot is put down: overstride ahead of mid-hip, half a step width beside the line of travel. */
function plant(
  step: Step,
  body: Body,
  pelvis: PelvisPath,
  kind: Kind,
  beltMps: number,
  fallMps: number,
): Planted {
  const icPitch = pitchFromFootAngle(body.foot, step.footStrikeDeg);
  const outward = sideSign(step);
  const local = (pitch: number, sideways = 0): Vec => {
    const [x, y] = plantedAnkle(body.foot, pitch);
    return yawed([x, y, sideways], outward * toeOutOf(step));
  };
  const ic = step.initialContactS;
  const ankleX = pelvis.placeAt(ic).x + step.overstrideAnkle * (body.thigh + body.shank);
  const middle = (ic + step.toeOffS) / 2;
  const flat = footAt(body.foot, step.side, [0, 0, 0], {
    pitch: 0,
    toeHinge: 0,
    toeOut: toeOutOf(step),
    lean: step.heelLeanDeg * RAD,
  });
  // The sole stays where it was put; a leaning ankle moves medially over it.
  const leanShift = (t: number) =>
    -outward * Math.tan(leanAt(step, t)) * (body.foot.ankleY - body.foot.heelY);
  const z = pelvis.lineZAt(middle) + outward * step.halfStepWidthM - leanShift(middle) - flat.heel[2] / 2;
  const x0 = ankleX - local(icPitch)[0];
  // Rolling on heel or ball already moves the ankle; shoe and skin give the rest.
  const rolled = sub(local(landingPitch({ step, icPitch }, kind, ic + STEP_S)), local(icPitch));
  const brought = arrivalSpeed(step, body, pelvis, beltMps);
  const slides = kind === 'walk' || kind === 'stand' ? 0 : beltMps + brought[0] - rolled[0] / STEP_S;
  const forward = Math.max(0, slides);
  const down = Math.max(0.01, fallMps - brought[1] + rolled[1] / STEP_S);
  const sinksWithin = Math.min(SINKS_WITHIN_S, (2 * SINKS_M[kind] * (body.heightM / 1.75)) / down);
  const placementAt = (t: number): Vec => [
    x0 - beltMps * (t - ic) + givenWay(forward, STOPS_WITHIN_S, step, t),
    -givenWay(down, sinksWithin, step, t) * loadedAt(step, t),
    z,
  ];
  return { step, icPitch, ankleFor: (t, pitch) => add(placementAt(t), local(pitch, leanShift(t))) };
}

/** Foot pitch in early and middle stance: down to flat, then still. */
const landingPitch = (planted: Pick<Planted, 'step' | 'icPitch'>, kind: Kind, t: number): number => {
  const { initialContactS, toeOffS } = planted.step;
  const flatAfter = Math.min(FLAT_AFTER_S[kind], 0.29 * (toeOffS - initialContactS));
  const u = (t - initialContactS) / flatAfter;
  return u >= 1 ? 0 : planted.icPitch * (1 - u) * (1 - u) * (1 + u);
};

const hipHeightOver = (ankle: Vec, hipX: number, hipZ: number, reach: number): number => {
  const square = reach * reach - (hipX - ankle[0]) ** 2 - (hipZ - ankle[2]) ** 2;
  if (!(square > 0)) throw new Error(`invalid leg geometry: reach ${reach.toFixed(3)} m`);
  return ankle[1] + Math.sqrt(square);
};

export interface StanceWorld {
  readonly stances: readonly Stance[];
  readonly pelvisHeight: Spline;
}

/**
 * Plants every step and finds the pelvis height that bends each knee as asked at contact and in mid-stance, with a
 * fall of 11.5 m/s² (the pelvis' apparent gravity) in each flight; then lets each heel rise so that the knee is
 * nearly straight at toe-off.
 */
export function stanceWorld(
  steps: readonly Step[],
  body: Body,
  pelvis: PelvisPath,
  kind: Kind,
  beltMps: number,
): StanceWorld {
  const planted = steps.map((step, i) => {
    const flight = step.initialContactS - (steps[i - 1]?.toeOffS ?? step.initialContactS);
    const fall = kind === 'stand' ? 0 : Math.max(SLOWEST_FALL_MPS, PELVIS_FALL * (1 - APEX_SHARE) * flight);
    return plant(step, body, pelvis, kind, beltMps, fall);
  });
  const heightFor = (p: Planted, t: number, kneeDeg: number): number => {
    const place = pelvis.placeAt(t);
    const hip = pelvis.hipOffsetAt(t, sideSign(p.step));
    const ankle = p.ankleFor(t, landingPitch(p, kind, t));
    const reach = reachOfKnee(body.thigh, body.shank, kneeDeg);
    return hipHeightOver(ankle, place.x + hip[0], place.z + hip[2], reach) - hip[1];
  };
  const times: number[] = [];
  const heights: number[] = [];
  planted.forEach((p, i) => {
    const { initialContactS: ic, toeOffS } = p.step;
    const contact = toeOffS - ic;
    const lowest = ic + (kind === 'walk' ? 0.5 : 0.46) * contact;
    const atContact = heightFor(p, ic, p.step.kneeFlexionIcDeg);
    times.push(ic, lowest);
    heights.push(atContact, heightFor(p, lowest, p.step.kneeFlexionPeakDeg));
    const next = planted[i + 1];
    const flight = next ? next.step.initialContactS - toeOffS : 0;
    if (next && flight > 0.04) {
      const apex = toeOffS + APEX_SHARE * flight;
      const top =
        heightFor(next, next.step.initialContactS, next.step.kneeFlexionIcDeg) +
        (PELVIS_FALL / 2) * (next.step.initialContactS - apex) ** 2;
      // Knots close enough that the spline is the parabola of the fall.
      for (const share of [0, 0.18, 0.36, 0.57, 0.78]) {
        const t = toeOffS + share * flight;
        times.push(t);
        heights.push(top - (PELVIS_FALL / 2) * (t - apex) ** 2);
      }
    }
  });
  const pelvisHeight = clampedSpline(times, heights);
  const stances = planted.map((p) => lift(p, body, pelvis, kind, pelvisHeight));
  return { stances, pelvisHeight };
}

function lift(p: Planted, body: Body, pelvis: PelvisPath, kind: Kind, pelvisHeight: Spline): Stance {
  const { initialContactS: ic, toeOffS } = p.step;
  const contact = toeOffS - ic;
  const wanted = reachOfKnee(body.thigh, body.shank, TOE_OFF_KNEE_DEG[kind]);
  const reachFrom = (t: number, pitch: number) => {
    const place = pelvis.placeAt(t);
    const hip = add([place.x, pelvisHeight.at(t), place.z], pelvis.hipOffsetAt(t, sideSign(p.step)));
    return norm(sub(hip, p.ankleFor(t, pitch)));
  };
  const toeOffPitch = bisect((pitch) => reachFrom(toeOffS, pitch) - wanted, -85 * RAD, -5 * RAD);
  const pitchWith = (rise: (typeof HEEL_RISES)[number]) => (t: number) => {
    const u = ((t - ic) / contact - rise.from) / (1 - rise.from);
    return u > 0 ? toeOffPitch * u ** rise.power : landingPitch(p, kind, t);
  };
  const longest = reachOfKnee(body.thigh, body.shank, STRAIGHTEST_PUSH_OFF_DEG);
  const reaches = (pitchOf: (t: number) => number) =>
    [0.5, 0.6, 0.7, 0.76, 0.82, 0.88, 0.94].every((share) => {
      const t = ic + share * contact;
      return reachFrom(t, pitchOf(t)) <= longest;
    });
  const pitchAt = HEEL_RISES.map(pitchWith).find(reaches) ?? pitchWith(HEEL_RISES[3]);
  return {
    step: p.step,
    ankleAt: (t) => p.ankleFor(t, pitchAt(t)),
    anglesAt: (t) => {
      const pitch = pitchAt(t);
      return {
        pitch,
        toeHinge: hingeWhenPlanted(pitch),
        toeOut: toeOutOf(p.step),
        lean: leanAt(p.step, t),
      };
    },
  };
}
