import { type Drawing, drawing } from '../drawing.ts';
import { sideFigure } from '../figure.ts';
import { marching, runner, striding } from '../poses.ts';
import { beats, cone, floor, grassAt, metronome, quiet, speedLines } from '../props.ts';
import { arrow, dashed, line, ring, turn } from '../shapes.ts';

/** Height of a slope through the middle of the picture, rise over run. */
const slope = (rise: number) => (x: number) => 14 + rise * (x - 120);
const DEGREES = (rise: number) => (Math.atan(rise) * 180) / Math.PI;
const ground = (rise: number) => line([6, slope(rise)(6) - 2], [234, slope(rise)(234) - 2]);
const DOWN = -0.12;
const UP = 0.14;

/** Pictures of running drills. */
export const RUNS: Readonly<Record<string, Drawing>> = {
  F1: drawing('Easy running to and fro between two cones on grass.', [
    floor(),
    ...grassAt(70, 104, 150, 180),
    cone(24),
    cone(216),
    runner(112),
    ...arrow([140, 96], [196, 96], [206, 84], [190, 76], [162, 76]),
    ...arrow([84, 76], [44, 76], [34, 88], [50, 96], [72, 96]),
  ]),
  F2: drawing('A short, quick run in socks along a hallway.', [
    floor(),
    line([6, 118], [234, 118]),
    line([6, -2], [6, 118]),
    line([182, -2], [182, 78], [216, 78], [216, -2]),
    ring(188, 36, 2),
    striding(112),
    ...speedLines(44, 60),
    ...arrow([146, 100], [172, 100]),
  ]),
  F4: drawing('An easy run with quiet steps: the shin stands upright as the foot lands under the body.', [
    floor(),
    sideFigure({
      hip: [104, 49],
      lean: 8,
      near: { ball: [124, 0] },
      far: { thigh: -4, knee: 92, pitch: -70 },
      nearArm: { arm: -48, elbow: 82 },
      farArm: { arm: 28, elbow: 88 },
    }),
    dashed([116, 0], [116, 124]),
    ...quiet([170, 40]),
  ]),
  F6: drawing(
    'Short relaxed strides down a gentle slope, toes up before the foot lands.',
    [
      ground(DOWN),
      sideFigure({
        hip: [104, slope(DOWN)(104) + 55],
        lean: 4,
        near: { thigh: 30, knee: 22, pitch: 16 },
        far: { thigh: -22, knee: 42, pitch: -62 },
        nearArm: { arm: -44, elbow: 80 },
        farArm: { arm: 26, elbow: 86 },
      }),
      ...arrow([162, 74], [210, 67]),
      ...turn([126, 22], 18, -30, 45),
    ],
    slope(DOWN),
  ),
  F7: drawing('Tiny, very quick steps on the spot.', [
    floor(),
    ...grassAt(50, 70, 180, 200),
    sideFigure({
      hip: [116, 56],
      lean: 6,
      near: { ball: [122, 0], pitch: -34, toes: 0 },
      far: { thigh: 34, knee: 62, pitch: -24 },
      nearArm: { arm: -40, elbow: 86 },
      farArm: { arm: 24, elbow: 90 },
    }),
    ...arrow([150, 4], [150, 24]),
    ...arrow([162, 24], [162, 4]),
    ...arrow([174, 4], [174, 24]),
  ]),
  F9: drawing(
    'A relaxed run up a gentle hill.',
    [ground(UP), runner(110, slope(UP), DEGREES(UP), 10), ...arrow([160, 84], [206, 91])],
    slope(UP),
  ),
  F10: drawing('A relaxed quick stride: the foot lands under the hips.', [
    floor(),
    runner(120, undefined, 0, 10),
    ring(126, 4, 13),
    ...speedLines(44, 62),
    ...arrow([160, 96], [210, 96]),
  ]),
  F11: drawing('First tall marching with high knees, then running with the same posture.', [
    floor(),
    marching(52),
    ...arrow([96, 56], [122, 56]),
    striding(172),
    ...speedLines(116, 76).slice(0, 2),
  ]),
  F12: drawing('A steady run to the beat of a metronome, with a firm middle.', [
    floor(),
    runner(88),
    ring(90, 63, 13),
    ...metronome([170, 40]),
    ...beats(16, 160, 183, 206),
  ]),
  X5: drawing('An easy run: every step meets a beat.', [
    floor(),
    runner(66),
    striding(158),
    ...beats(112, 30, 66, 102, 138, 174, 210),
  ]),
};
