import { z } from 'zod';
import type { FoundSessions, Labels, SessionSearch } from '../../shared/contract/searchSchemas.ts';
import type { Db } from './connection.ts';
import { json, jsonOr, listed } from './rows.ts';
import { sessionRowSchema } from './sessions.ts';

const ofAthlete = z
  .object({ athlete_name: z.string(), groups_json: json(z.array(z.string())) })
  .transform((row) => ({ athleteName: row.athlete_name, groups: row.groups_json }));
/** A session with what is shown of its athlete; a row of both tables. */
const foundSchema = z.unknown().transform((row, context) => {
  const session = sessionRowSchema.safeParse(row);
  const athlete = ofAthlete.safeParse(row);
  if (session.success && athlete.success) return { ...session.data, ...athlete.data };
  context.addIssue({ code: 'custom', message: 'not a session' });
  return z.NEVER;
});

/** Words are compared without case and accents. */
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const MOST_WORDS = 8;

const FOUND = `SELECT s.*, a.name AS athlete_name, a.groups_json,
    (SELECT count(*) FROM clips c WHERE c.session_id = s.id) AS clip_count,
    (SELECT created_at FROM analyses n WHERE n.session_id = s.id ORDER BY n.rowid DESC LIMIT 1) AS analysed_at
  FROM sessions s JOIN athletes a ON a.id = s.athlete_id`;
const HAY = `folded(a.name || ' ' || a.groups_json || ' ' || s.tags_json || ' ' || coalesce(s.shoe, '') || ' ' ||
  s.notes || ' ' || s.date || ' ' ||
  coalesce((SELECT group_concat(file_name, ' ') FROM clips c WHERE c.session_id = s.id), ''))`;

/** Sessions of the whole library by what is known of them. */
export function sessionSearch(db: Db) {
  db.function('folded', { deterministic: true }, (text) => folded(String(text)));
  const labels = (column: string, table: string): string[] =>
    z.array(z.string()).parse(
      db
        .prepare(
          `SELECT DISTINCT value FROM ${table}, json_each(${jsonOr(column)}) WHERE type = 'text' ORDER BY value COLLATE NOCASE`,
        )
        .pluck()
        .all(),
    );
  return {
    labels: (): Labels => ({
      groups: labels('groups_json', 'athletes'),
      tags: labels('tags_json', 'sessions'),
    }),
    find({ text, limit, offset, ...asked }: SessionSearch): FoundSessions {
      const words = folded(text).split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
      const wants = [
        asked.group !== null &&
          `EXISTS (SELECT 1 FROM json_each(${jsonOr('a.groups_json')}) WHERE value = @group)`,
        asked.tag !== null && `EXISTS (SELECT 1 FROM json_each(${jsonOr('s.tags_json')}) WHERE value = @tag)`,
        asked.surface !== null && 's.surface = @surface',
        asked.fatigue !== null && 's.fatigue = @fatigue',
        asked.from !== null && 's.date >= @from',
        asked.to !== null && 's.date <= @to',
        asked.state !== null &&
          `${asked.state === 'open' ? 'NOT ' : ''}EXISTS (SELECT 1 FROM analyses n WHERE n.session_id = s.id)`,
        ...words.map((_, i) => `instr(${HAY}, @word${i}) > 0`),
      ].filter((want) => want !== false);
      const where = wants.length === 0 ? '' : ` WHERE ${wants.join(' AND ')}`;
      const { state: _, ...values } = asked;
      const params = { ...values, ...Object.fromEntries(words.map((word, i) => [`word${i}`, word])) };
      // Counted apart: the page's own columns are worked out for its rows only.
      const total = z
        .number()
        .parse(
          db
            .prepare(`SELECT count(*) FROM sessions s JOIN athletes a ON a.id = s.athlete_id${where}`)
            .pluck()
            .get(params),
        );
      const rows = db
        .prepare(`${FOUND}${where} ORDER BY s.date DESC, s.rowid DESC LIMIT @limit OFFSET @offset`)
        .all({ ...params, limit, offset });
      return {
        total,
        sessions: listed(db, 'sessions', foundSchema, rows),
      };
    },
  };
}
