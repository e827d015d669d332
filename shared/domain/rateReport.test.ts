import { describe, expect, it } from 'vitest';
import { containerFps, irregularShare } from './frameTable.ts';
import { rateReport } from './rateReport.ts';

const tableOf = (times: readonly number[]) => ({ firstPts: 0, times: Float64Array.from(times) });
const constant = (fps: number, frames: number): number[] => Array.from({ length: frames }, (_, i) => i / fps);

describe('rateReport', () => {
  it('knows a constant rate', () => {
    const report = rateReport(tableOf(constant(30000 / 1001, 100)));
    expect(report).toMatchObject({ kind: 'constant', irregularShare: 0, duplicates: [], holes: [] });
    expect(report?.fps).toBeCloseTo(30000 / 1001, 6);
  });

  it('sees through times that a container rounds to milliseconds', () => {
    const rounded = tableOf(constant(240, 241).map((time) => Math.round(time * 1000) / 1000));
    expect(rateReport(rounded)).toMatchObject({ kind: 'constant', irregularShare: 0 });
    expect(containerFps(rounded)).toBeCloseTo(240, 6);
    // The same intervals on a fine clock are no rounding.
    const fine = tableOf(constant(240, 241).map((time, i) => Math.round(time * 1000) / 1000 + i * 1e-5));
    expect(irregularShare(fine)).toBeGreaterThan(0.1);
  });

  it('reports frames that are missing from a constant rate', () => {
    const times = constant(60, 103).filter((_, i) => i !== 10 && i !== 50 && i !== 51);
    const report = rateReport(tableOf(times));
    expect(report).toMatchObject({
      kind: 'constant',
      holes: [
        { after: 9, missing: 1 },
        { after: 48, missing: 2 },
      ],
    });
    expect(report?.irregularShare).toBeCloseTo(2 / 99, 9);
    expect(report?.fps).toBeCloseTo(60, 6);
  });

  it('reports frames that are there twice', () => {
    const times = constant(60, 100);
    times.splice(41, 0, (times[40] ?? 0) + 1e-6);
    expect(rateReport(tableOf(times))).toMatchObject({ kind: 'constant', duplicates: [41] });
  });

  it('calls a drifting interval variable, without holes', () => {
    const times = [0];
    for (let i = 1; i < 100; i++) times.push((times[i - 1] ?? 0) + (i % 3 === 0 ? 0.055 : 0.033));
    const report = rateReport(tableOf(times));
    expect(report).toMatchObject({ kind: 'variable', holes: [] });
    expect(report?.irregularShare).toBeCloseTo(1 / 3, 2);
  });

  it('has nothing to say about one frame', () => {
    expect(rateReport(tableOf([0]))).toBeUndefined();
    expect(rateReport(tableOf([]))).toBeUndefined();
  });
});
