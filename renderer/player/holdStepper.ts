/** Time between two steps of a held key, ms: quick enough to travel, slow enough to see every frame. */
export const HOLD_STEP_MS = 40;

export interface HoldStepperOptions {
  readonly step: (frames: number) => void;
  /** Whether the last step is on show; the next one waits for it, so that nothing is left to do after the key is up. */
  readonly isShown: () => boolean;
  /** requestAnimationFrame and its counterpart. */
  readonly nextTick: (tick: (nowMs: number) => void) => number;
  readonly cancelTick: (handle: number) => void;
}

export interface HoldStepper {
  /** Steps at a steady rate from now on, whatever the keyboard's own repeat is; told again, it goes on as before. */
  start(frames: number): void;
  stop(): void;
}

export function createHoldStepper({ step, isShown, nextTick, cancelTick }: HoldStepperOptions): HoldStepper {
  let held: number | undefined;
  let handle: number | undefined;
  let dueMs: number | undefined;

  function tick(nowMs: number): void {
    if (held === undefined) return;
    handle = nextTick(tick);
    dueMs ??= nowMs;
    if (nowMs < dueMs || !isShown()) return;
    // What was missed while a frame was decoded is not made up for: that would be acceleration.
    dueMs = Math.max(dueMs + HOLD_STEP_MS, nowMs);
    step(held);
  }

  function stop(): void {
    if (handle !== undefined) cancelTick(handle);
    handle = undefined;
    held = undefined;
    dueMs = undefined;
  }

  return {
    start(frames) {
      if (held === frames) return;
      stop();
      held = frames;
      handle = nextTick(tick);
    },
    stop,
  };
}
