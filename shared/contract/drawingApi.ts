import { z } from 'zod';
import { drawingInputSchema, drawingSchema } from './drawingSchemas.ts';
import { idSchema } from './librarySchemas.ts';
import { mutation } from './method.ts';
import { editsStateSchema } from './workSchemas.ts';

const ofSession = { sessionId: idSchema };

/** What a coach draws: stored at once, in one log of undo with the edits. The newest drawing is the last of the answer. */
export const drawingApi = {
  'drawings.add': mutation(z.strictObject({ ...ofSession, drawing: drawingInputSchema }), editsStateSchema),
  /** The clip of a drawing stays. */
  'drawings.change': mutation(z.strictObject({ ...ofSession, drawing: drawingSchema }), editsStateSchema),
  'drawings.remove': mutation(z.strictObject({ ...ofSession, id: idSchema }), editsStateSchema),
} as const;
