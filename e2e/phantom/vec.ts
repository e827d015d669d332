/** Vectors of the runner's world: metres, x in the direction of travel, y up, z to the runner's right. */
export type Vec = readonly [x: number, y: number, z: number];

export const add = (a: Vec, b: Vec): Vec => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const sub = (a: Vec, b: Vec): Vec => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const scale = (a: Vec, k: number): Vec => [a[0] * k, a[1] * k, a[2] * k];
export const dot = (a: Vec, b: Vec): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const cross = (a: Vec, b: Vec): Vec => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
export const norm = (a: Vec): number => Math.hypot(a[0], a[1], a[2]);
export const unit = (a: Vec): Vec => scale(a, 1 / norm(a));
export const mid = (a: Vec, b: Vec): Vec => scale(add(a, b), 0.5);

export const RAD = Math.PI / 180;
export const DEG = 180 / Math.PI;
export const clamp = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value));

/** Turns about the vertical; positive brings the forward axis (x) to the right (z). */
export const yawed = (v: Vec, rad: number): Vec => [
  v[0] * Math.cos(rad) - v[2] * Math.sin(rad),
  v[1],
  v[0] * Math.sin(rad) + v[2] * Math.cos(rad),
];
/** Turns in the sagittal plane; positive lifts the forward end (toe up, backward lean). */
export const pitched = (v: Vec, rad: number): Vec => [
  v[0] * Math.cos(rad) - v[1] * Math.sin(rad),
  v[0] * Math.sin(rad) + v[1] * Math.cos(rad),
  v[2],
];
/** Turns in the frontal plane; positive lifts the right end. */
export const rolled = (v: Vec, rad: number): Vec => [
  v[0],
  v[1] * Math.cos(rad) + v[2] * Math.sin(rad),
  -v[1] * Math.sin(rad) + v[2] * Math.cos(rad),
];
