import type { Analysis, Side, Stride } from '../../shared/domain/analysis.ts';
import { DRAWING_COLOURS, type Drawing } from '../../shared/domain/drawing.ts';
import { nearestFrame } from '../../shared/domain/frameTable.ts';
import { drawingShapes, type FrameFacts, type ShapePoint } from '../../shared/picture/drawingShapes.ts';
import { GUESS_STYLE, isSure, LEG_STYLE, SKELETON_COLOURS } from '../../shared/picture/skeletonStyle.ts';
import { BONES, KEYPOINT_STRIDE, LEG, SIDES } from '../../shared/pose/keypoints.ts';
import { FRAME_STRIDE } from '../../shared/pose/track.ts';
import type { InkedFrame, InkedLines, InkedText, PictureSize } from './assScript.ts';

/** Widths of a bone and of a drawing, as shares of the picture's height. */
const BONE_WIDTH = 0.0042;
const DRAWING_WIDTH = 1 / 240;
/** How long a contact is named, true seconds. */
const NAMED_S = 0.12;
const DASHES = 24;
/** Of a bone's width, where one of its ends is a guess. */
const GUESS_WIDTH = GUESS_STYLE.widthPx / LEG_STYLE.near.widthPx;

export interface Inked {
  readonly analysis: Analysis;
  readonly clipId: string;
  /** True seconds of all frames. */
  readonly times: Float64Array;
  /** Keypoints as they were measured and the coach corrected them, frames x 33 x 3; undefined where there are none. */
  readonly pose: Float32Array | undefined;
  readonly drawings: readonly Drawing[];
  readonly size: PictureSize;
}

interface Contact {
  readonly side: Side;
  readonly number: number;
  readonly frame: number;
  readonly startS: number;
  readonly endS: number;
}

/** What is drawn on each frame of a clip: skeleton, the leg on the ground, contacts, drawings, frame number and true time. */
export function* inkedFrames(inked: Inked): Generator<InkedFrame> {
  const { analysis, clipId, times, drawings, size } = inked;
  const contacts = contactsOf(analysis.strides, clipId, times);
  const near = analysis.clips.find(({ id }) => id === clipId)?.near_side ?? null;
  const own = drawings.filter((drawing) => drawing.clipId === clipId);
  for (const [frame, time] of times.entries()) {
    const jointAt: FrameFacts['jointAt'] = (at, joint) => keypoint(inked.pose, at, joint);
    const facts = { frame, times, heightPx: size.height, jointAt };
    const standing = contacts.filter(({ startS, endS }) => time >= startS - 1e-6 && time <= endS);
    const drawn = own.map((drawing) => ({ drawing, shapes: drawingShapes(drawing, facts) }));
    yield {
      lines: [
        ...skeleton(
          facts,
          (joint) => isSure(inked.pose?.[frame * FRAME_STRIDE + joint * KEYPOINT_STRIDE + 2] ?? 0),
          near,
          standing.map(({ side }) => side),
        ),
        ...drawn.flatMap(({ drawing, shapes }) =>
          inkOf(shapes, DRAWING_COLOURS[drawing.colour], size.height),
        ),
      ],
      texts: [
        caption(frame, time, size),
        ...standing.flatMap((contact) => contactName(contact, time, facts)),
        ...drawn.flatMap(({ drawing, shapes }) => labelsOf(shapes, DRAWING_COLOURS[drawing.colour])),
      ],
    };
  }
}

/** Contacts in order, with the time on the ground; one whose toe-off is not known is named but not coloured for long. */
function contactsOf(strides: readonly Stride[], clipId: string, times: Float64Array): Contact[] {
  return strides
    .filter(({ clip }) => clip === clipId)
    .sort((a, b) => a.initial_contact_s - b.initial_contact_s)
    .map(({ side, initial_contact_s, toe_off_s }, i) => ({
      ...{ side, number: i + 1, frame: nearestFrame(times, initial_contact_s) },
      startS: Math.min(initial_contact_s, times[nearestFrame(times, initial_contact_s)] ?? initial_contact_s),
      endS: toe_off_s ?? initial_contact_s + NAMED_S,
    }));
}

function keypoint(pose: Float32Array | undefined, frame: number, joint: number): ShapePoint | undefined {
  const at = frame * FRAME_STRIDE + joint * KEYPOINT_STRIDE;
  const [x, y] = [pose?.[at], pose?.[at + 1]];
  return x === undefined || y === undefined || Number.isNaN(x) || Number.isNaN(y) ? undefined : { x, y };
}

type Part = keyof typeof SKELETON_COLOURS;

/** Bones by what they belong to, the nearest last; the leg on the ground has its own colour, the far one is dashed, a guess is thin. */
function skeleton(
  { frame, jointAt, heightPx }: FrameFacts,
  isSureOf: (joint: number) => boolean,
  near: Side | null,
  stance: readonly Side[],
): InkedLines[] {
  const lines: Record<Part, ShapePoint[][]> = { far: [], trunk: [], near: [], stance: [] };
  const guesses: Record<Part, ShapePoint[][]> = { far: [], trunk: [], near: [], stance: [] };
  for (const [a, b] of BONES) {
    const [from, to] = [jointAt(frame, a), jointAt(frame, b)];
    if (from === undefined || to === undefined) continue;
    const side = SIDES.find((one) => isOf(one, a) && isOf(one, b));
    // From behind no leg is nearer: left and right are told apart instead.
    const isFar = side !== undefined && side !== (near ?? 'L');
    const part = side === undefined ? 'trunk' : stance.includes(side) ? 'stance' : isFar ? 'far' : 'near';
    if (!isSureOf(a) || !isSureOf(b)) guesses[part].push(...dashed([from, to]));
    else lines[part].push(...(isFar ? dashed([from, to]) : [[from, to]]));
  }
  const widthPx = BONE_WIDTH * heightPx;
  return (['far', 'trunk', 'near', 'stance'] as const).flatMap((part) => {
    const colour = SKELETON_COLOURS[part];
    return [
      { colour, lines: guesses[part], widthPx: GUESS_WIDTH * widthPx },
      { colour, lines: lines[part], widthPx: part === 'stance' ? 1.5 * widthPx : widthPx },
    ].filter((inked) => inked.lines.length > 0);
  });
}

const isOf = (side: Side, joint: number): boolean => Object.values(LEG[side]).some((own) => own === joint);

function dashed(points: readonly ShapePoint[]): ShapePoint[][] {
  return points.slice(1).flatMap((to, i) => {
    const from = points[i] ?? to;
    const count = Math.max(2, Math.min(DASHES, Math.round(Math.hypot(to.x - from.x, to.y - from.y) / 12)));
    const at = (share: number) => ({
      x: from.x + share * (to.x - from.x),
      y: from.y + share * (to.y - from.y),
    });
    return Array.from({ length: count }, (_, k) => [at(k / count), at((k + 0.6) / count)]);
  });
}

type Shapes = ReturnType<typeof drawingShapes>;

function inkOf(shapes: Shapes, colour: string, heightPx: number): InkedLines[] {
  const widthPx = DRAWING_WIDTH * heightPx;
  return shapes.flatMap((shape): InkedLines[] =>
    shape.kind === 'label'
      ? []
      : [
          {
            colour,
            widthPx,
            filled: shape.filled,
            lines: shape.dashed ? dashed(shape.points) : [shape.points],
          },
        ],
  );
}

const labelsOf = (shapes: Shapes, colour: string): InkedText[] =>
  shapes.flatMap((shape) =>
    shape.kind === 'label' && shape.text !== '' ? [{ at: shape.at, text: shape.text, colour }] : [],
  );

const caption = (frame: number, time: number, { height }: PictureSize): InkedText => ({
  at: { x: 0.02 * height, y: 0.02 * height },
  text: `frame ${frame} · ${time.toFixed(3)} s`,
  ...{ colour: '#ffffff', anchor: 'topLeft' },
});

/** "left 3", below the foot that comes down. */
function contactName({ side, number, startS }: Contact, time: number, facts: FrameFacts): InkedText[] {
  if (time - startS > NAMED_S) return [];
  const foot = facts.jointAt(facts.frame, LEG[side].ankle);
  if (foot === undefined) return [];
  const y = Math.min(foot.y + 0.09 * facts.heightPx, 0.97 * facts.heightPx);
  return [
    {
      at: { x: foot.x, y },
      text: `${number} ${side === 'L' ? 'left' : 'right'}`,
      colour: SKELETON_COLOURS.stance,
    },
  ];
}
