import { expect, it } from 'vitest';
import { ANALYSES_OF_ATHLETE, LATEST_ANALYSIS } from './analyses.ts';
import { ASSESSMENTS_OF_ATHLETE } from './assessments.ts';
import { CLIPS_OF_SESSION } from './clips.ts';
import { connect } from './connection.ts';
import { DRAWINGS_OF_SESSION } from './drawings.ts';
import { LOG_OF_ATHLETE } from './drillLog.ts';
import { EDITS_OF_SESSION, LAST_DONE } from './edits.ts';
import { migrate } from './migrate.ts';
import { OVERRIDES_OF_PLAN } from './planOverrides.ts';
import { PLAN_AT_HAND, PLANS_OF_ATHLETE } from './plans.ts';
import { RUN_BY_KEY } from './pose.ts';
import { SESSIONS_OF_ATHLETE } from './sessions.ts';

const named = { sha256: '', model: '', modelSha256: '', backend: '', settings: '' };

it.each([
  ['sessions of an athlete', SESSIONS_OF_ATHLETE, ['x']],
  ['clips of a session', CLIPS_OF_SESSION, ['x']],
  ['latest analysis', LATEST_ANALYSIS, ['x']],
  ['edits of a session', EDITS_OF_SESSION, ['x']],
  ['drawings of a session', DRAWINGS_OF_SESSION, ['x']],
  ['last command', LAST_DONE, ['x']],
  ['newest analyses of an athlete', ANALYSES_OF_ATHLETE, ['x']],
  ['plans of an athlete', PLANS_OF_ATHLETE, ['x']],
  ['plan at hand', PLAN_AT_HAND, ['x']],
  ['changes of a plan', OVERRIDES_OF_PLAN, ['x']],
  ['tests of an athlete', ASSESSMENTS_OF_ATHLETE, ['x']],
  ['log of an athlete', LOG_OF_ATHLETE, ['x']],
  ['pose run by its key', RUN_BY_KEY, [named]],
])('%s is found through an index, without reading a whole table', (_, sql, parameters) => {
  const db = connect(':memory:');
  migrate(db);
  const steps = db
    .prepare(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...parameters)
    .map((row) => String((row as { detail: unknown }).detail));
  expect(steps.join('\n')).toMatch(/USING (COVERING )?INDEX/);
  expect(steps.filter((step) => step.startsWith('SCAN'))).toEqual([]);
  db.close();
});
