import { describe, expect, it } from 'vitest';
import { alignedSteps } from './strideTemplate.ts';

/** A leg of two signals that repeats every `strides` samples, with slow wandering errors of the given size. */
function leg(steps: readonly number[], length: number, error: number): Float64Array[] {
  const shape = (t: number, width: number) => Math.exp(-((t / width) ** 2));
  return [60, 90].map((width, signal) =>
    Float64Array.from({ length }, (_, i) => {
      const clean = steps.reduce((sum, step) => sum + shape(i - step, width), 0);
      const wander = Math.sin(i / 23 + signal) + Math.sin(i / 41 + 2 * signal) + Math.sin(i / 17);
      return clean + error * wander;
    }),
  );
}

const OPTIONS = { from: -120, to: 80, grain: 1, stride: 700 } as const;
const TRUE_STEPS = Array.from({ length: 14 }, (_, k) => 400 + 700 * k + 9 * Math.sin(3 * k));
const spread = (found: readonly number[]) => {
  const errors = found.map((at, k) => at - (TRUE_STEPS[k] ?? 0));
  const centre = errors.reduce((a, b) => a + b, 0) / errors.length;
  return Math.sqrt(errors.reduce((sum, e) => sum + (e - centre) ** 2, 0) / errors.length);
};

describe('the template of the own stride', () => {
  it('puts guesses that scatter by 20 ms back to within two', () => {
    const guesses = TRUE_STEPS.map((step, k) => step + 20 * Math.sin(7 * k + 1));
    const found = alignedSteps(leg(TRUE_STEPS, 10_200, 0.02), guesses, OPTIONS);
    expect(spread(guesses)).toBeGreaterThan(12);
    expect(found).toHaveLength(14);
    expect(spread(found)).toBeLessThan(2);
  });

  it('leaves the mean instant to whoever guessed it', () => {
    const found = alignedSteps(
      leg(TRUE_STEPS, 10_200, 0),
      TRUE_STEPS.map((step) => step + 31),
      OPTIONS,
    );
    found.forEach((at, k) => {
      expect(at - (TRUE_STEPS[k] ?? 0)).toBeCloseTo(31, 0);
    });
  });

  it('brings two bad guesses in a row back onto the beat, and fills a gap where the leg steps', () => {
    const guesses = TRUE_STEPS.flatMap((step, k) => (k === 9 ? [] : [k === 4 || k === 5 ? step + 85 : step]));
    const found = alignedSteps(leg(TRUE_STEPS, 10_200, 0.01), guesses, OPTIONS);
    expect(found).toHaveLength(14);
    expect(spread(found)).toBeLessThan(3);
  });

  it('does not fill a gap in which the leg stands still', () => {
    const without = TRUE_STEPS.filter((_, k) => k !== 9);
    expect(alignedSteps(leg(without, 10_200, 0), without, OPTIONS)).toHaveLength(13);
  });

  it('is the same in slow motion, and leaves a handful of steps as they are', () => {
    const slow = alignedSteps(
      leg(TRUE_STEPS, 10_200, 0.02).map((series) =>
        Float64Array.from({ length: 4 * series.length }, (_, i) => series[Math.floor(i / 4)] ?? 0),
      ),
      TRUE_STEPS.map((step, k) => 4 * (step + 20 * Math.sin(7 * k + 1))),
      { from: -480, to: 320, grain: 4, stride: 2800 },
    );
    expect(spread(slow.map((at) => at / 4))).toBeLessThan(2);
    expect(alignedSteps(leg([400, 1100], 2000, 0), [420, 1090], OPTIONS)).toEqual([420, 1090]);
  });
});
