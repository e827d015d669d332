import { z } from 'zod';
import { planOverrideSchema } from '../../shared/contract/programSchemas.ts';
import type { PlanOverride } from '../../shared/domain/planOverride.ts';
import type { Db } from './connection.ts';
import { json, listed } from './rows.ts';

const rowSchema = z.object({ override_json: json(planOverrideSchema), undone: z.number() });

export const OVERRIDES_OF_PLAN =
  'SELECT override_json, undone FROM plan_overrides WHERE plan_id = ? ORDER BY position';

export interface OverrideState {
  /** In force, in their order. */
  readonly overrides: PlanOverride[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** The coach's changes of a plan with undo and redo; a new one ends the redo. */
export function planOverridesTable(db: Db) {
  const ofPlan = db.prepare(OVERRIDES_OF_PLAN);
  const forgetUndone = db.prepare('DELETE FROM plan_overrides WHERE plan_id = ? AND undone = 1');
  const insert = db.prepare(
    `INSERT INTO plan_overrides (id, plan_id, position, override_json)
     SELECT @id, @planId, coalesce(max(position), 0) + 1, @override FROM plan_overrides WHERE plan_id = @planId`,
  );
  const undo = db.prepare(
    `UPDATE plan_overrides SET undone = 1
     WHERE plan_id = @planId AND position =
       (SELECT max(position) FROM plan_overrides WHERE plan_id = @planId AND undone = 0)`,
  );
  const redo = db.prepare(
    `UPDATE plan_overrides SET undone = 0
     WHERE plan_id = @planId AND position =
       (SELECT min(position) FROM plan_overrides WHERE plan_id = @planId AND undone = 1)`,
  );
  return {
    state(planId: string): OverrideState {
      const rows = listed(db, 'plan_overrides', rowSchema, ofPlan.all(planId));
      const inForce = rows.filter(({ undone }) => undone === 0);
      return {
        overrides: inForce.map(({ override_json }) => override_json),
        canUndo: inForce.length > 0,
        canRedo: inForce.length < rows.length,
      };
    },
    add(planId: string, override: PlanOverride): void {
      forgetUndone.run(planId);
      insert.run({ id: override.id, planId, override: JSON.stringify(override) });
    },
    /** Whether there was anything to take back. */
    undo: (planId: string): boolean => undo.run({ planId }).changes > 0,
    redo: (planId: string): boolean => redo.run({ planId }).changes > 0,
  };
}
