import { z } from 'zod';
import { personPointSchema } from '../../../shared/contract/clipSchemas.ts';
import { upgradedPoseSettings } from '../../../shared/pose/poseKey.ts';
import type { Db } from '../connection.ts';
import { json, sortedJson } from '../rows.ts';

const settings = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
const row = z.object({
  id: z.string(),
  settings_json: json(settings),
  person_json: json(personPointSchema).nullable(),
});

/** Pose keys carry the version of the pipeline, and the chosen person's time on the file's clock, as its clip has it. */
export function poseKeys(db: Db): void {
  const runs = db
    .prepare(
      `SELECT r.id, r.settings_json,
         (SELECT c.person_json FROM clips c WHERE c.pose_run_id = r.id AND c.person_json IS NOT NULL LIMIT 1) AS person_json
       FROM pose_runs r`,
    )
    .all()
    // A damaged row is no reason not to open the library.
    .flatMap((one) => row.safeParse(one).data ?? []);
  // Two runs that differed by true seconds alone become one key: the first keeps its old one, and is found by nobody.
  const update = db.prepare('UPDATE OR IGNORE pose_runs SET settings_json = ? WHERE id = ?');
  for (const { id, settings_json, person_json } of runs)
    update.run(sortedJson(upgradedPoseSettings(settings_json, person_json)), id);
}
