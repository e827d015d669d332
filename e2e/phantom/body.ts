/**
 * Segment lengths as fractions of stature (Winter; Drillis & Contini), the foot as a shoe with a rounded heel, a toe
 * hinge at the ball and a rounded tip. Shoe points are in the foot's own frame: x forward from the point under the
 * ankle, y up from the sole, metres for a runner of 1.75 m, scaled with height.
 */
export interface Body {
  readonly heightM: number;
  readonly thigh: number;
  readonly shank: number;
  readonly hipHalf: number;
  readonly trunk: number;
  readonly shoulderHalf: number;
  readonly upperArm: number;
  readonly forearm: number;
  readonly headUp: number;
  readonly foot: FootShape;
}

export interface FootShape {
  readonly ankleY: number;
  /** Centre and radius of the rounded heel edge on which a rear-foot landing rolls. */
  readonly heelCentreX: number;
  readonly heelRadius: number;
  /** Keypoint: the back of the heel. */
  readonly heelX: number;
  readonly heelY: number;
  /** Hinge at the ball of the foot. */
  readonly ballX: number;
  readonly ballY: number;
  /** Centre and radius of the rounded tip, the last part to leave the ground. */
  readonly tipX: number;
  readonly tipRadius: number;
  /** Keypoint: foot index, inside the toe box. */
  readonly indexX: number;
  readonly indexY: number;
}

/** Proportions against the average body of the same stature, 1 each. */
export interface Build {
  /** Long legs make a short trunk. */
  readonly legs: number;
  readonly hips: number;
  readonly shoulders: number;
  readonly arms: number;
  readonly feet: number;
}

/** Throws on a stature no runner has. */
export function bodyOfHeight(heightM: number, build?: Build): Body {
  if (!(heightM >= 1.2 && heightM <= 2.3)) throw new Error(`invalid heightM: ${heightM}`);
  const { legs, hips, shoulders, arms, feet } = build ?? { legs: 1, hips: 1, shoulders: 1, arms: 1, feet: 1 };
  const k = (heightM / 1.75) * feet;
  return {
    heightM,
    thigh: 0.245 * heightM * legs,
    shank: 0.246 * heightM * legs,
    hipHalf: 0.052 * heightM * hips,
    trunk: (0.283 + 0.491 * (1 - legs)) * heightM,
    shoulderHalf: 0.104 * heightM * shoulders,
    upperArm: 0.172 * heightM * arms,
    forearm: 0.15 * heightM * arms,
    headUp: 0.112 * heightM,
    foot: {
      ankleY: 0.09 * k,
      heelCentreX: -0.055 * k,
      heelRadius: 0.022 * k,
      heelX: -0.066 * k,
      heelY: 0.036 * k,
      ballX: 0.115 * k,
      ballY: 0.022 * k,
      tipX: 0.176 * k,
      tipRadius: 0.018 * k,
      indexX: 0.156 * k,
      indexY: 0.03 * k,
    },
  };
}

export const legLength = (body: Body): number => body.thigh + body.shank;
