import { z } from 'zod';
import { drawingSchema } from '../../shared/contract/drawingSchemas.ts';
import type { Drawing } from '../../shared/domain/drawing.ts';
import type { Db } from './connection.ts';
import { json, listed } from './rows.ts';

const row = z
  .object({ id: z.string(), clip_id: z.string(), drawing_json: json(z.record(z.string(), z.unknown())) })
  .transform(({ id, clip_id, drawing_json }) => ({ ...drawing_json, id, clipId: clip_id }))
  .pipe(drawingSchema);

export const DRAWINGS_OF_SESSION = 'SELECT * FROM drawings WHERE session_id = ? ORDER BY position';

/** Drawings of clips; changing them goes through the log of undo in `edits.ts`. */
export function drawingsTable(db: Db) {
  const ofSession = db.prepare(DRAWINGS_OF_SESSION);
  const next = db.prepare('SELECT coalesce(max(position), 0) + 1 FROM drawings WHERE session_id = ?').pluck();
  const put = db.prepare(
    `INSERT INTO drawings (id, session_id, clip_id, position, drawing_json)
     VALUES (@id, @sessionId, @clipId, @position, @json)
     ON CONFLICT (id) DO UPDATE SET drawing_json = excluded.drawing_json`,
  );
  const remove = db.prepare('DELETE FROM drawings WHERE id = ?');
  const position = db.prepare('SELECT position FROM drawings WHERE id = ?').pluck();
  return {
    list: (sessionId: string): Drawing[] => listed(db, 'drawings', row, ofSession.all(sessionId)),
    nextPosition: (sessionId: string): number => z.number().parse(next.get(sessionId)),
    positionOf: (id: string): number | undefined => z.number().optional().parse(position.get(id)),
    put(sessionId: string, position: number, { id, clipId, ...drawing }: Drawing): void {
      put.run({ id, clipId, sessionId, position, json: JSON.stringify(drawing) });
    },
    remove: (id: string): void => void remove.run(id),
  };
}
