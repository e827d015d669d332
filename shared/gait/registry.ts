/**
 * The only list of metrics. Formulas: measurement.md section 1.3 (S*) and 1.4 (R*); minimum and recommended capture
 * rates: section 1.7 and, for contact, flight and duty factor, section 3.5.
 */
export interface MetricSpec {
  readonly id: string;
  /** Row of measurement.md. */
  readonly spec: string;
  readonly unit: string;
  readonly view: 'any' | 'side' | 'rear' | 'frontal';
  readonly minFps: number;
  readonly recommendedFps: number;
  /** What the value is read at or over. */
  readonly event: 'initial_contact' | 'toe_off' | 'mid_stance' | 'stance' | 'stride' | 'step';
  readonly sided: boolean;
  /** Visual note only: at most low until the coach confirms it on the frame. */
  readonly visualOnly?: true;
  /** What the coach has to have told for it to be read. */
  readonly needs: readonly ('speed' | 'height')[];
  /** Decimals that make sense to show. */
  readonly decimals: number;
}

const side = <Id extends string>(
  id: Id,
  spec: string,
  unit: string,
  event: MetricSpec['event'],
  minFps: number,
  recommendedFps: number,
  decimals = 0,
) =>
  ({
    id,
    spec,
    unit,
    view: 'side',
    minFps,
    recommendedFps,
    event,
    sided: true,
    needs: [],
    decimals,
  }) as const satisfies MetricSpec;

const rear = <Id extends string>(
  id: Id,
  spec: string,
  unit: string,
  minFps: number,
  recommendedFps: number,
  decimals = 0,
) =>
  ({
    id,
    spec,
    unit,
    view: 'rear',
    minFps,
    recommendedFps,
    event: 'mid_stance',
    sided: true,
    visualOnly: true,
    needs: [],
    decimals,
  }) as const satisfies MetricSpec;

export const METRICS = [
  {
    id: 'cadence',
    spec: 'S16',
    unit: 'steps/min',
    view: 'any',
    minFps: 24,
    recommendedFps: 60,
    event: 'step',
    sided: false,
    needs: [],
    decimals: 0,
  },
  // From behind one leg's steps read up to 40 ms longer than the other's on runners without any asymmetry.
  side('step_time', 'S13', 'ms', 'step', 24, 60),
  side('contact_time', 'S11', 'ms', 'stance', 60, 120),
  side('flight_time', 'S12', 'ms', 'step', 60, 120),
  side('duty_factor', 'S15', '1', 'stride', 60, 120, 2),
  side('foot_strike_angle', 'S1', 'deg', 'initial_contact', 60, 120),
  side('heel_strike_share', 'S2', '0-1', 'initial_contact', 120, 120, 2),
  side('tibia_angle_ic', 'S3', 'deg', 'initial_contact', 60, 120),
  side('knee_flexion_ic', 'S5', 'deg', 'initial_contact', 60, 120),
  side('knee_flexion_ms', 'S6', 'deg', 'mid_stance', 30, 60),
  side('knee_flexion_peak_stance', 'S6', 'deg', 'stance', 30, 60),
  { ...side('trunk_lean', 'S8', 'deg', 'stance', 24, 30), sided: false },
  side('overstride_ankle', 'S4b', 'leg', 'initial_contact', 60, 120, 2),
  side('overstride_heel', 'S4', 'leg', 'initial_contact', 60, 120, 2),
  { ...side('vertical_oscillation', 'S9', 'mm', 'step', 24, 30), sided: false, needs: ['height'] },
  { ...side('vertical_ratio', 'S10', '%', 'step', 24, 30, 1), sided: false, needs: ['speed', 'height'] },
  { ...side('step_length', 'S17', 'm', 'step', 24, 30, 2), sided: false, needs: ['speed'] },
  side('toe_off_plantarflexion', 'S18', 'deg', 'toe_off', 120, 120),
  side('trailing_thigh', 'S20', 'deg', 'toe_off', 120, 120),
  side('foot_off_excursion', 'S21', 'deg', 'toe_off', 120, 120),
  rear('foot_under_ankle_rear', 'R8', '% shank', 60, 120),
  rear('pelvic_drop', 'R1', 'deg', 60, 60),
  rear('heel_lean', 'R6', 'deg', 60, 120),
  rear('knee_deviation', 'R3', 'deg', 60, 60),
  { ...rear('toe_out', 'R9', 'deg', 60, 60), view: 'frontal' },
  { ...rear('knee_window', 'R4', '1', 60, 60, 2), sided: false },
  { ...rear('line_offset', 'R10', 'mm', 60, 60), needs: ['height'] },
  { ...rear('step_width', 'R11', 'mm', 60, 60), sided: false, needs: ['height'] },
  { ...rear('crossover_share', 'R12', '0-1', 60, 60, 2), needs: ['height'] },
] as const satisfies readonly MetricSpec[];

export type MetricId = (typeof METRICS)[number]['id'];

const byId = new Map<string, MetricSpec>(METRICS.map((metric) => [metric.id, metric]));

/** The metric of that id; `asymmetry.<id>` has the unit of its metric (angles) or % (ratio scales). */
export function metricSpec(id: string): MetricSpec {
  const base = byId.get(id.replace(/^asymmetry\./, ''));
  if (!base) throw new RangeError(`invalid metric id: ${id}`);
  return base;
}
