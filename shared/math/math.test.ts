import { describe, expect, it } from 'vitest';
import { bootstrapMean, seededRandom } from './bootstrap.ts';
import { lowPass } from './butterworth.ts';
import { normalCdf, normalQuantile, tQuantile95 } from './distributions.ts';
import { hampelOutliers } from './hampel.ts';
import { findPeaks } from './peaks.ts';
import { dominantFrequency, periodByAutocorrelation } from './spectrum.ts';
import { cubicSpline } from './spline.ts';
import {
  curvature,
  fitLine,
  median,
  quantile,
  quantileOfSorted,
  robustSpread,
  standardDeviation,
  trimmedMean,
} from './statistics.ts';

const sine = (hz: number, sampleHz: number, n: number, phase = 0) =>
  Float64Array.from({ length: n }, (_, i) => Math.sin((2 * Math.PI * hz * i) / sampleHz + phase));

describe('statistics', () => {
  it('agrees with NumPy on quantiles and spread', () => {
    expect(quantile([1, 2, 3, 4], 0.25)).toBeCloseTo(1.75, 12);
    expect(median([3, 1, 2])).toBe(2);
    expect(standardDeviation([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(2.13809, 5);
    expect(robustSpread([1, 1, 2, 2, 4, 6, 9])).toBeCloseTo(1.4826, 6);
    // y = 3 x^2 + 2 x + 1 bends by 6 everywhere.
    expect(curvature([0, 1, 2, 3, 4].map((x) => 3 * x * x + 2 * x + 1))).toBeCloseTo(6, 9);
    expect(curvature([1, 2])).toBeUndefined();
    expect(trimmedMean([0, 1, 2, 3, 4, 5, 6, 7, 8, 1000], 0.1)).toBeCloseTo(4.5, 12);
    expect(median([])).toBeUndefined();
  });

  it('picks the order statistics that sorting gives, with doubles, signs and what is no number', () => {
    const random = seededRandom(11);
    for (let n = 1; n <= 60; n++) {
      const values = Array.from({ length: n }, () => Math.round(20 * random() - 10));
      if (n % 9 === 0) values[n >> 1] = Number.NaN;
      const sorted = Float64Array.from(values).sort();
      for (const q of [0, 0.02, 0.25, 0.5, 0.731, 0.98, 1])
        expect((quantile(values, q) ?? 0) + 0, `${q} of ${values}`).toBe(
          (quantileOfSorted(sorted, q) ?? 0) + 0,
        );
    }
    expect(() => quantile([1], 1.1)).toThrow(RangeError);
  });

  it('fits a line with its standard error', () => {
    const line = fitLine([0, 1, 2, 3], [1, 3.1, 4.9, 7]);
    expect(line?.slope).toBeCloseTo(1.98, 6);
    expect(line?.slopeError).toBeCloseTo(0.0424, 3);
    expect(fitLine([1, 1], [0, 2])).toBeUndefined();
  });
});

describe('distributions', () => {
  it('meets tabled values', () => {
    expect(normalCdf(1.959964)).toBeCloseTo(0.975, 6);
    expect(normalQuantile(0.8)).toBeCloseTo(0.841621, 5);
    expect(tQuantile95(7)).toBeCloseTo(2.365, 3);
    expect(tQuantile95(30)).toBeCloseTo(2.042, 3);
    expect(tQuantile95(12)).toBeCloseTo(2.179, 2);
  });
});

describe('bootstrap', () => {
  it('covers the true mean about 95 times in 100', () => {
    const random = seededRandom(7);
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    let covered = 0;
    for (let run = 0; run < 200; run++) {
      const interval = bootstrapMean(
        Array.from({ length: 20 }, () => [5 + normal()]),
        1000,
        run,
      );
      if (interval && interval.low <= 5 && interval.high >= 5) covered++;
    }
    // 20 values: the bootstrap is known to be a little narrow; 99 % binomial range around 0.93.
    expect(covered).toBeGreaterThan(176);
    expect(covered).toBeLessThan(198);
  });
});

describe('spline', () => {
  it('reproduces a cubic exactly, with its slope', () => {
    const x = [0, 0.3, 0.9, 1.4, 2];
    const f = (t: number) => t ** 3 - 2 * t + 1;
    const spline = cubicSpline(x, x.map(f));
    for (const t of [0.1, 0.5, 1.1, 1.9]) {
      expect(spline.at(t)).toBeCloseTo(f(t), 10);
      expect(spline.slopeAt(t)).toBeCloseTo(3 * t * t - 2, 9);
    }
    expect(spline.at(5)).toBe(f(2));
  });

  it('reproduces a parabola from three points', () => {
    const spline = cubicSpline([0, 1, 3], [0, 1, 9]);
    expect(spline.at(2)).toBeCloseTo(4, 10);
  });
});

describe('low-pass', () => {
  it('is at -3 dB at its cut-off, without lag', () => {
    const n = 1200;
    const filtered = lowPass(sine(10, 120, n), 10, 120);
    const middle = filtered.slice(300, 900);
    expect(Math.max(...middle)).toBeCloseTo(Math.SQRT1_2, 1);
    const slow = lowPass(sine(1, 120, n), 10, 120);
    expect(slow[330]).toBeCloseTo(sine(1, 120, n)[330] ?? 0, 2);
  });
});

describe('spectrum', () => {
  it('finds a frequency between the bins', () => {
    const signal = sine(2.813, 30, 360).map((value, i) => value + 0.01 * i);
    expect(dominantFrequency(signal, 30, 1.2, 4.5)?.hz).toBeCloseTo(2.813, 2);
  });

  it('finds the period and not its multiple', () => {
    expect(periodByAutocorrelation(sine(1.4, 60, 600), 60, 0.3, 4)?.period).toBeCloseTo(1 / 1.4, 2);
    // A slow sway that repeats every sixth period makes that multiple the better match.
    const sway = sine(1 / 6, 60, 1800);
    const swaying = sine(1, 60, 1800).map((value, i) => value + 0.6 * (sway[i] ?? 0));
    expect(periodByAutocorrelation(swaying, 60, 0.3, 10)?.period).toBeCloseTo(1, 1);
  });
});

describe('peaks and outliers', () => {
  it('keeps prominent peaks apart', () => {
    expect(findPeaks(sine(1, 100, 500), 70, 1)).toEqual([25, 125, 225, 325, 425]);
    expect(findPeaks([0, 1, 0.9, 1, 0], 3, 0.5)).toEqual([1]);
    expect(findPeaks([0, 1, 0.9, 1, 0], 1, 0.5)).toEqual([1, 3]);
  });

  it('reports a spike and nothing else', () => {
    const signal = sine(1, 60, 120);
    signal[50] = 9;
    expect(hampelOutliers(signal, 7, 3, 0.5)).toEqual([50]);
  });
});
