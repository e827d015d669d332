import { describe, expect, it } from 'vitest';
import { analyzeSession } from '../../shared/gait/analyzeSession.ts';
import { clipCurves } from '../../shared/gait/curves.ts';
import { exactClip } from '../../shared/gait/invariance.testkit.ts';
import { motText, trcText } from './openSimFiles.ts';

const session = {
  ...{ athlete_height_m: 1.76, speed_mps: 3, incline_percent: 0, shoe: null },
  surface: 'treadmill' as const,
};
const clips = [exactClip('sample'), exactClip('standing'), exactClip('rear')];
const { results } = analyzeSession({ session, clips, edits: [] });
const resultOf = (id: string) => {
  const result = results.find(({ clip }) => clip.id === id);
  if (!result) throw new Error(`invalid sample: no ${id}`);
  return result;
};
const PER_LEG_M = 0.86;

describe('marker positions', () => {
  const lines = trcText('sample.trc', resultOf('sample'), PER_LEG_M).split('\n');
  const markers = (lines[3] ?? '')
    .split('\t')
    .filter((name) => name !== '')
    .slice(2);
  const cells = lines.slice(6, -1).map((line) => line.split('\t'));

  it('have the header that OpenSim reads', () => {
    expect(lines[0]).toBe('PathFileType\t4\t(X/Y/Z)\tsample.trc');
    const head = (lines[2] ?? '').split('\t');
    expect(head.slice(0, 5)).toEqual(['120', '120', String(cells.length), String(markers.length), 'm']);
    expect(markers).toHaveLength(12);
    expect(lines[5]).toBe('');
    expect(cells.every((row) => row.length === 2 + 3 * markers.length)).toBe(true);
    expect(cells[7]?.slice(0, 2)).toEqual(['8', '0.058333']);
  });

  it('are metres: the shin of the near leg is as long as the figure has it, in every frame', () => {
    const of = (row: string[], marker: string, axis: 0 | 1) =>
      Number(row[2 + 3 * markers.indexOf(marker) + axis]);
    const seen = cells.filter((row) => row[2] !== '');
    expect(seen.length).toBeGreaterThan(1300);
    const shins = seen.map((row) =>
      Math.hypot(of(row, 'LKnee', 0) - of(row, 'LAnkle', 0), of(row, 'LKnee', 1) - of(row, 'LAnkle', 1)),
    );
    const thighs = seen.map((row) =>
      Math.hypot(of(row, 'LHip', 0) - of(row, 'LKnee', 0), of(row, 'LHip', 1) - of(row, 'LKnee', 1)),
    );
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(shins) + mean(thighs)).toBeCloseTo(PER_LEG_M, 1);
    // Up is up: hips above knees above ankles.
    expect(seen.every((row) => of(row, 'MidHip', 1) > of(row, 'LAnkle', 1))).toBe(true);
  });

  it('from behind go across, not ahead', () => {
    const rows = trcText('rear.trc', resultOf('rear'), PER_LEG_M).split('\n').slice(6, -1);
    const row = rows.find((line) => line.split('\t')[3] !== '')?.split('\t') ?? [];
    expect(row[2]).toBe('0');
    const right = Number(row[2 + 3 * markers.indexOf('RHip') + 2]);
    expect(right).toBeGreaterThan(Number(row[2 + 3 * markers.indexOf('LHip') + 2]));
  });
});

describe('angles over time', () => {
  it('are in columns named as in OpenSim, one row a time', () => {
    const { times } = clips[0]?.frameTable ?? { times: new Float64Array() };
    const text = motText(clipCurves(resultOf('sample'), times, 1.76), times) ?? '';
    const [head = '', body = ''] = text.split('endheader\n');
    const [names = '', ...rows] = body.trimEnd().split('\n');
    expect(head).toContain('inDegrees=yes');
    expect(head).toContain(`nRows=${rows.length}\n`);
    expect(head).toContain(`nColumns=${names.split('\t').length}\n`);
    expect(names.split('\t')).toEqual(
      expect.arrayContaining(['time', 'knee_angle_l', 'knee_angle_r', 'trunk_lean']),
    );
    const knee = rows.map((row) => Number(row.split('\t')[names.split('\t').indexOf('knee_angle_l')]));
    const read = knee.filter((value) => !Number.isNaN(value));
    expect(Math.max(...read)).toBeGreaterThan(70);
    expect(Math.min(...read)).toBeGreaterThan(-10);
  });
});
