import { add, clamp, dot, norm, RAD, scale, sub, unit, type Vec } from './vec.ts';

/** Hip-to-ankle distance of a knee bent by the given angle. */
export const reachOfKnee = (thigh: number, shank: number, kneeDeg: number): number =>
  Math.sqrt(thigh * thigh + shank * shank + 2 * thigh * shank * Math.cos(kneeDeg * RAD));

/** Knee of a leg from hip to ankle that bends towards `forward`. Throws when the leg would have to stretch. */
export function kneeBetween(hip: Vec, ankle: Vec, thigh: number, shank: number, forward: Vec): Vec {
  const line = sub(ankle, hip);
  const reach = norm(line);
  if (reach > (thigh + shank) * 1.0001) throw new Error(`invalid leg reach: ${reach.toFixed(4)} m`);
  const axis = scale(line, 1 / reach);
  const along = clamp((thigh * thigh + reach * reach - shank * shank) / (2 * reach), -thigh, thigh);
  const across = Math.sqrt(Math.max(0, thigh * thigh - along * along));
  const bend = unit(sub(forward, scale(axis, dot(forward, axis))));
  return add(hip, add(scale(axis, along), scale(bend, across)));
}

export interface SagittalLeg {
  /** Radians, + knee ahead of hip. */
  readonly thighAngle: number;
  /** Radians, + flexed. */
  readonly knee: number;
}

/** Thigh and knee angle that put the ankle at (x, y) from the hip, in the sagittal plane. */
export function sagittalFromAnkle(x: number, y: number, thigh: number, shank: number): SagittalLeg {
  const reach = Math.min(Math.hypot(x, y), thigh + shank);
  const knee = Math.acos(clamp((reach * reach - thigh * thigh - shank * shank) / (2 * thigh * shank), -1, 1));
  const lineAngle = Math.atan2(x, -y);
  const inner = Math.atan2(shank * Math.sin(knee), thigh + shank * Math.cos(knee));
  return { thighAngle: lineAngle + inner, knee };
}

/** The reverse: ankle from the hip. */
export function ankleFromSagittal(leg: SagittalLeg, thigh: number, shank: number): [x: number, y: number] {
  const shankAngle = leg.thighAngle - leg.knee;
  return [
    thigh * Math.sin(leg.thighAngle) + shank * Math.sin(shankAngle),
    -thigh * Math.cos(leg.thighAngle) - shank * Math.cos(shankAngle),
  ];
}

/**
 * How fast thigh and knee turn at contact (rad/s, + forward, + flexing): measured knees flex at 175 degrees/s at
 * 2.5 m/s and 210 at 3.5 (Fukuchi 2017), and the thigh has all but stopped.
 */
export function arrivalRates(speedMps: number): { readonly thighRate: number; readonly kneeRate: number } {
  return { thighRate: 15 * RAD, kneeRate: (175 + 35 * (speedMps - 2.5)) * RAD };
}
