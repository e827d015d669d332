import { z } from 'zod';
import { count, MOST_ITEMS, typed } from './bounds.ts';
import { exerciseChangeSchema, libraryItemSchema, newExerciseSchema } from './exerciseSchemas.ts';
import { idSchema } from './librarySchemas.ts';
import { mutation, query } from './method.ts';
import {
  assessmentInputSchema,
  logEntryInputSchema,
  programOptionsPatchSchema,
  programStateSchema,
  videoChangesSchema,
} from './programApiSchemas.ts';
import { bodyAreaSchema, logEntrySchema, newOverrideSchema } from './programSchemas.ts';

const date = z.iso.date();
/** `today` is the date where the coach is: the host never asks a clock for it. */
const now = { athleteId: idSchema, today: date };
const only = z.strictObject(now);
const state = programStateSchema;
const reason = typed().trim().min(1).max(2000);
const exerciseId = z.strictObject({ id: typed().min(1).max(100) });
const exercises = z.array(libraryItemSchema).max(MOST_ITEMS);

/**
 * The programme of an athlete. Every mutation stores, makes the plan at hand anew as of `today` (days before it are kept
 * word for word) and answers with the whole state; a refusal changes nothing.
 */
export const programApi = {
  'program.state': query(only, state),
  /** Before/after of a cycle in what the videos measured. */
  'program.videoChanges': query(
    z.strictObject({ athleteId: idSchema, planId: idSchema }),
    videoChangesSchema,
  ),
  'program.setOptions': mutation(z.strictObject({ ...now, patch: programOptionsPatchSchema }), state),
  /** Begins a cycle, or makes a plan anew whose first day is still to come. `sessionId` null: without findings. */
  'program.makePlan': mutation(
    z.strictObject({ ...now, sessionId: idSchema.nullable(), startDate: date }),
    state,
  ),
  /** Brings the plan up to today, with the newest analysis. */
  'program.update': mutation(only, state),
  'program.addOverride': mutation(z.strictObject({ ...now, change: newOverrideSchema }), state),
  'program.undo': mutation(only, state),
  'program.redo': mutation(only, state),
  'program.saveAssessment': mutation(z.strictObject({ ...now, assessment: assessmentInputSchema }), state),
  'program.deleteAssessment': mutation(z.strictObject({ ...now, id: idSchema }), state),
  /** The coach opens a phase for this cycle; `reason` null takes it back. */
  'program.overrideGate': mutation(
    z.strictObject({ ...now, opens: z.union([z.literal(2), z.literal(3)]), reason: reason.nullable() }),
    state,
  ),
  'program.saveLogEntries': mutation(
    z.strictObject({ ...now, entries: z.array(logEntryInputSchema).min(1).max(500) }),
    state,
  ),
  'program.deleteLogEntry': mutation(z.strictObject({ ...now, id: typed().min(1).max(100) }), state),
  /** The log file that the athlete hands back, as text or as an upload. Reading it twice changes nothing more. */
  'program.importLog': mutation(
    z.strictObject({
      ...now,
      source: z.union([
        z.strictObject({ token: idSchema }),
        z.strictObject({ name: typed().min(1).max(255), text: typed().max(5_000_000) }),
      ]),
    }),
    z.object({
      added: count,
      changed: count,
      unchanged: count,
      state,
    }),
  ),
  'program.answerPain': mutation(
    z.strictObject({
      ...now,
      entryId: typed().min(1).max(100),
      answer: logEntrySchema.shape.pain_answer.unwrap(),
    }),
    state,
  ),
  'program.clearPain': mutation(z.strictObject({ ...now, area: bodyAreaSchema, reason }), state),
  /** Ends the cycle at hand; the next one begins with `program.makePlan`. */
  'program.finishCycle': mutation(only, state),

  /** Every exercise with the coach's changes laid over the library. */
  'library.list': query(z.strictObject({}), exercises),
  'library.change': mutation(exerciseId.extend({ change: exerciseChangeSchema }), exercises),
  /** Takes a change of a shipped exercise back. */
  'library.reset': mutation(exerciseId, exercises),
  'library.addOwn': mutation(z.strictObject({ exercise: newExerciseSchema }), exercises),
  'library.editOwn': mutation(exerciseId.extend({ change: exerciseChangeSchema }), exercises),
  'library.deleteOwn': mutation(exerciseId, exercises),
} as const;
