import type { ClipLook } from '../domain/clipLook.ts';
import { mean, quantile } from '../math/statistics.ts';

/** How a camera moved, in leg lengths of the runner and true seconds. */
export interface CameraMotion {
  /** Root mean square of what is left of its path without movements slower than a second. */
  readonly shakeL: number;
  /** Speed over half a second that is exceeded 5 % of the time, leg lengths / s. */
  readonly panLPerS: number;
  /** Largest growth of the picture between two moments, natural logarithm. */
  readonly zoom: number;
}

export interface MotionScale {
  /** Picture height / leg length. */
  readonly legsPerHeight: number;
  readonly captureFps: number;
  /** First and last frame that count. */
  readonly fromFrame: number;
  readonly toFrame: number;
}

/** The background has to be seen this much of the time to say anything of the camera. */
const LEAST_KNOWN = 0.5;
const SHAKE_WINDOW_S = 1;
const PAN_WINDOW_S = 0.5;

/** Undefined where too little of the background was seen, or for less than one and a half seconds at a time. */
export function cameraMotion(look: ClipLook, scale: MotionScale): CameraMotion | undefined {
  const { legsPerHeight, captureFps, fromFrame, toFrame } = scale;
  const step_s = look.every / captureFps;
  const inside = look.shift.map((_, i) => i * look.every > fromFrame && i * look.every <= toFrame);
  const known = look.shift.filter((shift, i) => inside[i] && shift !== null).length;
  if (known < LEAST_KNOWN * inside.filter(Boolean).length) return undefined;
  const paths = pathsOf(look, inside).filter((path) => path.length * step_s >= 1.5 * SHAKE_WINDOW_S);
  if (paths.length === 0) return undefined;
  const rest = paths.flatMap((path) => fastPart(path, Math.max(3, Math.round(SHAKE_WINDOW_S / step_s))));
  const speeds = paths.flatMap((path) =>
    speedsOf(path, Math.max(1, Math.round(PAN_WINDOW_S / step_s)), step_s),
  );
  return {
    shakeL: Math.sqrt(mean(rest.map((r) => r * r)) ?? 0) * legsPerHeight,
    panLPerS: (quantile(speeds, 0.95) ?? 0) * legsPerHeight,
    zoom: Math.max(...paths.map((path) => rangeOf(path.map(({ growth }) => growth)))),
  };
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly growth: number;
}

/** Unknown samples in a row that are taken to move on as the one before them. */
const BRIDGED = 2;

/** Positions of the background, picture heights, in stretches without a longer gap. */
function pathsOf({ shift, zoom, every, cuts }: ClipLook, inside: readonly boolean[]): Place[][] {
  const paths: Place[][] = [];
  let path: Place[] = [];
  let step: Place | undefined;
  let gap = 0;
  const close = () => {
    if (path.length > 0) paths.push(path);
    path = [];
    step = undefined;
  };
  shift.forEach((moved, i) => {
    gap = moved === null ? gap + 1 : 0;
    const isCut = cuts.some((cut) => cut > (i - 1) * every && cut <= i * every);
    if (moved !== null) step = { x: moved[0], y: moved[1], growth: zoom[i] ?? 0 };
    if (!inside[i] || isCut || gap > BRIDGED) close();
    if (step === undefined || !inside[i]) return;
    const last = path.at(-1) ?? { x: 0, y: 0, growth: 0 };
    path.push({ x: last.x + step.x, y: last.y + step.y, growth: last.growth + step.growth });
  });
  close();
  return paths;
}

/** Distances from the moving mean, where a whole window is at hand: a one-sided one would take a steady pan for shaking. */
function fastPart(path: readonly Place[], window: number): number[] {
  const half = Math.floor(window / 2);
  return path.slice(half, path.length - half).map(({ x, y }, i) => {
    const around = path.slice(i, i + 2 * half + 1);
    const meanX = mean(around.map((place) => place.x)) ?? x;
    const meanY = mean(around.map((place) => place.y)) ?? y;
    return Math.hypot(x - meanX, y - meanY);
  });
}

function speedsOf(path: readonly Place[], window: number, step_s: number): number[] {
  return path.slice(window).map(({ x, y }, i) => {
    const before = path[i] ?? { x, y };
    return Math.hypot(x - before.x, y - before.y) / (window * step_s);
  });
}

const rangeOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : Math.max(...values) - Math.min(...values);
