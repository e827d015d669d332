/** A stopwatch without a clock of its own: every call brings its time in milliseconds, all of one clock. */
export interface Watch {
  /** When it began to run; undefined while it stands. */
  readonly startedMs: number | undefined;
  /** What it had run before. */
  readonly heldMs: number;
}

export const STOPPED: Watch = { startedMs: undefined, heldMs: 0 };

export const elapsedMs = ({ startedMs, heldMs }: Watch, nowMs: number): number =>
  heldMs + (startedMs === undefined ? 0 : Math.max(0, nowMs - startedMs));

/** Starts it anew from 0, or stops it. */
export const toggled = (watch: Watch, nowMs: number): Watch =>
  watch.startedMs === undefined
    ? { startedMs: nowMs, heldMs: 0 }
    : { startedMs: undefined, heldMs: elapsedMs(watch, nowMs) };

/** "1:05.3", tenths cut off as on a stopwatch. */
export function watchText(ms: number): string {
  const tenths = Math.floor(ms / 100);
  const minutes = Math.floor(tenths / 600);
  const seconds = ((tenths % 600) / 10).toFixed(1);
  return minutes === 0 ? seconds : `${minutes}:${seconds.padStart(4, '0')}`;
}
