import { describe, expect, it } from 'vitest';
import { isKnown, type Motion, motionAfter, motionUnseen, offLine, predicted } from './motion.ts';

function along(count: number, place: (frame: number) => { x: number; y: number }, from?: Motion): Motion {
  let motion = from;
  for (let frame = 0; frame < count; frame++) motion = motionAfter(motion, place(frame));
  if (motion === undefined) throw new RangeError(`invalid count: ${count}`);
  return motion;
}

describe('motion', () => {
  it('knows a straight line after eight frames and goes on along it unseen', () => {
    const line = (frame: number) => ({ x: 100 + 12 * frame, y: 500 });
    expect(isKnown(along(7, line))).toBe(false);
    const motion = along(8, line);
    expect(isKnown(motion)).toBe(true);
    expect(predicted(motion).x).toBeCloseTo(line(8).x, 3);
    const later = motionUnseen(motionUnseen(motion));
    expect(predicted(later).x).toBeCloseTo(line(10).x, 3);
    expect(later.doubt).toBe(30);
  });

  it('smooths the bounce of a runner, and counts it half', () => {
    const bounce = (frame: number) => ({ x: 300, y: 800 + 20 * Math.sin((2 * Math.PI * frame) / 11) });
    const motion = along(44, bounce);
    expect(Math.abs(motion.vy)).toBeLessThan(2);
    expect(offLine(motion, { x: motion.x + motion.vx, y: motion.y + motion.vy + 20 })).toBeCloseTo(10, 3);
  });

  it('is hardly turned by a passer-by while in doubt', () => {
    const still = motionUnseen(along(30, () => ({ x: 300, y: 800 })));
    const led = along(5, (frame) => ({ x: 300 + 17 * frame, y: 800 }), still);
    expect(led.vx).toBeLessThan(0.7);
    expect(led.doubt).toBe(25);
  });
});
