import { describe, expect, it } from 'vitest';
import { createHoldStepper } from './holdStepper.ts';

/** A stepper whose animation frames and decoder are the test's. */
function stepperOf() {
  let tick: ((nowMs: number) => void) | undefined;
  const steps: { at: number; frames: number }[] = [];
  const state = { now: 0, isShown: true };
  const stepper = createHoldStepper({
    step: (frames) => steps.push({ at: state.now, frames }),
    isShown: () => state.isShown,
    nextTick: (next) => {
      tick = next;
      return 1;
    },
    cancelTick: () => {
      tick = undefined;
    },
  });
  /** Animation frames of a 60 Hz screen. */
  const run = (untilMs: number, each?: () => void) => {
    for (; state.now < untilMs; state.now += 1000 / 60) {
      each?.();
      tick?.(state.now);
    }
  };
  return { stepper, steps, state, run };
}

describe('createHoldStepper', () => {
  it('moves at a steady rate for two seconds, however often the key repeats', () => {
    const { stepper, steps, run } = stepperOf();
    run(2000, () => stepper.start(1));
    const perQuarter = [0, 1, 2, 3, 4, 5, 6, 7].map(
      (i) => steps.filter(({ at }) => at >= i * 250 && at < (i + 1) * 250).length,
    );
    expect(Math.max(...perQuarter) - Math.min(...perQuarter)).toBeLessThanOrEqual(1);
    expect(steps.length).toBeGreaterThanOrEqual(48);
    expect(steps.length).toBeLessThanOrEqual(51);
  });

  it('stops at once', () => {
    const { stepper, steps, run } = stepperOf();
    stepper.start(-10);
    run(200);
    const before = steps.length;
    stepper.stop();
    run(1000);
    expect(steps).toHaveLength(before);
    expect(steps.every(({ frames }) => frames === -10)).toBe(true);
  });

  it('waits for the picture and does not hurry afterwards', () => {
    const { stepper, steps, state, run } = stepperOf();
    stepper.start(1);
    run(100);
    state.isShown = false;
    run(1000);
    const waited = steps.filter(({ at }) => at > 110 && at < 1000);
    expect(waited).toEqual([]);
    state.isShown = true;
    run(1400);
    const gaps = steps.filter(({ at }) => at >= 1000).map(({ at }, i, all) => at - (all[i - 1]?.at ?? -100));
    expect(Math.min(...gaps)).toBeGreaterThan(16);
    expect(gaps.length).toBeLessThanOrEqual(11);
  });

  it('takes another direction at once', () => {
    const { stepper, steps, run } = stepperOf();
    stepper.start(1);
    run(100);
    stepper.start(-1);
    run(130);
    expect(steps.at(-1)?.frames).toBe(-1);
  });
});
