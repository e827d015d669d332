import { z } from 'zod';
import { assessmentSchema, gateOverrideSchema } from '../../shared/contract/programSchemas.ts';
import type { Assessment, GateOverride } from '../../shared/domain/assessment.ts';
import { CodedError } from '../../shared/domain/errors.ts';
import type { Db } from './connection.ts';
import { json, listed } from './rows.ts';

const rowSchema = z.object({ assessment_json: json(assessmentSchema) });

export const ASSESSMENTS_OF_ATHLETE =
  'SELECT assessment_json FROM assessments WHERE athlete_id = ? ORDER BY date, rowid';
const GATE_OVERRIDES_OF_CYCLE =
  'SELECT opens, reason, date FROM gate_overrides WHERE athlete_id = ? AND cycle = ? ORDER BY opens';

/** Baselines and retests, and the phases that the coach opened without them. */
export function assessmentsTable(db: Db) {
  const ofAthlete = db.prepare(ASSESSMENTS_OF_ATHLETE);
  // An id that belongs to another athlete changes nothing.
  const upsert = db.prepare(
    `INSERT INTO assessments (id, athlete_id, date, assessment_json) VALUES (@id, @athleteId, @date, @assessment)
     ON CONFLICT (id) DO UPDATE SET date = excluded.date, assessment_json = excluded.assessment_json
     WHERE athlete_id = excluded.athlete_id`,
  );
  const remove = db.prepare('DELETE FROM assessments WHERE athlete_id = ? AND id = ?');
  const gates = db.prepare(GATE_OVERRIDES_OF_CYCLE);
  const openGate = db.prepare(
    `INSERT INTO gate_overrides (athlete_id, cycle, opens, date, reason)
     VALUES (@athleteId, @cycle, @opens, @date, @reason)
     ON CONFLICT DO UPDATE SET date = excluded.date, reason = excluded.reason`,
  );
  const closeGate = db.prepare('DELETE FROM gate_overrides WHERE athlete_id = ? AND cycle = ? AND opens = ?');
  return {
    /** Oldest first. */
    list: (athleteId: string): Assessment[] =>
      listed(db, 'assessments', rowSchema, ofAthlete.all(athleteId)).map((row) => row.assessment_json),
    save(athleteId: string, assessment: Assessment): void {
      const { id, date } = assessment;
      upsert.run({ id, athleteId, date, assessment: JSON.stringify(assessment) });
    },
    /** @throws CodedError not_found */
    remove(athleteId: string, id: string): void {
      if (remove.run(athleteId, id).changes === 0) throw new CodedError('not_found');
    },
    gateOverrides: (athleteId: string, cycle: number): GateOverride[] =>
      listed(db, 'gate_overrides', gateOverrideSchema, gates.all(athleteId, cycle)),
    openGate: (athleteId: string, cycle: number, gate: GateOverride): void =>
      void openGate.run({ athleteId, cycle, ...gate }),
    closeGate: (athleteId: string, cycle: number, opens: GateOverride['opens']): void =>
      void closeGate.run(athleteId, cycle, opens),
  };
}
