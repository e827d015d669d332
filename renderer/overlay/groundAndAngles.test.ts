import { describe, expect, it } from 'vitest';
import { KEYPOINT_COUNT, LEG, SHOULDERS } from '../../shared/pose/keypoints.ts';
import { angleScene } from './angleScene.ts';
import { groundLine } from './groundLine.ts';

type Place = readonly [joint: number, x: number, y: number];

function track(frames: number, placesOf: (frame: number) => readonly Place[]): Float32Array {
  const data = new Float32Array(frames * KEYPOINT_COUNT * 3).fill(Number.NaN);
  for (let frame = 0; frame < frames; frame++)
    for (const [joint, x, y] of placesOf(frame)) data.set([x, y, 1], (frame * KEYPOINT_COUNT + joint) * 3);
  return data;
}
const { hip, knee, ankle, heel, footIndex } = LEG.L;

describe('the ground line', () => {
  const standing = [0, 20, 40, 60].map((from) => ({ side: 'L' as const, from, to: from + 10 }));
  /** Foot flat at x, ground falling by 0.05 to the right from 600 px. */
  const footAt = (x: number): readonly Place[] => [
    [hip, x, 300],
    [ankle, x, 590 + 0.05 * x],
    [heel, x - 20, 600 + 0.05 * x],
    [footIndex, x + 20, 600 + 0.05 * x],
  ];

  it('lies on the belt: the way of the standing toe gives its slope', () => {
    const line = groundLine(
      track(80, (frame) => footAt(500 - 6 * (frame % 20))),
      standing,
      5,
    );
    expect(line?.slope).toBeCloseTo(0.05, 3);
    expect(line?.at.x).toBeCloseTo(470, 3);
    expect(line?.at.y).toBeCloseTo(600 + 0.05 * 470, 1);
  });

  it('goes through all standing feet of a runner who passes', () => {
    const line = groundLine(
      track(80, (frame) => footAt(100 + 250 * Math.floor(frame / 20))),
      standing,
      25,
    );
    expect(line?.slope).toBeCloseTo(0.05, 3);
    expect(line?.at).toMatchObject({ x: 350 });
  });

  it('stays under the last foot while nobody stands, and is not drawn where no foot was seen', () => {
    const data = track(80, (frame) => footAt(500 - 6 * (frame % 20)));
    expect(groundLine(data, standing, 15)?.at.y).toBeCloseTo(600 + 0.05 * 470, 1);
    expect(groundLine(data, [], 15)).toBeUndefined();
    expect(
      groundLine(
        track(80, () => []),
        standing,
        15,
      ),
    ).toBeUndefined();
  });
});

describe('angles of a frame', () => {
  const data = track(1, () => [
    [LEG.L.hip, 500, 300],
    [LEG.R.hip, 500, 300],
    [SHOULDERS.L, 480, 100],
    [SHOULDERS.R, 480, 100],
    [knee, 480, 450],
    [ankle, 440, 600],
    [heel, 455, 620],
    [footIndex, 400, 610],
  ]);
  const options = {
    ...({ side: 'L', forward: -1, heightPx: 720 } as const),
    textOf: (name: string, deg: number) => `${name} ${deg.toFixed(0)}°`,
  };

  it('have the signs of the measurements: a runner to the left, ankle ahead, toe up, leaning forward', () => {
    const seen = Object.fromEntries(angleScene(data, 0, options).map(({ name, deg }) => [name, deg]));
    const deg = (dy: number, dx: number) => (Math.atan2(dy, dx) * 180) / Math.PI;
    expect(seen['trunk']).toBeCloseTo(deg(20, 200), 9);
    expect(seen['shank']).toBeCloseTo(deg(40, 150), 4);
    expect(seen['foot']).toBeCloseTo(deg(10, 55), 4);
    // The shank leans further than the thigh: overstretched.
    expect(seen['knee']).toBeCloseTo(deg(20, 150) - deg(40, 150), 4);
  });

  it('turn round with the direction, and are left out where an end is missing', () => {
    const other = angleScene(data, 0, { ...options, forward: 1 });
    expect(other.find(({ name }) => name === 'shank')?.deg).toBeLessThan(0);
    const footless = data.slice();
    footless[heel * 3] = Number.NaN;
    expect(angleScene(footless, 0, options).map(({ name }) => name)).toEqual(['trunk', 'knee', 'shank']);
  });
});
