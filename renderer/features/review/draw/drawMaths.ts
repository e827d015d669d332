import type { Drawing, DrawingInput, DrawingPoint, DrawingTool } from '../../../../shared/domain/drawing.ts';
import { pointsIn } from '../../../../shared/picture/drawingShapes.ts';
import { distanceToSegment } from '../../../../shared/picture/simplified.ts';
import { type Keypoints, keypointAt } from '../../../overlay/keypointReader.ts';
import { canvasFromImage, type ImagePoint, type ViewTransform } from '../../../overlay/viewTransform.ts';
import { indexOf, JOINTS } from '../correct/joints.ts';
import { AROUND, hasOwnJoints, isClock, type Span } from './drawTools.ts';

export type JointAt = (frame: number, joint: number) => ImagePoint | undefined;

/** Where the joints of a clip are; nowhere without keypoints. */
export const jointReader =
  (keypoints: Keypoints | undefined): JointAt =>
  (frame, joint) =>
    keypoints === undefined ? undefined : keypointAt(keypoints, frame, joint);

/** Joints that a drawing can follow and the keyboard can go to, by keypoint. */
const FOLLOWED: readonly number[] = [
  ...new Set(JOINTS.flatMap(({ name }) => [indexOf({ name, side: 'L' }), indexOf({ name, side: 'R' })])),
];

export interface NearJoint {
  readonly joint: number;
  readonly at: ImagePoint;
  /** Image pixels. */
  readonly away: number;
}

/** The joints of a frame, the nearest first. */
export const jointsFrom = (point: ImagePoint, frame: number, jointAt: JointAt): NearJoint[] =>
  FOLLOWED.flatMap((joint) => {
    const at = jointAt(frame, joint);
    return at === undefined ? [] : [{ joint, at, away: Math.hypot(at.x - point.x, at.y - point.y) }];
  }).sort((a, b) => a.away - b.away);

/** Joint that the keyboard goes to next, from foot to head and round again; undefined where nobody is seen. */
export function nextJoint(
  from: number | undefined,
  direction: 1 | -1,
  frame: number,
  jointAt: JointAt,
): number | undefined {
  const seen = FOLLOWED.filter((joint) => jointAt(frame, joint) !== undefined);
  const at = from === undefined ? (direction === 1 ? -1 : 0) : seen.indexOf(from);
  return seen[(at + direction + seen.length) % seen.length];
}

/** Points as they are stored: with the nearest joint where the drawing follows the body. */
export function attached(
  points: readonly ImagePoint[],
  tool: DrawingTool,
  frame: number,
  jointAt: JointAt | undefined,
): DrawingPoint[] {
  const nearest = (point: ImagePoint | undefined): number | null =>
    point === undefined || jointAt === undefined
      ? null
      : (jointsFrom(point, frame, jointAt)[0]?.joint ?? null);
  const first = nearest(points[0]);
  return points.map(({ x, y }) => ({ x, y, joint: hasOwnJoints(tool) ? nearest({ x, y }) : first }));
}

/** Frames that show a new drawing. */
export function spanOf(tool: DrawingTool, span: Span, frame: number, frameCount: number) {
  if (span === 'clip' || isClock(tool)) return { fromFrame: 0, toFrame: frameCount - 1 };
  const reach = span === 'around' ? AROUND : 0;
  return { fromFrame: Math.max(0, frame - reach), toFrame: Math.min(frameCount - 1, frame + reach) };
}

/** The drawing with its points as they are in another frame of it; undefined where they cannot be told there. */
export function placedIn<One extends Drawing>(
  drawing: One,
  frame: number,
  jointAt: JointAt,
): One | undefined {
  if (frame === drawing.frame) return drawing;
  const points = pointsIn(drawing, { frame, jointAt });
  if (points.length === 0) return undefined;
  const stays = drawing.points.every(({ joint }) => joint === null);
  if (stays) return { ...drawing, frame };
  return {
    ...drawing,
    frame,
    points: points.map(({ x, y }, i) => ({ x, y, joint: drawing.points[i]?.joint ?? null })),
  };
}

/** Begins or ends the drawing's frames at a frame; what lies on the other side of it moves along. */
export function withEdge(
  drawing: Drawing,
  edge: 'fromFrame' | 'toFrame',
  frame: number,
  jointAt: JointAt,
): Drawing | undefined {
  const wide = {
    ...drawing,
    fromFrame: Math.min(drawing.fromFrame, frame),
    toFrame: Math.max(drawing.toFrame, frame),
  };
  const [from, to] =
    edge === 'fromFrame'
      ? [frame, Math.max(frame, drawing.toFrame)]
      : [Math.min(frame, drawing.fromFrame), frame];
  const inside = Math.min(to, Math.max(from, drawing.frame));
  const placed = placedIn(wide, inside, jointAt);
  return placed && { ...placed, fromFrame: from, toFrame: to };
}

/** A drawing with one point, or all of them, moved by image pixels. */
export const moved = <One extends DrawingInput>(
  drawing: One,
  point: number | undefined,
  dx: number,
  dy: number,
): One => ({
  ...drawing,
  points: drawing.points.map((one, i) =>
    point === undefined || i === point ? { ...one, x: one.x + dx, y: one.y + dy } : one,
  ),
});

/** Where a stopwatch stops, or how often a counter has counted: a frame that was marked already is taken back. */
export function marked(drawing: Drawing, frame: number): Drawing | undefined {
  const [start = 0, stop] = drawing.marks;
  if (drawing.tool === 'stopwatch') {
    if (frame <= start) return { ...drawing, marks: [frame] };
    return { ...drawing, marks: frame === stop ? [start] : [start, frame] };
  }
  if (drawing.tool !== 'counter') return undefined;
  const others = drawing.marks.filter((mark) => mark !== frame);
  if (others.length < drawing.marks.length)
    return others.length === 0 ? undefined : { ...drawing, marks: others };
  return { ...drawing, marks: [...others, frame].sort((a, b) => a - b) };
}

/** What a pointer takes hold of, CSS pixels. */
const POINT_PX = 12;
const LINE_PX = 9;

export interface Held {
  readonly drawing: Drawing;
  /** Absent for the whole drawing. */
  readonly point: number | undefined;
}

/** The drawing under a pointer, one of its points before its lines; the last drawn lies on top. */
export function drawingUnder(
  drawings: readonly Drawing[],
  frame: number,
  jointAt: JointAt,
  view: ViewTransform,
  pointer: { readonly x: number; readonly y: number },
): Held | undefined {
  const placed = drawings
    .map((drawing) => ({
      drawing,
      places: pointsIn(drawing, { frame, jointAt }).map((at) => canvasFromImage(view, at)),
    }))
    .reverse();
  for (const { drawing, places } of placed) {
    if (drawing.tool === 'freehand') continue;
    const point = places.findIndex(({ x, y }) => Math.hypot(x - pointer.x, y - pointer.y) <= POINT_PX);
    if (point >= 0) return { drawing, point: places.length === 1 ? undefined : point };
  }
  const whole = placed.find(({ drawing, places }) => distanceTo(drawing, places, pointer) <= LINE_PX);
  return whole && { drawing: whole.drawing, point: undefined };
}

function distanceTo(
  { tool }: Drawing,
  places: readonly { readonly x: number; readonly y: number }[],
  pointer: { readonly x: number; readonly y: number },
): number {
  const [middle, rim] = places;
  if (tool === 'circle' && middle && rim) {
    const radius = Math.hypot(rim.x - middle.x, rim.y - middle.y);
    return Math.abs(Math.hypot(pointer.x - middle.x, pointer.y - middle.y) - radius);
  }
  return Math.min(
    Number.POSITIVE_INFINITY,
    ...places.slice(1).map((to, i) => distanceToSegment(pointer, places[i] ?? to, to)),
  );
}
