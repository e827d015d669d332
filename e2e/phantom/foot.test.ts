import { expect, it } from 'vitest';
import { bodyOfHeight } from './body.ts';
import {
  footAngleDeg,
  footAt,
  hingeWhenPlanted,
  pitchFromFootAngle,
  plantedAnkle,
  soleHeight,
} from './foot.ts';

const { foot: shape } = bodyOfHeight(1.75);
const planted = (pitch: number) => {
  const [x, y] = plantedAnkle(shape, pitch);
  return footAt(shape, 'R', [x, y, 0], { pitch, toeHinge: hingeWhenPlanted(pitch), toeOut: 0, lean: 0 });
};

it('touches the ground at every pitch, never sinks', () => {
  for (let deg = -80; deg <= 40; deg += 2) {
    expect(Math.abs(soleHeight(shape, planted((deg * Math.PI) / 180)))).toBeLessThan(1e-9);
  }
});

it('rolls on the heel without slipping', () => {
  // A wheel turning toe-down by 0.1 rad travels forward by radius * 0.1.
  const centreX = (pitch: number) => {
    const { ankle } = planted(pitch);
    const dx = shape.heelCentreX;
    const dy = shape.heelRadius - shape.ankleY;
    return ankle[0] + dx * Math.cos(pitch) - dy * Math.sin(pitch);
  };
  expect(centreX(0.1) - centreX(0.2)).toBeCloseTo(0.1 * shape.heelRadius, 9);
});

it('finds the pitch for a wanted landing angle, toe up and toe down', () => {
  for (const wanted of [-12, -4, 0, 6, 20]) {
    expect(footAngleDeg(shape, planted(pitchFromFootAngle(shape, wanted)))).toBeCloseTo(wanted, 6);
  }
});

it('moves the ankle medially over the heel when it leans', () => {
  const lean = (10 * Math.PI) / 180;
  for (const [side, medial] of [
    ['R', -1],
    ['L', 1],
  ] as const) {
    const foot = footAt(shape, side, [0, shape.ankleY, 0], { pitch: 0, toeHinge: 0, toeOut: 0, lean });
    const angle = Math.atan2(medial * (foot.ankle[2] - foot.heel[2]), foot.ankle[1] - foot.heel[1]);
    expect(angle).toBeCloseTo(lean, 9);
  }
});
