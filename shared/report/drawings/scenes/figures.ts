import { type Drawing, drawing } from '../drawing.ts';
import { type SidePose, sideFigure } from '../figure.ts';
import { sideFoot, topFoot } from '../foot.ts';
import { frontFigure } from '../frontFigure.ts';
import { onOneLeg, onToes, standing } from '../poses.ts';
import { block, clock, floor, leadsTo, wall } from '../props.ts';
import { arrow, bothWays, dashed, faint, line, stroke } from '../shapes.ts';

const bentBehind = { thigh: 12, knee: 80, pitch: -60 } as const;
/** A rail to hold on to. */
const rail = (x: number, top: number) => stroke(3, [x, -2], [x, top]);

/** On a step: high on the toes, then the heel below the edge. `far` is the other leg, on the step too where it is left out. */
const stepCalfRaise = (far: SidePose['far'], arrowX: number) => [
  floor(),
  block(56, 90, 16),
  rail(84, 84),
  sideFigure({
    hip: [58, 65],
    near: { ball: [62, 16], pitch: 24, toes: 0 },
    ...(far ? { far } : {}),
    nearArm: { hand: [86, 84] },
  }),
  ...leadsTo(116, 60),
  block(166, 200, 16),
  rail(190, 86),
  onToes(164, 16, far),
  ...bothWays([arrowX, 22], [arrowX, 52]),
];

/** Pictures of the whole body on the spot, from the side, from the front and from behind. */
export const FIGURES: Readonly<Record<string, Drawing>> = {
  M3: drawing('Kneeling with the toes tucked under, sitting back on the heels.', [
    floor(),
    faint(
      ...sideFigure({
        hip: [62, 34],
        near: { thigh: 42, knee: 137, pitch: -88, toes: 0 },
        nearArm: { arm: 28, elbow: 12 },
      }).shapes,
    ),
    sideFigure({
      hip: [55, 22],
      lean: 4,
      near: { thigh: 75, knee: 157, pitch: -86, toes: 0 },
      nearArm: { arm: 26, elbow: 40 },
    }),
    ...arrow([28, 66], [20, 46]),
    ...sideFoot({ at: [164, 61], by: 'ankle', pitch: -84, toes: [70, 84], leg: 86, legLength: 60 }),
  ]),
  M4: drawing('Leaning against a wall, one leg back with its heel down.', [
    floor(),
    wall(148),
    sideFigure({
      hip: [104, 47],
      lean: 18,
      near: { ball: [86, 0] },
      far: { ball: [134, 0] },
      nearArm: { hand: [143, 80] },
      farArm: { hand: [143, 84] },
    }),
    ...arrow([60, 28], [72, 6]),
  ]),
  A5: drawing('Lying on the back, the hips lift until shoulders, hips and knees make one line.', [
    floor(),
    faint(
      ...sideFigure({
        hip: [94, 5],
        lean: -90,
        near: { ball: [134, 0] },
        nearArm: { arm: 92, elbow: 0 },
      }).shapes,
    ),
    sideFigure({
      hip: [92, 22],
      lean: -124,
      nod: 26,
      near: { ball: [134, 0] },
      nearArm: { arm: 84, elbow: 5 },
    }),
    ...arrow([100, 46], [100, 66]),
    ...clock([196, 60], 12),
  ]),
  S6: drawing(
    'On a step: rise high on the toes, then lower the heels below the edge.',
    stepCalfRaise(undefined, 146),
  ),
  S9: drawing('One foot in front of the other: lower until both knees bend, then press up.', [
    floor(),
    sideFigure({
      hip: [56, 49],
      near: { ball: [82, 0] },
      far: { ball: [36, 0], pitch: -38, toes: 0 },
    }),
    ...leadsTo(118, 60),
    sideFigure({
      hip: [172, 31],
      near: { ball: [204, 0] },
      far: { ball: [150, 0], pitch: -62, toes: 0 },
    }),
    ...arrow([226, 84], [226, 52]),
  ]),
  F5: drawing('On one leg on a soft pad, the other leg reaches forward.', [
    floor(),
    { kind: 'faint', shapes: [block(84, 124, 10)] },
    sideFigure({
      hip: [98, 60],
      near: { ball: [107, 10] },
      far: { thigh: 36, knee: 6, pitch: 18 },
      nearArm: { arm: 62, elbow: 16 },
      farArm: { arm: -50, elbow: 10 },
    }),
    ...bothWays([146, 12], [182, 26]),
  ]),
  X1: drawing('Seen from behind, on a step: the free hip sinks, then lifts until it is level.', [
    floor(),
    block(26, 58, 16),
    wall(18),
    frontFigure({ middle: [56, 72], tilt: -14, left: 12, right: 2 }),
    ...arrow([84, 82], [84, 62]),
    ...leadsTo(118, 70),
    block(146, 178, 16),
    wall(138),
    frontFigure({ middle: [176, 71], left: 12, right: 2 }),
    dashed([160, 71], [214, 71]),
    ...arrow([206, 60], [206, 80]),
  ]),
  X2: drawing(
    'On one leg on a step: rise high on the toes, then lower the heel below the edge.',
    stepCalfRaise(bentBehind, 138),
  ),
  X4: drawing('Up on both feet, then down slowly on one foot until the heel is below the step.', [
    floor(),
    block(46, 80, 16),
    rail(80, 84),
    onToes(44, 16, { ball: [51, 16], pitch: -52, toes: 0 }),
    ...arrow([20, 24], [20, 50]),
    ...leadsTo(108, 60),
    block(166, 200, 16),
    rail(190, 86),
    sideFigure({
      hip: [168, 65],
      near: { ball: [172, 16], pitch: 24, toes: 0 },
      far: bentBehind,
      nearArm: { hand: [196, 84] },
    }),
    ...arrow([136, 62], [136, 22]),
    ...clock([222, 104]),
  ]),
  X8: drawing('The body leans forward from the ankles as one straight piece.', [
    floor(),
    wall(150),
    faint(...standing(96).shapes),
    sideFigure({
      hip: [109.4, 51.8],
      lean: 14,
      near: { ball: [103, 0] },
      far: { ball: [106, 0] },
      nearArm: { arm: 4, elbow: 8 },
    }),
    dashed([86, -8], [124, 124]),
  ]),
};

/** Pictures of balance in movement, which stand between the spot and the run. */
export const MOVES: Readonly<Record<string, Drawing>> = {
  F3: drawing('A small jump on two legs: land softly with bent knees, then push off quickly.', [
    floor(),
    sideFigure({
      hip: [58, 34],
      lean: 34,
      near: { ball: [70, 0] },
      far: { ball: [73, 0] },
      nearArm: { arm: -46, elbow: 20 },
    }),
    ...arrow([26, 84], [26, 52]),
    ...leadsTo(114, 60),
    sideFigure({
      hip: [174, 70],
      near: { thigh: 6, knee: 10, pitch: -46 },
      far: { thigh: 12, knee: 14, pitch: -46 },
      nearArm: { arm: 62, elbow: 30 },
    }),
    ...arrow([212, 30], [212, 66]),
    line([160, 0], [188, 0]),
  ]),
  F8: drawing('A hop forward on one leg, and the landing is held still.', [
    floor(),
    onOneLeg(46, 0, { nearArm: { arm: -30, elbow: 40 } }),
    ...arrow([78, 84], [108, 104], [138, 88]),
    sideFigure({
      hip: [166, 46],
      lean: 14,
      near: { ball: [176, 0] },
      far: { thigh: 10, knee: 80, pitch: -60 },
      nearArm: { arm: 48, elbow: 20 },
      farArm: { arm: -30, elbow: 20 },
    }),
    ...clock([218, 92], 12),
  ]),
  X7: drawing('Seen from behind: each foot walks on a rail of its own, as wide as the hips.', [
    frontFigure({ middle: [66, 54.4], left: 4, right: 4 }),
    line([6, -2], [126, -2]),
    stroke(5, [51, -4], [61, -4]),
    stroke(5, [71, -4], [81, -4]),
    faint(stroke(9, [168, -2], [168, 120]), stroke(9, [202, -2], [202, 120])),
    dashed([185, 0], [185, 118]),
    ...topFoot({ at: [202, 4], scale: 0.44 }),
    ...topFoot({ at: [168, 40], scale: 0.44, isLeft: true }),
    ...topFoot({ at: [202, 78], scale: 0.44 }),
    ...arrow([226, 30], [226, 84]),
  ]),
};
