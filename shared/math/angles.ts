export const RAD_TO_DEG = 180 / Math.PI;

/** Angle of (dx, dy) in degrees, counter-clockwise from +x, in (-180, 180]; argument order as `Math.atan2`: dy first. */
export const atan2Deg = (dy: number, dx: number): number => Math.atan2(dy, dx) * RAD_TO_DEG;

/** The same angle in (-180, 180]. */
export function wrapDeg(angle: number): number {
  const turned = ((((angle + 180) % 360) + 360) % 360) - 180;
  return turned === -180 ? 180 : turned;
}
