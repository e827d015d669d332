import type { DrawingTool } from '../../../../shared/domain/drawing.ts';

/** What the pointer does while drawing: takes hold of what is drawn, or draws. */
export type DrawChoice = 'hand' | DrawingTool;

/** Tools in the order of their buttons. */
export const DRAW_CHOICES = [
  'hand',
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
] as const satisfies readonly DrawChoice[];

/** Frames in which a new drawing is shown: its own, those around it, or all. */
export const SPANS = ['frame', 'around', 'clip'] as const;
export type Span = (typeof SPANS)[number];
/** Frames on either side of `around`. */
export const AROUND = 10;

/** These count time: they are shown all the way. */
export const isClock = (tool: DrawChoice): boolean => tool === 'stopwatch' || tool === 'counter';

/** Each of its points may follow its own joint; what else there is follows one joint as a whole. */
export const hasOwnJoints = (tool: DrawingTool): boolean =>
  ['line', 'arrow', 'angle', 'vertical', 'horizontal'].includes(tool);
