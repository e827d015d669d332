import type { AlignmentId, AlignmentLine } from '../domain/alignment.ts';
import type { Shape, ShapePoint } from './drawingShapes.ts';

/** Colours that stay apart with every kind of colour blindness (Okabe and Ito), and on the skeleton; the number says the same again. */
export const ALIGNMENT_COLOURS: Readonly<Record<AlignmentId, string>> = {
  ankle_hip: '#f0e442',
  heel_hip: '#e58fc0',
  shank: '#ffffff',
  heel_ankle: '#f0e442',
  foot_line: '#e58fc0',
  midfoot: '#4fd1a5',
};

/** What stands beside a line on the picture and in the table. */
export const ALIGNMENT_NUMBERS: Readonly<Record<AlignmentId, string>> = {
  ankle_hip: '1',
  heel_hip: '2',
  shank: '3',
  heel_ankle: '4',
  foot_line: '5',
  midfoot: '6',
};

/**
 * The upright through the anchor (dashed), the line from the anchor to the joint, and how far the joint is from the upright, with
 * the number of the definition beside it.
 * @param apartPx how far the number stands from its line, pixels of the picture
 */
export function alignmentShapes({ id, anchor, plumb, joint }: AlignmentLine, apartPx: number): Shape[] {
  const path = (points: readonly ShapePoint[], dashed: boolean): Shape => ({
    ...{ kind: 'path', points, dashed },
    filled: false,
  });
  return [
    path([anchor, plumb], true),
    path([anchor, joint], false),
    path([plumb, joint], false),
    {
      kind: 'label',
      at: labelAt({ id, anchor, plumb, joint }, apartPx),
      text: ALIGNMENT_NUMBERS[id],
    },
  ];
}

/** Where lines lie close to each other, their numbers stand apart: above, below, and on the outside. */
function labelAt(
  { id, anchor, plumb, joint }: Pick<AlignmentLine, 'id' | 'anchor' | 'plumb' | 'joint'>,
  apart: number,
): ShapePoint {
  const outward = joint.x >= plumb.x ? 1 : -1;
  switch (id) {
    case 'ankle_hip':
    case 'foot_line':
      return { x: plumb.x - outward * apart, y: plumb.y - apart / 2 };
    case 'heel_hip':
      return { x: plumb.x - outward * apart, y: plumb.y + apart / 2 };
    case 'shank':
      return { x: (anchor.x + joint.x) / 2 + outward * 1.5 * apart, y: (anchor.y + joint.y) / 2 };
    case 'heel_ankle':
      return { x: joint.x + outward * 1.5 * apart, y: joint.y - apart / 2 };
    case 'midfoot':
      return { x: joint.x + outward * 1.5 * apart, y: joint.y + apart };
  }
}
