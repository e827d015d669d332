import { type Drawing, drawing } from '../drawing.ts';
import { sideFoot, threePoints, topFoot } from '../foot.ts';
import { onOneLeg, sitting, standing } from '../poses.ts';
import { block, box, chair, clock, floor, leadsTo, wall } from '../props.ts';
import {
  arrow,
  bothWays,
  curve,
  faint,
  line,
  type Point,
  ring,
  type Shape,
  stroke,
  turn,
} from '../shapes.ts';

const LEFT: Point = [10, 0];
const RIGHT: Point = [134, 0];

/** The same foot before and after. */
const pair = (before: Omit<Parameters<typeof sideFoot>[0], 'at'>, after: typeof before): Shape[] => [
  floor(),
  ...sideFoot({ at: LEFT, ...before }),
  ...sideFoot({ at: RIGHT, ...after }),
];

const towel = (...points: readonly Point[]): Shape => curve(4, ...points);
const marble = (x: number, y: number) => ring(x, y, 5.5);

/** Pictures that show a foot from near. */
export const CLOSE_UPS: Readonly<Record<string, Drawing>> = {
  M1: drawing('A foot in the air draws a full circle with its toes, the leg stays still.', [
    floor(),
    faint(block(20, 70, 40)),
    ...sideFoot({ at: [118, 52], by: 'ankle', pitch: 68, leg: 112, scale: 0.8, legLength: 122 }),
    ...turn([163, 92], 22, 120, -190),
  ]),
  M2: drawing('The ball of the foot rolls over a small ball, back and forth.', [
    floor(),
    ...sideFoot({ at: [70, 17], toes: [4, -6] }),
    ring(140, 7, 8.5),
    ...bothWays([158, 7], [186, 7]),
  ]),
  M5: drawing('A ball rolls slowly under the sole from the heel to the toes.', [
    floor(),
    ...sideFoot({ at: [74, 18], toes: [0, -8] }),
    ring(118, 8, 9),
    ...arrow([132, 8], [168, 8]),
  ]),
  A1: drawing('Seen from above: the toes are together, then all spread apart.', [
    ...topFoot({ at: [60, 8] }),
    ...leadsTo(120, 60),
    ...topFoot({ at: [180, 8], spread: 1 }),
    ...arrow([160, 104], [148, 96]),
    ...arrow([202, 98], [214, 88]),
  ]),
  A2: drawing('A flat foot, then the arch rises as the ball of the foot is drawn towards the heel.', [
    ...pair({}, { arch: 15 }),
    ...leadsTo(116, 20),
    ...arrow([178, 1], [178, 11]),
    ...arrow([222, 34], [200, 34]),
  ]),
  A3: drawing('The heel stays down while the toes lift and tap.', [
    ...pair({}, { toes: [38, 30] }),
    ...leadsTo(116, 20),
    ...bothWays([232, 6], [232, 34]),
  ]),
  A4: drawing('Standing on one leg. Heel, big-toe ball and little-toe ball carry the weight.', [
    floor(4, 130),
    onOneLeg(62),
    ...threePoints([184, 8], 1.05),
  ]),
  S1: drawing('The toes pull a towel towards the heel.', [
    floor(),
    ...sideFoot({ at: [6, 4], toes: [10, -10], scale: 0.88 }),
    towel([64, 1], [112, 1]),
    ...leadsTo(112, 40),
    ...sideFoot({ at: [124, 4], toes: [-6, -70], scale: 0.88 }),
    towel([176, 0], [182, 9], [187, 0], [193, 10], [198, 0], [204, 8], [209, 1], [232, 1]),
    ...arrow([232, 20], [206, 20]),
  ]),
  S2: drawing('The toes pick up a marble and carry it to a cup.', [
    floor(),
    ...sideFoot({ at: [12, 12], pitch: 6, toes: [-8, -78] }),
    marble(92, 12),
    marble(116, 4),
    marble(132, 4),
    marble(124, 14),
    line([176, 38], [182, 0], [212, 0], [218, 38]),
    marble(192, 7),
    marble(203, 7),
    ...arrow([104, 34], [140, 66], [180, 62], [196, 44]),
  ]),
  S3: drawing('The arch is raised and held: first sitting, then standing.', [
    floor(),
    ...sideFoot({ at: [4, 0], arch: 15 }),
    ...arrow([45, 1], [45, 11]),
    ...clock([72, 66]),
    ...chair(122),
    sitting(122),
    standing(204),
  ]),
  S4: drawing('The toes press a small sandbag down.', [
    floor(),
    ...sideFoot({ at: [62, 0], toes: [40, 6] }),
    faint({
      kind: 'fill',
      smooth: true,
      points: [
        [140, -1],
        [137, 5],
        [144, 11],
        [166, 14],
        [186, 12],
        [196, 7],
        [206, 15],
        [208, 0],
        [197, 3],
        [188, -1],
      ],
    }),
    ...arrow([154, 56], [154, 32]),
  ]),
  S5: drawing('A band lies round the toes, and the toes spread against it.', [
    faint(...topFoot({ at: [60, 4] })),
    line([38, 84], [84, 74]),
    line([39, 91], [86, 81]),
    line([38, 84], [39, 91]),
    line([84, 74], [86, 81]),
    ...leadsTo(120, 60),
    faint(...topFoot({ at: [180, 4], spread: 1 })),
    line([149, 90], [212, 70]),
    line([152, 97], [217, 76]),
    line([149, 90], [152, 97]),
    line([212, 70], [217, 76]),
    ...arrow([146, 98], [132, 102]),
    ...arrow([220, 70], [234, 66]),
  ]),
  S7: drawing('A band pulls at the forefoot; the foot comes up against it, then goes back slowly.', [
    floor(),
    faint(...sideFoot({ at: [96, 28], by: 'ankle', pitch: 40, leg: 140, legLength: 82 })),
    ...sideFoot({ at: [96, 28], by: 'ankle', pitch: 84, leg: 96, legLength: 82 }),
    wall(230, 80),
    stroke(3, [132, 76], [228, 46]),
    ...arrow([186, 74], [174, 90], [154, 98]),
  ]),
  S8: drawing('The toes pull a towel that has a weight on its far end.', [
    floor(),
    ...sideFoot({ at: [28, 4], toes: [-6, -70] }),
    towel([90, 0], [97, 10], [103, 0], [110, 11], [116, 0], [123, 9], [129, 1], [150, 1], [212, 1]),
    block(174, 212, 26, 4),
    ring(193, 33, 8, 4),
    ...arrow([166, 40], [126, 40]),
  ]),
  S10: drawing('Seen from above: the foot turns in against a band, then out.', [
    faint(...topFoot({ at: [62, 8], scale: 0.92 })),
    ...topFoot({ at: [62, 8], scale: 0.92, turned: 24 }),
    stroke(3, [36, 70], [112, 70]),
    stroke(5, [113, 54], [113, 88]),
    ...arrow([70, 108], [40, 110], [18, 100]),
    faint(...topFoot({ at: [182, 8], scale: 0.92 })),
    ...topFoot({ at: [182, 8], scale: 0.92, turned: -24 }),
    stroke(3, [208, 66], [130, 66]),
    stroke(5, [129, 50], [129, 84]),
    ...arrow([176, 110], [204, 108], [226, 96]),
  ]),
  X3: drawing('Standing on one leg with a finger on the wall, the arch of that foot is raised.', [
    floor(),
    wall(104),
    onOneLeg(58, 0, { nearArm: { hand: [86, 76] } }),
    ...sideFoot({ at: [134, 0], arch: 15 }),
    ...arrow([178, 1], [178, 11]),
    ...clock([210, 66]),
  ]),
  X6: drawing('An easy walk on grass, in shoes with a thin, flat sole, for a short time.', [
    floor(4, 130),
    standing(60, 0, {
      near: { ball: [79, 3.4], pitch: 16 },
      far: { ball: [44, 0], pitch: -38, toes: 0 },
      hip: [58, 51.5],
      nearArm: { arm: -24, elbow: 14 },
      farArm: { arm: 22, elbow: 20 },
    }),
    ...sideFoot({ at: [138, 4], scale: 0.9 }),
    box(136, 232, -1, 3),
    ...clock([216, 66]),
    ...arrow([92, 100], [120, 100]),
  ]),
};
