import { median } from '../math/statistics.ts';
import type { Side } from '../pose/keypoints.ts';
import type { ClipResult } from './clipResult.ts';
import { type FrontalContext, frontalStep } from './metrics/frontalStep.ts';
import { LEG_SHARE_OF_HEIGHT } from './readPlane.ts';
import { metricSpec } from './registry.ts';
import { readingsOver, type SideReader, sampleAt, sideReader } from './segmentAngles.ts';
import type { Point, Signals } from './signals.ts';
import type { SideReference } from './standing.ts';
import type { Step } from './steps.ts';

/** What can be drawn over time and over the gait cycle; the first group is seen from the side, the second from behind. */
export const CURVE_IDS = [
  ...['knee_flexion', 'hip_flexion', 'ankle_dorsiflexion', 'foot_angle', 'shank_angle', 'thigh_angle'],
  ...['trunk_lean', 'heel_height', 'toe_height', 'ankle_ahead', 'pelvis_height'],
  ...['pelvic_drop', 'knee_deviation', 'heel_lean', 'foot_under_ankle'],
] as const satisfies readonly string[];

/** Reads one measure of one run of frames; undefined where this run cannot carry it. */
export type CurveReader = (time: number) => number | undefined;

export interface CurveMeasure {
  readonly id: string;
  readonly unit: 'deg' | 'mm' | '% leg' | '% shank';
  /** False for trunk and pelvis: one line, whichever leg. */
  readonly sided: boolean;
  reader(signals: Signals, side: Side): CurveReader | undefined;
}

/** Measures that the clip's view shows, in the order of `CURVE_IDS`. */
export function curveMeasures(
  { basis, steps, plane }: Pick<ClipResult, 'basis' | 'steps' | 'plane'>,
  heightM: number | null,
): CurveMeasure[] {
  if (basis.plane === 'frontal') return frontalMeasures(basis.context);
  return plane === 'side'
    ? sideMeasures(
        basis.reference,
        steps.map(({ step }) => step),
        heightM,
      )
    : [];
}

function sideMeasures(
  references: Readonly<Record<Side, SideReference | undefined>>,
  steps: readonly Step[],
  heightM: number | null,
): CurveMeasure[] {
  const [unit, perLeg] =
    heightM === null ? (['% leg', 100] as const) : (['mm', 1000 * LEG_SHARE_OF_HEIGHT * heightM] as const);
  const angle = (
    id: string,
    read: (reader: SideReader, side: Side) => CurveReader | undefined,
    sided = true,
  ): CurveMeasure => ({
    ...{ id, unit: 'deg', sided },
    reader: (signals, side) => read(sideReader(signals, side), side),
  });
  const against = (side: Side, of: (reference: SideReference) => CurveReader): CurveReader | undefined => {
    const reference = references[side];
    return reference && of(reference);
  };
  const height = (id: string, point: (signals: Signals, side: Side) => Point): CurveMeasure => ({
    ...{ id, unit, sided: true },
    reader(signals, side) {
      const at = heightOf(signals, point(signals, side));
      const ground = groundUnder(at, signals, side, steps);
      return ground === undefined ? undefined : (time) => perLeg * (at(time) - ground);
    },
  });
  return [
    angle('knee_flexion', (read) => read.knee),
    // Against the trunk, as a goniometer on the hip reads it.
    angle('hip_flexion', (read) => (time) => read.thigh(time) + read.trunk(time)),
    angle('ankle_dorsiflexion', (read, side) =>
      against(
        side,
        ({ foot, shank }) =>
          (time) =>
            read.foot(time) - foot - read.shank(time) + shank,
      ),
    ),
    angle('foot_angle', (read, side) =>
      against(
        side,
        ({ foot }) =>
          (time) =>
            read.foot(time) - foot,
      ),
    ),
    angle('shank_angle', (read) => read.shank),
    angle('thigh_angle', (read) => read.thigh),
    angle('trunk_lean', (read) => read.trunk, false),
    height('heel_height', ({ legs }, side) => legs[side].heel),
    height('toe_height', ({ legs }, side) => legs[side].footIndex),
    {
      ...{ id: 'ankle_ahead', unit: '% leg', sided: true },
      reader(signals, side) {
        const read = sideReader(signals, side);
        return (time) => 100 * read.ankleAhead(time);
      },
    },
    {
      ...{ id: 'pelvis_height', unit, sided: false },
      reader(signals) {
        const at = heightOf(signals, signals.midHip);
        const end = signals.start + (signals.length - 1) / 1000;
        const middle = median(readingsOver(at, signals.start, end)) ?? 0;
        return (time) => perLeg * (at(time) - middle);
      },
    },
  ];
}

const heightOf =
  ({ start }: Signals, { y }: Point) =>
  (time: number): number =>
    sampleAt(y, start, time);

/** Where the point rests while its foot carries the runner: the median over the stances of its lowest place. */
function groundUnder(
  at: (time: number) => number,
  { start, length }: Signals,
  side: Side,
  steps: readonly Step[],
): number | undefined {
  const end = start + (length - 1) / 1000;
  return median(
    steps.flatMap((step) =>
      step.side === side && step.toeOff !== undefined && step.initialContact >= start && step.toeOff <= end
        ? [Math.min(...readingsOver(at, step.initialContact, step.toeOff))]
        : [],
    ),
  );
}

/** The same formulas as the values at mid-stance, at any time. */
function frontalMeasures(context: FrontalContext): CurveMeasure[] {
  const measure = (
    id: string,
    unit: CurveMeasure['unit'],
    metric: 'pelvic_drop' | 'knee_deviation' | 'heel_lean' | 'foot_under_ankle_rear',
  ): CurveMeasure => ({
    ...{ id, unit, sided: true },
    reader: (signals, side) => (time) => {
      const seen = frontalStep(instant(side, time), signals, context);
      const value = seen && metricSpec(metric).readFrontal?.(seen);
      return value === undefined || Number.isFinite(value) ? value : undefined;
    },
  });
  return [
    measure('pelvic_drop', 'deg', 'pelvic_drop'),
    measure('knee_deviation', 'deg', 'knee_deviation'),
    measure('heel_lean', 'deg', 'heel_lean'),
    measure('foot_under_ankle', '% shank', 'foot_under_ankle_rear'),
  ];
}

const instant = (side: Side, time: number): Step => ({
  ...{ side, index: 0, initialContact: time, toeOff: undefined, midStance: time, nextContact: undefined },
  ...{ nextSameSide: undefined, contactSpread: 0, toeOffSpread: undefined, problem: undefined },
});
