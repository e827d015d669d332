import { describe, expect, it } from 'vitest';
import { KEYPOINT_COUNT } from '../../shared/pose/keypoints.ts';
import { drawPlumbLine, drawTrail, type Pen } from './draw.ts';
import { keypointAt } from './keypointReader.ts';
import { boneStyle } from './overlayStyle.ts';
import { type Segment, skeletonScene } from './skeletonScene.ts';

/** One frame, all joints at (index, 2 * index), sure; the right knee is a guess and the left heel is not there. */
function frame(): Float32Array {
  const data = Float32Array.from({ length: KEYPOINT_COUNT * 3 }, (_, i) => {
    const index = Math.floor(i / 3);
    return [index, 2 * index, 0.9][i % 3] ?? 0;
  });
  data[26 * 3 + 2] = 0.2;
  data[29 * 3] = Number.NaN;
  return data;
}

function recordingPen() {
  const calls: unknown[][] = [];
  const log =
    (name: string) =>
    (...values: unknown[]) =>
      void calls.push([name, ...values]);
  const names = ['beginPath', 'moveTo', 'lineTo', 'arc', 'stroke', 'fill', 'setLineDash'] as const;
  const pen = { ...Object.fromEntries(names.map((name) => [name, log(name)])) } as unknown as Pen;
  return { pen, calls };
}
const twice = { scale: 2, offsetX: 10, offsetY: 0 };

describe('skeletonScene', () => {
  const scene = skeletonScene(frame(), 0, { nearSide: 'L', stance: ['R'] });
  const between = (a: number, b: number) => scene.bones.find(({ from, to }) => from.x === a && to.x === b);

  it('tells the near leg from the far one, and the trunk from both', () => {
    expect(between(23, 25)).toMatchObject({ part: 'near', isSure: true, isStance: false });
    expect(between(28, 30)).toMatchObject({ part: 'far', isSure: true, isStance: true });
    expect(between(23, 24)).toMatchObject({ part: 'trunk', isStance: false });
  });

  it('draws the near leg over the far one', () => {
    const parts = scene.bones.map(({ part }) => part);
    expect(parts.lastIndexOf('far')).toBeLessThan(parts.indexOf('near'));
  });

  it('marks what is unsure and leaves out what is not there', () => {
    expect(between(24, 26)?.isSure).toBe(false);
    expect(between(27, 29)).toBeUndefined();
    expect(scene.joints.some(({ at }) => at.x === 29)).toBe(false);
  });

  it('tells left and right apart where no leg is nearer', () => {
    const behind = skeletonScene(frame(), 0, { nearSide: null, stance: [] });
    expect(new Set(behind.bones.map(({ part }) => part))).toEqual(new Set(['trunk', 'left', 'right']));
  });

  it('shows the segments that are wanted', () => {
    const of = (...segments: Segment[]) =>
      skeletonScene(frame(), 0, { nearSide: 'L', stance: [], segments: new Set(segments) });
    expect(new Set(of('R').bones.map(({ part }) => part))).toEqual(new Set(['far']));
    expect(of('R').joints.every(({ part }) => part === 'far')).toBe(true);
    expect(of('trunk').bones.map(({ from, to }) => [from.x, to.x])).toEqual([
      [11, 12],
      [11, 23],
      [12, 24],
      [23, 24],
    ]);
    expect(of('arms').bones).toHaveLength(4);
    expect(of()).toEqual({ bones: [], joints: [] });
  });

  it('is empty beyond the keypoints', () => {
    expect(skeletonScene(frame(), 3, { nearSide: 'L', stance: [] })).toEqual({ bones: [], joints: [] });
    expect(keypointAt(frame(), 0, 29)).toBeUndefined();
  });
});

describe('styles', () => {
  it('differ in colour and in dash between near, far and unsure', () => {
    const [near, far, unsure] = [boneStyle('near', true), boneStyle('far', true), boneStyle('near', false)];
    expect(near.dash).toEqual([]);
    expect(far.dash.length).toBeGreaterThan(0);
    expect(far.colour).not.toBe(near.colour);
    expect(unsure.dash).not.toEqual(far.dash);
    expect(unsure.widthPx).toBeLessThan(far.widthPx);
  });
});

describe('drawing', () => {
  it('draws the plumb line upright through the ankle', () => {
    const { pen, calls } = recordingPen();
    drawPlumbLine(pen, { x: 30, y: 200 }, 100, twice);
    expect(calls.filter(([name]) => name === 'moveTo' || name === 'lineTo').slice(0, 2)).toEqual([
      ['moveTo', 70, 0],
      ['lineTo', 70, 200],
    ]);
  });

  it('leaves a gap in a trail where the point is missing', () => {
    const { pen, calls } = recordingPen();
    const at = (x: number) => ({ x, y: 0 });
    drawTrail(pen, [at(0), at(1), undefined, at(5), at(6), undefined, at(9)], '#fff', twice);
    expect(calls.filter(([name]) => name === 'moveTo')).toEqual([
      ['moveTo', 10, 0],
      ['moveTo', 20, 0],
    ]);
  });
});
