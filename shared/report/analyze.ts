import type { Analysis, AnalysisInput } from '../domain/analysis.ts';
import { trueTimes } from '../domain/frameTable.ts';
import { analyzeSession } from '../gait/analyzeSession.ts';
import { ownCadence } from '../program/cadence.ts';
import { findingsFrom } from '../program/findings.ts';
import { generatePlan } from '../program/plan.ts';
import { DEFAULT_PLAN_OPTIONS } from '../program/planInput.ts';

/**
 * The whole chain without input or output: keypoints -> contacts -> metrics -> findings -> plan. Pure: the same input
 * gives the same `analysis.json`.
 * @throws CodedError when no clip of the session can be analysed (walking, too short, slow motion unknown, ...)
 */
export function analyze(input: AnalysisInput): Analysis {
  const gait = analyzeSession(input);
  const scales = new Map(gait.clips.map((clip) => [clip.id, clip.time_scale]));
  const frameTimes = new Map(
    input.clips.map((clip) => [clip.id, trueTimes(clip.frameTable, scales.get(clip.id) ?? 1)]),
  );
  const findings = findingsFrom({
    metrics: gait.metrics,
    strides: gait.strides,
    clips: gait.clips,
    speed: input.session.speed_mps,
    confirmed: input.confirmed,
    frameTimes,
  });
  return {
    schemaVersion: 1,
    session: input.session,
    clips: gait.clips,
    events: gait.events,
    edits: gait.edits,
    detached_edits: gait.detachedEdits,
    metrics: gait.metrics,
    strides: gait.strides,
    findings,
    plan: generatePlan({
      ...DEFAULT_PLAN_OPTIONS,
      findings,
      startDate: input.startDate,
      cadenceSpm: ownCadence(gait.metrics),
    }),
    provenance: input.provenance,
  };
}
