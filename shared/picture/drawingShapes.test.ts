import { describe, expect, it } from 'vitest';
import { type Drawing, drawingProblem } from '../domain/drawing.ts';
import {
  drawingShapes,
  drawingValue,
  type FrameFacts,
  rearfootDeg,
  rearfootHalfWidthDeg,
} from './drawingShapes.ts';
import { simplified } from './simplified.ts';

const facts = (frame: number): FrameFacts => ({
  frame,
  // Every tenth of a second, the eighth frame a tenth late.
  times: Array.from({ length: 20 }, (_, i) => i / 10 + (i >= 8 ? 0.1 : 0)),
  heightPx: 1000,
  // The ankle moves 5 px a frame to the right and is not seen from frame 15 on.
  jointAt: (at, joint) => (joint === 27 && at < 15 ? { x: 100 + 5 * at, y: 800 } : undefined),
});
const drawn = (change: Partial<Drawing>): Drawing => ({
  ...{ id: 'drawing-1', clipId: 'clip-0001', tool: 'line', colour: 'yellow', frame: 4 },
  ...{ fromFrame: 4, toFrame: 4, text: null, marks: [] },
  points: [
    { x: 100, y: 100, joint: null },
    { x: 100, y: 300, joint: null },
  ],
  ...change,
});
const points = (...places: readonly (readonly [number, number])[]) =>
  places.map(([x, y]) => ({ x, y, joint: null }));

describe('what is drawn', () => {
  it('shows in its own frames only', () => {
    expect(drawingShapes(drawn({}), facts(4))).toHaveLength(1);
    expect(drawingShapes(drawn({}), facts(5))).toEqual([]);
    expect(drawingShapes(drawn({ toFrame: 9 }), facts(9))).toHaveLength(1);
  });

  it('goes along with a joint, and is not there where the joint is not seen', () => {
    const following = drawn({
      toFrame: 19,
      points: [
        { x: 130, y: 790, joint: 27 },
        { x: 500, y: 500, joint: null },
      ],
    });
    const [path] = drawingShapes(following, facts(10));
    expect(path).toMatchObject({
      kind: 'path',
      points: [
        { x: 160, y: 790 },
        { x: 500, y: 500 },
      ],
    });
    expect(drawingShapes(following, facts(16))).toEqual([]);
  });

  it('tells angles: at a corner, to the upright and to the level', () => {
    const angle = drawn({ tool: 'angle', points: points([0, 100], [0, 0], [100, 100]) });
    expect(drawingValue(angle, facts(4))).toBe('45°');
    const straight = drawn({ tool: 'angle', points: points([-50, 0], [0, 0], [70, 0]) });
    expect(drawingValue(straight, facts(4))).toBe('180°');
    const leaning = points([100, 500], [130, 300]);
    expect(drawingValue(drawn({ tool: 'vertical', points: leaning }), facts(4))).toBe('9°');
    expect(drawingValue(drawn({ tool: 'horizontal', points: leaning }), facts(4))).toBe('81°');
  });

  it('tells the angle of heel and calf by four marks, with the side it opens to', () => {
    // The calf leans 10 degrees to the right on its way down, the heel 16.
    const lean = (deg: number, x: number, y: number, length: number) => {
      const turn = (deg * Math.PI) / 180;
      return [
        { x, y },
        { x: x + length * Math.sin(turn), y: y + length * Math.cos(turn) },
      ] as const;
    };
    const marks = [...lean(10, 200, 100, 300), ...lean(16, 260, 420, 60)];
    expect(rearfootDeg(marks)).toBeCloseTo(6, 9);
    // Whichever mark of a pair comes first.
    const [a, b, c, d] = marks;
    if (!a || !b || !c || !d) throw new Error('four');
    expect(rearfootDeg([b, a, d, c])).toBeCloseTo(6, 9);
    expect(rearfootDeg([...lean(16, 200, 100, 300), ...lean(10, 260, 420, 60)])).toBeCloseTo(-6, 9);
    expect(rearfootDeg([a, b, c])).toBeUndefined();
    expect(rearfootDeg([a, b, c, c])).toBeUndefined();
    // The short line decides: 2 px across 60.
    expect(rearfootHalfWidthDeg(marks, 2)).toBeCloseTo(
      (Math.atan(Math.hypot(2.83 / 300, 2.83 / 60)) * 180) / Math.PI,
      2,
    );
    const tool = drawn({ tool: 'rearfoot', points: marks.map((point) => ({ ...point, joint: null })) });
    expect(drawingProblem(tool, 20)).toBeUndefined();
    expect(drawingValue(tool, facts(4))).toBe('6°');
    expect(drawingShapes(tool, facts(4)).filter(({ kind }) => kind === 'path')).toHaveLength(3);
  });

  it('draws the arc of an angle on the side of the angle, within its arms', () => {
    const angle = drawn({ tool: 'angle', points: points([300, 0], [0, 0], [0, 300]) });
    const shapes = drawingShapes(angle, facts(4));
    const arc = shapes[1];
    expect(arc?.kind === 'path' && arc.points.every(({ x, y }) => x > -1e-9 && y > -1e-9)).toBe(true);
    expect(
      arc?.kind === 'path' && arc.points.every(({ x, y }) => Math.abs(Math.hypot(x, y) - 70) < 1e-9),
    ).toBe(true);
    expect(shapes[2]).toMatchObject({ kind: 'label', text: '90°' });
  });

  it('puts the head of an arrow on its second point and the rim of a circle through it', () => {
    const arrow = drawingShapes(drawn({ tool: 'arrow' }), facts(4));
    expect(arrow[1]).toMatchObject({ filled: true, points: [{ x: 100, y: 300 }, {}, {}, {}] });
    const [circle] = drawingShapes(drawn({ tool: 'circle' }), facts(4));
    const radii =
      circle?.kind === 'path' ? circle.points.map(({ x, y }) => Math.hypot(x - 100, y - 100)) : [];
    expect(Math.min(...radii)).toBeCloseTo(200, 9);
    expect(Math.max(...radii)).toBeCloseTo(200, 9);
  });

  it('stops the time from frame times, never from a rate, and counts by the minute', () => {
    const place = points([10, 10]);
    const watch = drawn({ tool: 'stopwatch', points: place, fromFrame: 0, toFrame: 19, marks: [4, 10] });
    expect([2, 4, 7, 8, 10, 15].map((frame) => drawingValue(watch, facts(frame)))).toEqual([
      ...['0.000 s', '0.000 s', '0.300 s', '0.500 s', '0.700 s', '0.700 s'],
    ]);
    const counter = drawn({ tool: 'counter', points: place, fromFrame: 0, toFrame: 19, marks: [1, 4, 7] });
    expect([0, 1, 4, 19].map((frame) => drawingValue(counter, facts(frame)))).toEqual([
      ...['0', '1', '2 · 200/min', '3 · 200/min'],
    ]);
  });
});

describe('what may be stored', () => {
  it.each([
    [{ points: points([1, 1]) }, 'points: 1 for line'],
    [{ toFrame: 20 }, 'toFrame: outside the clip'],
    [{ fromFrame: 5, toFrame: 9 }, 'frame: outside its range'],
    [{ text: 'hello' }, 'text: for line'],
    [{ tool: 'counter', points: points([1, 1]) }, 'marks: for counter'],
    [{ tool: 'counter', points: points([1, 1]), marks: [5, 5] }, 'marks: not in order'],
    [
      { tool: 'stopwatch', points: points([1, 1]), marks: [1, 2, 3] },
      'marks: a stopwatch starts and stops once',
    ],
  ] as const)('refuses %j', (change, problem) => {
    expect(drawingProblem(drawn(change), 20)).toBe(problem);
  });
  it('takes what is right', () => expect(drawingProblem(drawn({}), 20)).toBeUndefined());
});

it('draws a hand’s line with few corners that stay within a pixel of it', () => {
  const hand = Array.from({ length: 400 }, (_, i) => ({ x: i, y: 100 + 50 * Math.sin(i / 60) }));
  const few = simplified(hand, 1);
  expect(few.length).toBeLessThan(60);
  expect([few[0], few.at(-1)]).toEqual([hand[0], hand.at(-1)]);
  for (const { x, y } of hand) {
    const at = few.findLastIndex((one) => one.x <= x);
    const [a, b] = [few[at], few[at + 1]];
    if (a && b) expect(Math.abs(a.y + ((b.y - a.y) * (x - a.x)) / (b.x - a.x) - y)).toBeLessThan(1.5);
  }
});
