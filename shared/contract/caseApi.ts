import { z } from 'zod';
import { idSchema } from './librarySchemas.ts';
import { job } from './method.ts';

/** A case of another coach; it is written by `exports.run`. */
export const caseApi = {
  /** Opens a chosen or uploaded case as a new athlete with one session. Leaves nothing when it fails. */
  'cases.import': job(
    z.strictObject({ token: idSchema }),
    z.object({ athleteId: idSchema, sessionId: idSchema }),
  ),
} as const;
