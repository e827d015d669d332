import { z } from 'zod';
import { DRAWING_COLOURS, DRAWING_TOOLS, type DrawingColour } from '../domain/drawing.ts';
import { KEYPOINT_COUNT } from '../pose/keypoints.ts';
import { frame, MOST_WRITTEN, typed } from './bounds.ts';
import { idSchema } from './librarySchemas.ts';

const isColour = (name: string): name is DrawingColour => Object.hasOwn(DRAWING_COLOURS, name);
/** A little outside of the picture is where a joint may carry a point; nonsense is not. */
const px = z.number().min(-10_000).max(20_000);

/** The shape of `shared/domain/drawing.ts`; what belongs together is checked by `drawingProblem`. */
export const drawingInputSchema = z.strictObject({
  clipId: idSchema,
  tool: z.enum(DRAWING_TOOLS),
  colour: z.custom<DrawingColour>((value) => typeof value === 'string' && isColour(value)),
  frame,
  fromFrame: frame,
  toFrame: frame,
  points: z
    .array(
      z.strictObject({
        ...{ x: px, y: px },
        joint: z
          .int()
          .min(0)
          .max(KEYPOINT_COUNT - 1)
          .nullable(),
      }),
    )
    .max(MOST_WRITTEN)
    .readonly(),
  text: typed().trim().min(1).max(200).nullable(),
  marks: z.array(frame).max(1000).readonly(),
});

export const drawingSchema = drawingInputSchema.extend({ id: idSchema });
