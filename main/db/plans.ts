import { z } from 'zod';
import { analysisSchema } from '../../shared/contract/analysisSchema.ts';
import { planSchema } from '../../shared/contract/planSchema.ts';
import { planCycleSchema } from '../../shared/contract/programApiSchemas.ts';
import type { Db } from './connection.ts';
import { json, jsonOr, listed, maybe } from './rows.ts';

const basisSchema = z.object({
  findings: analysisSchema.shape.findings,
  cadenceSpm: z.number().nullable(),
  /** Of the session; null without an analysis. */
  sessionDate: z.string().nullable(),
  /** When the analysis was made; null without one. */
  analysedAt: z.string().nullable(),
  /** When the plan took it: analyses made later are news. */
  takenAt: z.string(),
  /** The newest analyses of the athlete's sessions at that time; null in plans from before this was kept. */
  seen: z.array(z.string()).nullable().default(null),
});
const weeks = z.array(z.object({ week: z.number(), share: z.number() }));
const easedSchema = z.object({ plan: weeks, base: weeks });
const rowSchema = z
  .object({
    id: z.string(),
    athlete_id: z.string(),
    cycle: z.number(),
    sequence: z.number(),
    plan_json: json(planSchema),
    base_json: json(planSchema).nullable(),
    as_of: z.string(),
    eased_json: json(easedSchema),
    made_on: z.string(),
    ended_on: z.string().nullable(),
    session_id: z.string().nullable(),
    analysis_id: z.string().nullable(),
    basis_json: json(basisSchema),
    load_before: z.number().nullable(),
    last_change_json: json(planCycleSchema.shape.lastChange),
  })
  .transform((row) => ({
    id: row.id,
    athleteId: row.athlete_id,
    cycle: row.cycle,
    sequence: row.sequence,
    plan: row.plan_json,
    base: row.base_json,
    asOf: row.as_of,
    eased: row.eased_json,
    madeOn: row.made_on,
    endedOn: row.ended_on,
    sessionId: row.session_id,
    analysisId: row.analysis_id,
    basis: row.basis_json,
    loadBefore: row.load_before,
    lastChange: row.last_change_json,
  }));
/** A plan as it is stored; `base` and `asOf` are explained in the migration. */
export type StoredPlan = z.output<typeof rowSchema>;

export const PLANS_OF_ATHLETE = 'SELECT * FROM plans WHERE athlete_id = ? ORDER BY cycle';
export const PLAN_AT_HAND = 'SELECT * FROM plans WHERE athlete_id = ? AND ended_on IS NULL';
/** Which exercises the plans at hand hold. */
const USES = `SELECT DISTINCT json_extract(i.value, '$.exercise') AS exercise, a.id AS athleteId, a.name
  FROM plans p JOIN athletes a ON a.id = p.athlete_id,
    json_each(${jsonOr('p.plan_json')}, '$.weeks') w, json_each(w.value, '$.days') d, json_each(d.value, '$.items') i
  WHERE p.ended_on IS NULL ORDER BY a.name COLLATE NOCASE, a.id`;
const useSchema = z.object({ exercise: z.string(), athleteId: z.string(), name: z.string() });

const COLUMNS = [
  ...[
    'athlete_id',
    'cycle',
    'sequence',
    'plan_json',
    'base_json',
    'as_of',
    'eased_json',
    'made_on',
    'ended_on',
  ],
  ...['session_id', 'analysis_id', 'basis_json', 'load_before', 'last_change_json'],
];

/** Plans of the athletes: at most one at hand for each, and those of finished cycles. */
export function plansTable(db: Db) {
  const ofAthlete = db.prepare(PLANS_OF_ATHLETE);
  const atHand = db.prepare(PLAN_AT_HAND);
  const uses = db.prepare(USES);
  const upsert = db.prepare(
    `INSERT INTO plans (id, ${COLUMNS.join(', ')}) VALUES (@id, ${COLUMNS.map((name) => `@${name}`).join(', ')})
     ON CONFLICT (id) DO UPDATE SET ${COLUMNS.map((name) => `${name} = excluded.${name}`).join(', ')}`,
  );
  return {
    /** By cycle, oldest first. */
    list: (athleteId: string): StoredPlan[] => listed(db, 'plans', rowSchema, ofAthlete.all(athleteId)),
    atHand: (athleteId: string): StoredPlan | undefined => maybe(rowSchema, atHand.get(athleteId)),
    uses: () => listed(db, 'plans', useSchema, uses.all()),
    /** Checked before it is stored, so that a wrong plan never hides in the library. */
    save(plan: StoredPlan): void {
      upsert.run({
        id: plan.id,
        athlete_id: plan.athleteId,
        cycle: plan.cycle,
        sequence: plan.sequence,
        plan_json: JSON.stringify(planSchema.parse(plan.plan)),
        base_json: plan.base === null ? null : JSON.stringify(plan.base),
        as_of: plan.asOf,
        eased_json: JSON.stringify(easedSchema.parse(plan.eased)),
        made_on: plan.madeOn,
        ended_on: plan.endedOn,
        session_id: plan.sessionId,
        analysis_id: plan.analysisId,
        basis_json: JSON.stringify(basisSchema.parse(plan.basis)),
        load_before: plan.loadBefore,
        last_change_json: JSON.stringify(plan.lastChange),
      });
    },
  };
}
