import { describe, expect, it } from 'vitest';
import type { ClipLook } from './clipLook.ts';
import { addTurns, backTurn, QUARTER_TURNS, turnedLook, turnedPoint, turnedSize } from './quarterTurn.ts';

const SIZE = { width: 64, height: 48 };

describe('a turn by quarters, clockwise', () => {
  it('brings the upper left corner round the picture', () => {
    const corners = QUARTER_TURNS.map((turn) => turnedPoint({ x: 0, y: 0 }, SIZE, turn));
    expect(corners).toEqual([
      { x: 0, y: 0 },
      { x: 48, y: 0 },
      { x: 64, y: 48 },
      { x: 0, y: 64 },
    ]);
  });

  it.each(QUARTER_TURNS)('by %i° and back leaves every point and what else it says', (turn) => {
    const point = { x: 5, y: 40, timeS: 0.3 };
    const there = turnedPoint(point, SIZE, turn);
    expect(turnedPoint(there, turnedSize(SIZE, turn), backTurn(turn))).toEqual(point);
  });

  it('adds up, and refuses what is no quarter', () => {
    expect([addTurns(270, 180), addTurns(0, -90), addTurns(180, 180)]).toEqual([90, 270, 0]);
    expect(() => addTurns(0, 45)).toThrow('invalid turn: 0 and 45');
  });

  it('turns the movement of the camera, in shares of the new height', () => {
    const look: ClipLook = {
      ...{ every: 1, luma: [1, 2], blur: [], zoom: [null, 0.1], cuts: [] },
      shift: [null, [0.3, 0]],
    };
    // To the right becomes downwards; 0.3 of 48 pixels are 0.225 of 64.
    const [first, second] = turnedLook(look, SIZE, 90).shift;
    expect(first).toBeNull();
    expect(second?.[0]).toBeCloseTo(0, 12);
    expect(second?.[1]).toBeCloseTo(0.225, 12);
    expect(turnedLook(look, SIZE, 180).shift[1]?.[0]).toBeCloseTo(-0.3, 12);
    expect(turnedLook(look, SIZE, 0)).toBe(look);
  });
});
