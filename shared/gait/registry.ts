import { cadence } from './metrics/cadence.ts';
import { contactTime } from './metrics/contactTime.ts';
import { crossoverShare } from './metrics/crossoverShare.ts';
import { dutyFactor } from './metrics/dutyFactor.ts';
import { flightTime } from './metrics/flightTime.ts';
import { footOffExcursion } from './metrics/footOffExcursion.ts';
import { footStrikeAngle } from './metrics/footStrikeAngle.ts';
import { footUnderAnkleRear } from './metrics/footUnderAnkleRear.ts';
import { heelLean } from './metrics/heelLean.ts';
import { heelStrikeShare } from './metrics/heelStrikeShare.ts';
import { kneeDeviation } from './metrics/kneeDeviation.ts';
import { kneeFlexionIc } from './metrics/kneeFlexionIc.ts';
import { kneeFlexionMs } from './metrics/kneeFlexionMs.ts';
import { kneeFlexionPeakStance } from './metrics/kneeFlexionPeakStance.ts';
import { kneeWindow } from './metrics/kneeWindow.ts';
import { lineOffset } from './metrics/lineOffset.ts';
import type { MetricDefinition } from './metrics/metric.ts';
import { overstrideAnkle } from './metrics/overstrideAnkle.ts';
import { overstrideHeel } from './metrics/overstrideHeel.ts';
import { pelvicDrop } from './metrics/pelvicDrop.ts';
import { stepLength } from './metrics/stepLength.ts';
import { stepTime } from './metrics/stepTime.ts';
import { stepWidth } from './metrics/stepWidth.ts';
import { tibiaAngleIc } from './metrics/tibiaAngleIc.ts';
import { toeOffPlantarflexion } from './metrics/toeOffPlantarflexion.ts';
import { toeOut } from './metrics/toeOut.ts';
import { trailingThigh } from './metrics/trailingThigh.ts';
import { trunkLean } from './metrics/trunkLean.ts';
import { verticalOscillation } from './metrics/verticalOscillation.ts';
import { verticalRatio } from './metrics/verticalRatio.ts';

/** The only list of metrics, in the order in which they are shown. What each is stands in its own file. */
export const METRICS = [
  cadence,
  stepTime,
  contactTime,
  flightTime,
  dutyFactor,
  footStrikeAngle,
  heelStrikeShare,
  tibiaAngleIc,
  kneeFlexionIc,
  kneeFlexionMs,
  kneeFlexionPeakStance,
  trunkLean,
  overstrideAnkle,
  overstrideHeel,
  verticalOscillation,
  verticalRatio,
  stepLength,
  toeOffPlantarflexion,
  trailingThigh,
  footOffExcursion,
  footUnderAnkleRear,
  pelvicDrop,
  heelLean,
  kneeDeviation,
  toeOut,
  kneeWindow,
  lineOffset,
  stepWidth,
  crossoverShare,
] as const satisfies readonly MetricDefinition[];

export type MetricId = (typeof METRICS)[number]['id'];

const byId = new Map<string, MetricDefinition>(METRICS.map((metric) => [metric.id, metric]));

/** Undefined for what is no metric itself, as an asymmetry. */
export const findMetric = (id: string): MetricDefinition | undefined => byId.get(id);

/** The metric of that id; `asymmetry.<id>` has the unit of its metric (angles) or % (ratio scales). */
export function metricSpec(id: string): MetricDefinition {
  const base = byId.get(id.replace(/^asymmetry\./, ''));
  if (!base) throw new RangeError(`invalid metric id: ${id}`);
  return base;
}
