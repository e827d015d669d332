/** A phone's uneven clock: frames drop out at two beats and the rest come a little early or late. */
export interface UnevenClock {
  /** Every so many frames one is lost. */
  readonly dropEvery: readonly [number, number];
  readonly jitterS: number;
  readonly phase: number;
}

const TICKS = 90_000;

/** Seconds of frame n, as they stand in the file (90000 ticks a second). */
export function unevenTime({ dropEvery, jitterS, phase }: UnevenClock, fps: number, n: number): number {
  const slot = n + Math.floor(n / dropEvery[0]) + Math.floor(n / dropEvery[1]);
  const wobble = n === 0 ? 0 : jitterS * Math.sin(12.9898 * n + phase);
  return Math.round(TICKS * (slot / fps + wobble)) / TICKS;
}

/** The same as an ffmpeg expression of N. */
export const unevenExpression = ({ dropEvery, jitterS, phase }: UnevenClock, fps: number): string =>
  `(N+floor(N/${dropEvery[0]})+floor(N/${dropEvery[1]}))/${fps}+gt(N,0)*${jitterS}*sin(12.9898*N+${phase})`;
