import { expect, it } from 'vitest';
import { type CameraParams, defaultCamera, project } from './camera.ts';

const side: CameraParams = defaultCamera('side', 1.75);

it('shows the direction of travel to the left or to the right as asked', () => {
  const xOf = (camera: CameraParams, forward: number) => project(camera, [forward, 1, 0])[0];
  expect(xOf(side, 0.5)).toBeLessThan(xOf(side, 0));
  const right: CameraParams = { ...side, facing: 'right' };
  expect(xOf(right, 0.5)).toBeGreaterThan(xOf(right, 0));
});

it('puts the left leg near in a view to the left, the right leg on the right from behind', () => {
  const height = (camera: CameraParams, z: number) => {
    const top = project(camera, [0, 1.5, z])[1];
    return project(camera, [0, 0.5, z])[1] - top;
  };
  expect(height(side, -0.1)).toBeGreaterThan(height(side, 0.1));
  const rear = defaultCamera('rear', 1.75);
  expect(project(rear, [0, 1, 0.1])[0]).toBeGreaterThan(project(rear, [0, 1, -0.1])[0]);
  const front = defaultCamera('front', 1.75);
  expect(project(front, [0, 1, 0.1])[0]).toBeLessThan(project(front, [0, 1, -0.1])[0]);
});

it('makes an upright line lean by the roll', () => {
  for (const rollDeg of [-6, 4]) {
    const camera = { ...side, rollDeg };
    const [x0, y0] = project(camera, [0, 0.2, 0]);
    const [x1, y1] = project(camera, [0, 1.6, 0]);
    expect((Math.atan2(x0 - x1, y0 - y1) * 180) / Math.PI).toBeCloseTo(rollDeg, 1);
  }
});

it('shows a standing runner at least 600 px tall', () => {
  const [, top] = project(side, [0, 1.75, 0]);
  const [, bottom] = project(side, [0, 0, 0]);
  expect(bottom - top).toBeGreaterThan(600);
});
