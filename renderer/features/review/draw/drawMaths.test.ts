import { describe, expect, it } from 'vitest';
import type { Drawing } from '../../../../shared/domain/drawing.ts';
import {
  attached,
  drawingUnder,
  type JointAt,
  marked,
  moved,
  nextJoint,
  spanOf,
  withEdge,
} from './drawMaths.ts';

/** Left hip and ankle, ten pixels further in every frame, seen until frame 20. */
const jointAt: JointAt = (frame, joint) => {
  if (frame > 20) return undefined;
  if (joint === 23) return { x: 100 + 10 * frame, y: 300 };
  return joint === 27 ? { x: 100 + 10 * frame, y: 600 } : undefined;
};
const drawing: Drawing = {
  ...{ id: 'drawing-1', clipId: 'clip-0001', tool: 'line', colour: 'yellow', text: null, marks: [] },
  ...{ frame: 5, fromFrame: 0, toFrame: 30 },
  points: [
    { x: 150, y: 300, joint: 23 },
    { x: 155, y: 600, joint: 27 },
  ],
};

it('each end of a line follows the joint next to it, a circle follows one joint as a whole', () => {
  const ends = [
    { x: 148, y: 310 },
    { x: 160, y: 590 },
  ];
  expect(attached(ends, 'line', 5, jointAt).map(({ joint }) => joint)).toEqual([23, 27]);
  expect(attached(ends, 'circle', 5, jointAt).map(({ joint }) => joint)).toEqual([23, 23]);
  expect(attached(ends, 'line', 25, jointAt).map(({ joint }) => joint)).toEqual([null, null]);
  expect(attached(ends, 'line', 5, undefined).map(({ joint }) => joint)).toEqual([null, null]);
});

it('is shown in its frame, around it, or all the way; clocks all the way', () => {
  expect(spanOf('line', 'frame', 5, 100)).toEqual({ fromFrame: 5, toFrame: 5 });
  expect(spanOf('line', 'around', 5, 100)).toEqual({ fromFrame: 0, toFrame: 15 });
  expect(spanOf('stopwatch', 'frame', 5, 100)).toEqual({ fromFrame: 0, toFrame: 99 });
});

describe('edges of the frames that show it', () => {
  it('take the points along to a frame that is still inside', () => {
    expect(withEdge(drawing, 'fromFrame', 10, jointAt)).toMatchObject({
      ...{ frame: 10, fromFrame: 10, toFrame: 30 },
      points: [
        { x: 200, y: 300, joint: 23 },
        { x: 205, y: 600, joint: 27 },
      ],
    });
    expect(withEdge(drawing, 'toFrame', 8, jointAt)).toMatchObject({ frame: 5, fromFrame: 0, toFrame: 8 });
  });
  it('are refused where the joints are not seen', () => {
    expect(withEdge(drawing, 'fromFrame', 25, jointAt)).toBeUndefined();
  });
});

it('is taken by a point before a line, and moved by that point alone', () => {
  const view = { scale: 0.5, offsetX: 20, offsetY: 0 };
  const at = (x: number, y: number) =>
    drawingUnder([drawing], 6, jointAt, view, { x: x * view.scale + view.offsetX, y: y * view.scale });
  expect(at(160, 300)).toMatchObject({ point: 0 });
  expect(at(162, 450)).toMatchObject({ drawing: { id: 'drawing-1' }, point: undefined });
  expect(at(300, 450)).toBeUndefined();
  expect(moved(drawing, 1, 3, -4).points).toEqual([drawing.points[0], { x: 158, y: 596, joint: 27 }]);
});

it('stops a stopwatch, goes on without its stop, and counts each frame once', () => {
  const watch: Drawing = { ...drawing, tool: 'stopwatch', marks: [5] };
  expect(marked(watch, 12)?.marks).toEqual([5, 12]);
  expect(marked({ ...watch, marks: [5, 12] }, 12)?.marks).toEqual([5]);
  expect(marked({ ...watch, marks: [5, 12] }, 3)?.marks).toEqual([3]);
  const counter: Drawing = { ...drawing, tool: 'counter', marks: [5, 9] };
  expect(marked(counter, 7)?.marks).toEqual([5, 7, 9]);
  expect(marked(counter, 9)?.marks).toEqual([5]);
  expect(marked({ ...counter, marks: [5] }, 5)).toBeUndefined();
  expect(marked(drawing, 5)).toBeUndefined();
});

it('goes from joint to joint and round again', () => {
  expect(nextJoint(undefined, 1, 5, jointAt)).toBe(23);
  expect(nextJoint(23, 1, 5, jointAt)).toBe(27);
  expect(nextJoint(27, 1, 5, jointAt)).toBe(23);
  expect(nextJoint(undefined, -1, 5, jointAt)).toBe(27);
  expect(nextJoint(undefined, 1, 25, jointAt)).toBeUndefined();
});
