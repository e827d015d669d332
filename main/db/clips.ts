import { z } from 'zod';
import { clipRoleSchema } from '../../shared/contract/analysisSchema.ts';
import {
  type ClipPatch,
  clipSchema,
  clipTimingSchema,
  personPointSchema,
  type StoredTiming,
  turnSchema,
} from '../../shared/contract/clipSchemas.ts';
import type { Db } from './connection.ts';
import { assignments, found, json, listed, maybe } from './rows.ts';

const rowSchema = z
  .object({
    id: z.string(),
    session_id: z.string(),
    file_sha256: z.string(),
    file_name: z.string(),
    role: clipRoleSchema,
    view: clipSchema.shape.view,
    capture_fps: z.number().nullable(),
    person_json: json(personPointSchema).nullable(),
    standing_from_s: z.number().nullable(),
    standing_to_s: z.number().nullable(),
    zone_from_frame: z.number().nullable(),
    zone_to_frame: z.number().nullable(),
    turn: turnSchema,
    timing_json: json(clipTimingSchema).nullable(),
    picture_fps: z.number().positive().nullable(),
    pose_run_id: z.string().nullable(),
    created_at: z.string(),
  })
  .transform((row) => ({
    id: row.id,
    sessionId: row.session_id,
    sha256: row.file_sha256,
    fileName: row.file_name,
    role: row.role,
    view: row.view,
    captureFps: row.capture_fps,
    person: row.person_json,
    standing:
      row.standing_from_s === null || row.standing_to_s === null
        ? null
        : { from: row.standing_from_s, to: row.standing_to_s },
    zone:
      row.zone_from_frame === null || row.zone_to_frame === null
        ? null
        : { fromFrame: row.zone_from_frame, toFrame: row.zone_to_frame },
    turn: row.turn,
    timing: row.timing_json,
    /** Rate of the pictures in file seconds, as the latest analysis counted them; null before it. */
    pictureFps: row.picture_fps,
    poseRunId: row.pose_run_id,
    createdAt: row.created_at,
  }));
/** As stored: `person` and `standing` in file seconds, the person's place in the unturned picture. */
export type ClipRecord = z.output<typeof rowSchema>;

const columnsOf = (patch: ClipPatch) => ({
  role: patch.role,
  view: patch.view,
  capture_fps: patch.captureFps,
  person_json: patch.person && JSON.stringify(patch.person),
  standing_from_s: patch.standing === null ? null : patch.standing?.from,
  standing_to_s: patch.standing === null ? null : patch.standing?.to,
  zone_from_frame: patch.zone === null ? null : patch.zone?.fromFrame,
  zone_to_frame: patch.zone === null ? null : patch.zone?.toFrame,
  turn: patch.turn,
});
const COLUMNS = [
  'role',
  'view',
  'capture_fps',
  'person_json',
  'standing_from_s',
  'standing_to_s',
  'zone_from_frame',
  'zone_to_frame',
  'turn',
];

export const CLIPS_OF_SESSION = 'SELECT * FROM clips WHERE session_id = ? ORDER BY rowid';

export function clipsTable(db: Db) {
  const ofSession = db.prepare(CLIPS_OF_SESSION);
  const one = db.prepare('SELECT * FROM clips WHERE id = ?');
  const ofFile = db.prepare('SELECT * FROM clips WHERE file_sha256 = ? ORDER BY created_at, id');
  const insert = db.prepare(
    `INSERT INTO clips (id, session_id, file_sha256, file_name, role, view, created_at)
     VALUES (@id, @sessionId, @sha256, @fileName, @role, 'auto', @createdAt)`,
  );
  // Keypoints belong to pictures of one turn: those of the same person that are whole come first, then the newest.
  const takeRun = db.prepare(
    `UPDATE clips SET pose_run_id = (
       SELECT id FROM pose_runs WHERE file_sha256 = clips.file_sha256
         AND coalesce(settings_json ->> '$.turn_deg', 0) = clips.turn
         AND settings_json ->> '$.person_x' IS clips.person_json ->> '$.x'
         AND settings_json ->> '$.person_y' IS clips.person_json ->> '$.y'
         AND settings_json ->> '$.person_file_s' IS clips.person_json ->> '$.timeS'
       ORDER BY state = 'finished' DESC, created_at DESC, rowid DESC LIMIT 1)
     WHERE id = ?`,
  );
  const setRun = db.prepare('UPDATE clips SET pose_run_id = ? WHERE id = ?');
  const setTiming = db.prepare('UPDATE clips SET timing_json = ? WHERE id = ?');
  const setPictureRate = db.prepare('UPDATE clips SET picture_fps = ? WHERE id = ?');
  const remove = db.prepare('DELETE FROM clips WHERE id = ?');
  // Its edits go with it, so undoing or redoing them must not be offered any more.
  const forgetCommands = db.prepare(
    "DELETE FROM commands WHERE session_id = ? AND json_valid(command_json) AND coalesce(command_json ->> '$.edit.clip', command_json ->> '$.clip') = ?",
  );
  const get = (id: string): ClipRecord => found(maybe(rowSchema, one.get(id)));
  return {
    list: (sessionId: string): ClipRecord[] => listed(db, 'clips', rowSchema, ofSession.all(sessionId)),
    /** Of all sessions that hold this content. */
    ofFile: (sha256: string): ClipRecord[] => listed(db, 'clips', rowSchema, ofFile.all(sha256)),
    get,
    create(
      clip: Pick<ClipRecord, 'id' | 'sessionId' | 'sha256' | 'fileName' | 'role' | 'createdAt'>,
    ): ClipRecord {
      insert.run(clip);
      return get(clip.id);
    },
    /** A clip that is turned has the keypoints that are known of its turned pictures, or none. */
    update(id: string, patch: ClipPatch): ClipRecord {
      const { turn } = get(id);
      const values = columnsOf(patch);
      const set = assignments(COLUMNS, values);
      if (set !== undefined) db.prepare(`UPDATE clips SET ${set} WHERE id = @id`).run({ ...values, id });
      if (patch.turn !== undefined && patch.turn !== turn) takeRun.run(id);
      return get(id);
    },
    setPoseRun: (id: string, runId: string): void => void setRun.run(runId, id),
    setTiming: (id: string, timing: StoredTiming): void => void setTiming.run(JSON.stringify(timing), id),
    setPictureRate: (id: string, fps: number): void => void setPictureRate.run(fps, id),
    remove(id: string): void {
      forgetCommands.run(get(id).sessionId, id);
      remove.run(id);
    },
  };
}

export type ClipsTable = ReturnType<typeof clipsTable>;
