import { type StepContext, sideStep } from './metrics/sideStep.ts';
import { METRICS, type MetricId } from './registry.ts';
import type { SideReader } from './segmentAngles.ts';
import type { Step } from './steps.ts';

/** One step's values; a metric that this step cannot carry is not there. */
export type StepValues = Partial<Record<MetricId, number>>;

/** Metrics of one step in a side view. */
export function sideStepValues(step: Step, read: SideReader, context: StepContext): StepValues {
  const values: StepValues = {};
  const seen = sideStep(step, read, context);
  for (const { id, readSide } of METRICS) {
    const value = readSide?.(seen);
    if (value !== undefined) values[id] = value;
  }
  return values;
}

/** Half a frame at 100 frames/s on either side: wide enough to see the slope, narrow enough to be local. */
const SLOPE_STEP_S = 0.005;

/**
 * How fast each contact (or toe-off) metric changes with the instant it is read at, unit / s: an instant that is wrong
 * by b moves the metric by slope x b.
 */
export function eventSlopes(step: Step, read: SideReader): StepValues {
  const slopes: StepValues = {};
  for (const { id, event, slopeOf } of METRICS) {
    const at = event === 'toe_off' ? step.toeOff : step.initialContact;
    const of = slopeOf?.(read);
    if (of && at !== undefined)
      slopes[id] = (of(at + SLOPE_STEP_S) - of(at - SLOPE_STEP_S)) / (2 * SLOPE_STEP_S);
  }
  return slopes;
}
