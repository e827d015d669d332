import { describe, expect, it } from 'vitest';
import { shares } from './eventPlot.ts';
import type { MetricError } from './metricErrors.ts';
import { linearScale } from './plotSvg.ts';
import { type MeasuredSet, plotsOf } from './plots.ts';
import { runnerPlot } from './runnerPlot.ts';
import type { Row } from './table.ts';

describe('an axis', () => {
  it('holds all values between its ends, with round ticks', () => {
    const scale = linearScale([-5.2, 3.9, 0], 100, 0, 6);
    expect(scale.ticks).toEqual([-4, -2, 0, 2, 4]);
    expect(scale.decimals).toBe(0);
    expect(scale.at(-5.2)).toBeLessThan(100);
    expect(scale.at(3.9)).toBeGreaterThan(0);
    expect(scale.at(-5.2) + scale.at(3.9)).toBeCloseTo(100, 9);
  });

  it('takes small and single values', () => {
    const small = linearScale([0.251, 0.382], 0, 100, 5);
    expect(small.ticks.map((tick) => tick.toFixed(small.decimals))).toEqual(['0.25', '0.30', '0.35']);
    expect(linearScale([7], 0, 100, 5).at(7)).toBeCloseTo(50, 9);
  });
});

it('shares events out to bins round no error', () => {
  const bins = shares([-0.9, 0.9, 2.1, 40]);
  expect(bins[15]).toBe(50);
  expect(bins[16]).toBe(25);
  expect(bins.reduce((sum, share) => sum + share, 0)).toBe(75);
});

const row = (leg: 'near' | 'far', bias: number): Row => ({
  ...{ quantity: 'contact_time', unit: 'ms', fps: 120, leg, bias, sd: 3.21, rmse: 4, n: 3, withinTotal: 3 },
});
const error = (leg: 'near' | 'far', truth: number, by: number): MetricError => ({
  ...{ id: 'contact_time', leg, truth, error: by, repeat: 9, total: 20 },
});
const measured: MeasuredSet = {
  table: {
    ...{ set: 'test', view: 'side', fps: 120, runners: 3, coverage: [], landings: [] },
    rows: [row('near', -2.5), row('far', 1.04)],
  },
  errors: [error('near', 220, -5), error('near', 250, 0), error('near', 280, -2.5), error('far', 250, 1.04)],
  contacts: [],
};

describe('the sheet of real runners', () => {
  const figures = (bias: number) => ({
    ...{ rmse: 1, bias, worstRunner: bias, over8: 0 },
    runners: [
      { runner: 'A', bias },
      { runner: 'B', bias: -bias },
    ],
  });
  const names = ['initialContact', 'toeOff', 'contactTime'] as const;
  const common = { fps: 120, runners: 2, trials: 6, missed: 0, false: 0, coverage: [] };
  const none = { right: 0, wrong: 0, uncertain: 0 };
  const landing = { clear: none, classes: none, near: { called: 0, uncertain: 0 }, labels: [] };
  const joints = [{ ...common, events: names.map((name) => ({ name, ...figures(3) })), landing }];
  const both = (['near', 'far'] as const).flatMap((leg) =>
    names.map((name) => ({ name, leg, ...figures(12) })),
  );
  const seen = [
    {
      ...common,
      supposedPercent: 0,
      refused: {},
      events: both,
      angles: [],
      findings: [],
      trialsWithFalse: 0,
    },
  ];

  it('marks every runner of every kind, and is not there without runners', () => {
    expect(runnerPlot({ joints: [], seen: [] })).toBeUndefined();
    const svg = runnerPlot({ joints, seen })?.svg ?? '';
    expect(svg.match(/M[\d. ]+h0/g)).toHaveLength(6);
    expect(svg.match(/l3\.3 5\.8/g)).toHaveLength(6);
    expect(svg.match(/h5\.2v5\.2/g)).toHaveLength(6);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });
});

describe('a sheet of errors', () => {
  const [steps] = plotsOf([measured]).filter(({ name }) => name === 'errors-side-steps');

  it('marks every clip-side and writes bias, spread and number of each leg', () => {
    expect(steps?.svg).toContain('near: bias −2.5, SD 3.2, n 3');
    expect(steps?.svg).toContain('far: bias 1.0, SD 3.2, n 3');
    expect(steps?.svg).toContain('True contact time (ms)');
    // Three discs and the one of the key; a triangle and its key.
    expect(steps?.svg.match(/M[\d. ]+h0/g)).toHaveLength(4);
    expect(steps?.svg.match(/l3\.3 5\.8/g)).toHaveLength(2);
    expect(steps?.svg).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('is the same every time, and leaves out what was not measured', () => {
    expect(plotsOf([measured])).toEqual(plotsOf([measured]));
    expect(plotsOf([measured]).map(({ name }) => name)).not.toContain('errors-rear');
  });
});
