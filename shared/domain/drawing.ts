/** What a coach draws on the picture of a clip. Pure data: `shared/picture/drawingShapes.ts` says what it looks like. */

export const DRAWING_TOOLS = [
  'line',
  'arrow',
  'angle',
  'vertical',
  'horizontal',
  'circle',
  'freehand',
  'text',
  'stopwatch',
  'counter',
  'rearfoot',
] as const;
export type DrawingTool = (typeof DRAWING_TOOLS)[number];

/**
 * Points that each tool takes: fewest and most. An angle has its corner second, a circle its middle first; `vertical` and
 * `horizontal` are a line with its angle to the upright and to the level. Rearfoot: two marks on the line of the calf, the upper one
 * first, then two on the back of the heel.
 */
export const POINTS_OF_TOOL: Readonly<Record<DrawingTool, readonly [fewest: number, most: number]>> = {
  line: [2, 2],
  arrow: [2, 2],
  angle: [3, 3],
  vertical: [2, 2],
  horizontal: [2, 2],
  circle: [2, 2],
  freehand: [2, 500],
  text: [1, 1],
  stopwatch: [1, 1],
  counter: [1, 1],
  rearfoot: [4, 4],
};

/** Colours that stay apart with every kind of colour blindness (Okabe and Ito); the dark blue would drown in dark video. */
export const DRAWING_COLOURS = {
  yellow: '#f0e442',
  orange: '#e69f00',
  sky: '#56b4e9',
  green: '#009e73',
  vermilion: '#d55e00',
  purple: '#cc79a7',
  white: '#ffffff',
} as const satisfies Readonly<Record<string, string>>;
export type DrawingColour = keyof typeof DRAWING_COLOURS;

/** Pixels of the upright picture. */
export interface DrawingPoint {
  readonly x: number;
  readonly y: number;
  /** Keypoint that it goes along with: it keeps the distance that it has to it in the drawing's frame. Null: it stays. */
  readonly joint: number | null;
}

export interface Drawing {
  readonly id: string;
  readonly clipId: string;
  readonly tool: DrawingTool;
  readonly colour: DrawingColour;
  /** Frame in which its points were placed. */
  readonly frame: number;
  /** First and last frame that show it. */
  readonly fromFrame: number;
  readonly toFrame: number;
  readonly points: readonly DrawingPoint[];
  /** What a text says; null for the others. */
  readonly text: string | null;
  /** Increasing frames: where a stopwatch starts and stops (it runs on without the second), where a counter counts. */
  readonly marks: readonly number[];
}

/** A drawing as it is made, before the library gives it its id. */
export type DrawingInput = Omit<Drawing, 'id'>;

/** Why a drawing cannot be stored, or undefined. */
export function drawingProblem(
  { tool, frame, fromFrame, toFrame, points, text, marks }: DrawingInput,
  frameCount: number,
): string | undefined {
  const [fewest, most] = POINTS_OF_TOOL[tool];
  if (points.length < fewest || points.length > most) return `points: ${points.length} for ${tool}`;
  if (fromFrame > toFrame || toFrame >= frameCount) return 'toFrame: outside the clip';
  if (frame < fromFrame || frame > toFrame) return 'frame: outside its range';
  if ((tool === 'text') !== (text !== null)) return `text: for ${tool}`;
  if (marks.some((mark, i) => mark >= frameCount || mark <= (marks[i - 1] ?? -1)))
    return 'marks: not in order';
  const marked = tool === 'counter' || tool === 'stopwatch';
  if (marked ? marks.length === 0 : marks.length > 0) return `marks: for ${tool}`;
  if (tool === 'stopwatch' && marks.length > 2) return 'marks: a stopwatch starts and stops once';
  return undefined;
}
