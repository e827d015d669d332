import { z } from 'zod';
import { editSchema } from '../../shared/contract/analysisSchema.ts';
import { clipSchema } from '../../shared/contract/clipSchemas.ts';
import { drawingSchema } from '../../shared/contract/drawingSchemas.ts';
import type { EditsState } from '../../shared/contract/workSchemas.ts';
import type { Edit } from '../../shared/domain/analysis.ts';
import type { Drawing } from '../../shared/domain/drawing.ts';
import type { ClipsTable } from './clips.ts';
import type { Db } from './connection.ts';
import { drawingsTable } from './drawings.ts';
import { json, listed, maybe } from './rows.ts';

/** What the coach says of a clip that changes every number. */
const undoableSchema = z.object({
  captureFps: clipSchema.shape.captureFps.optional(),
  zone: clipSchema.shape.zone.optional(),
  turn: clipSchema.shape.turn.optional(),
});
export type UndoableSettings = z.output<typeof undoableSchema>;

/** What the coach decided, as it can be done, undone and done again. */
export const commandSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('edit'), id: z.string(), position: z.number(), edit: editSchema }),
  z.object({ kind: z.literal('confirm'), finding: z.string(), confirmed: z.boolean() }),
  z.object({ kind: z.literal('clip'), clip: z.string(), before: undoableSchema, after: undoableSchema }),
  z.object({
    ...{ kind: z.literal('drawing'), clip: z.string(), id: z.string(), position: z.number() },
    ...{ before: drawingSchema.nullable(), after: drawingSchema.nullable() },
  }),
]);
type Command = z.output<typeof commandSchema>;

const logRow = z.object({ id: z.number(), command_json: json(commandSchema) });
const editRow = z
  .object({ id: z.string(), clip_id: z.string(), edit_json: json(z.record(z.string(), z.unknown())) })
  .transform(({ id, clip_id, edit_json }) => ({ id, edit: { ...edit_json, clip: clip_id } }))
  .pipe(z.object({ id: z.string(), edit: editSchema }));

export const EDITS_OF_SESSION = 'SELECT * FROM edits WHERE session_id = ? ORDER BY position';
export const LAST_DONE =
  'SELECT id, command_json FROM commands WHERE session_id = ? AND undone = 0 ORDER BY id DESC LIMIT 1';
const FIRST_UNDONE = LAST_DONE.replace('undone = 0', 'undone = 1').replace('DESC', 'ASC');

/** Edits of events, strides and keypoints, confirmations of findings, and drawings. Change and undo log are stored in one transaction. */
export function editsTable(db: Db, clips: Pick<ClipsTable, 'update'>) {
  const edits = db.prepare(EDITS_OF_SESSION);
  const nextPosition = db
    .prepare('SELECT coalesce(max(position), 0) + 1 FROM edits WHERE session_id = ?')
    .pluck();
  const insertEdit = db.prepare(
    `INSERT INTO edits (id, session_id, position, clip_id, edit_json)
     VALUES (@id, @sessionId, @position, @clip, @json)`,
  );
  const deleteEdit = db.prepare('DELETE FROM edits WHERE id = ?');
  const confirmations = db
    .prepare('SELECT finding FROM confirmations WHERE session_id = ? ORDER BY finding')
    .pluck();
  const confirm = db.prepare('INSERT OR IGNORE INTO confirmations (session_id, finding) VALUES (?, ?)');
  const withdraw = db.prepare('DELETE FROM confirmations WHERE session_id = ? AND finding = ?');
  const lastDone = db.prepare(LAST_DONE);
  const firstUndone = db.prepare(FIRST_UNDONE);
  const forgetUndone = db.prepare('DELETE FROM commands WHERE session_id = ? AND undone = 1');
  const log = db.prepare('INSERT INTO commands (session_id, command_json) VALUES (?, ?)');
  const mark = db.prepare('UPDATE commands SET undone = ? WHERE id = ?');

  const drawings = drawingsTable(db);
  const setDrawing = (
    sessionId: string,
    { id, position }: { id: string; position: number },
    drawing: Drawing | null,
  ): void => (drawing === null ? drawings.remove(id) : drawings.put(sessionId, position, drawing));
  const setConfirmed = (sessionId: string, finding: string, confirmed: boolean): void =>
    void (confirmed ? confirm : withdraw).run(sessionId, finding);
  function apply(sessionId: string, command: Command): void {
    if (command.kind === 'confirm') setConfirmed(sessionId, command.finding, command.confirmed);
    else if (command.kind === 'clip') clips.update(command.clip, command.after);
    else if (command.kind === 'drawing') setDrawing(sessionId, command, command.after);
    else {
      const { id, position } = command;
      const { clip, ...edit } = command.edit;
      insertEdit.run({ id, position, sessionId, clip, json: JSON.stringify(edit) });
    }
  }
  function revert(sessionId: string, command: Command): void {
    if (command.kind === 'confirm') setConfirmed(sessionId, command.finding, !command.confirmed);
    else if (command.kind === 'clip') clips.update(command.clip, command.before);
    else if (command.kind === 'drawing') setDrawing(sessionId, command, command.before);
    else deleteEdit.run(command.id);
  }
  const state = (sessionId: string): EditsState => ({
    edits: listed(db, 'edits', editRow, edits.all(sessionId)),
    confirmed: z.array(z.string()).parse(confirmations.all(sessionId)),
    drawings: drawings.list(sessionId),
    canUndo: lastDone.get(sessionId) !== undefined,
    canRedo: firstUndone.get(sessionId) !== undefined,
  });
  const perform = db.transaction((sessionId: string, command: Command) => {
    forgetUndone.run(sessionId);
    apply(sessionId, command);
    log.run(sessionId, JSON.stringify(command));
  });
  const step = db.transaction((sessionId: string, direction: 'undo' | 'redo') => {
    const row = maybe(logRow, (direction === 'undo' ? lastDone : firstUndone).get(sessionId));
    if (row === undefined) return;
    (direction === 'undo' ? revert : apply)(sessionId, row.command_json);
    mark.run(direction === 'undo' ? 1 : 0, row.id);
  });
  return {
    state,
    add(sessionId: string, id: string, edit: Edit): EditsState {
      const position = z.number().parse(nextPosition.get(sessionId));
      perform.immediate(sessionId, { kind: 'edit', id, position, edit });
      return state(sessionId);
    },
    /** What came with a case, in one piece and one after the other, as if the coach had done it here. */
    addAll(
      sessionId: string,
      {
        edits: added,
        confirmed,
        drawings: drawn,
      }: {
        readonly edits: readonly { readonly id: string; readonly edit: Edit }[];
        readonly confirmed: readonly string[];
        readonly drawings: readonly Drawing[];
      },
    ): void {
      const first = z.number().parse(nextPosition.get(sessionId));
      const firstDrawing = drawings.nextPosition(sessionId);
      db.transaction(() => {
        for (const [i, one] of added.entries())
          perform(sessionId, { kind: 'edit', position: first + i, ...one });
        for (const finding of new Set(confirmed))
          perform(sessionId, { kind: 'confirm', finding, confirmed: true });
        for (const [i, after] of drawn.entries()) {
          const { id, clipId: clip } = after;
          perform(sessionId, { kind: 'drawing', id, clip, position: firstDrawing + i, before: null, after });
        }
      }).immediate();
    },
    /** Confirming what is confirmed already is no command, so that undo never seems to do nothing. */
    confirm(sessionId: string, finding: string, confirmed: boolean): EditsState {
      if (state(sessionId).confirmed.includes(finding) !== confirmed) {
        perform.immediate(sessionId, { kind: 'confirm', finding, confirmed });
      }
      return state(sessionId);
    },
    setClip(sessionId: string, clip: string, before: UndoableSettings, after: UndoableSettings): EditsState {
      perform.immediate(sessionId, { kind: 'clip', clip, before, after });
      return state(sessionId);
    },
    /** Draws (nothing before), changes, or takes away (nothing after). */
    draw(sessionId: string, before: Drawing | undefined, after: Drawing | undefined): EditsState {
      const { id, clipId } = after ?? before ?? {};
      if (id === undefined || clipId === undefined) throw new RangeError('invalid drawing: none');
      const position = drawings.positionOf(id) ?? drawings.nextPosition(sessionId);
      const command = { kind: 'drawing', id, clip: clipId, position } as const;
      perform.immediate(sessionId, { ...command, before: before ?? null, after: after ?? null });
      return state(sessionId);
    },
    undo(sessionId: string): EditsState {
      step.immediate(sessionId, 'undo');
      return state(sessionId);
    },
    redo(sessionId: string): EditsState {
      step.immediate(sessionId, 'redo');
      return state(sessionId);
    },
  };
}
