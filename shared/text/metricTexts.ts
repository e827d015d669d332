import type { Metric, Side } from '../domain/analysis.ts';
import { either, told } from '../domain/language.ts';
import { landingOf, strikeChances } from '../gait/landing.ts';
import type { MetricId } from '../gait/registry.ts';
import { LANDING_TEXTS_DE, METRIC_TEXTS_DE, UNIT_TEXTS_DE } from './de/metricTextsDe.ts';

export interface MetricText {
  readonly name: string;
  /** What it is and how it is measured, in plain words. */
  readonly definition: string;
}

const METRIC_TEXTS_EN: Readonly<Record<MetricId, MetricText>> = {
  cadence: {
    name: 'Cadence',
    definition:
      'Steps per minute, left and right counted. Read from a line through the times of all contacts, so one missed contact does not change it.',
  },
  step_time: {
    name: 'Step time',
    definition: 'Time from a contact of this foot to the next contact of the other foot.',
  },
  contact_time: {
    name: 'Contact time',
    definition: 'Time from initial contact to toe-off of the same foot.',
  },
  flight_time: {
    name: 'Flight time',
    definition: 'Time from toe-off to the next contact of the other foot, with no foot on the ground.',
  },
  duty_factor: {
    name: 'Duty factor',
    definition:
      'Contact time as a share of the stride, from one contact of a foot to its next. Running stays below 0.5.',
  },
  foot_strike_angle: {
    name: 'Foot strike angle',
    definition:
      'Angle of the sole at initial contact against the flat foot; positive when the heel lands first.',
  },
  heel_strike_share: {
    name: 'Heel-first contacts',
    definition:
      'Share of contacts whose foot strike angle is above 8 degrees, each counted with its probability.',
  },
  tibia_angle_ic: {
    name: 'Shin angle at contact',
    definition: 'Lean of the shin at initial contact; positive when the ankle is ahead of the knee.',
  },
  knee_flexion_ic: { name: 'Knee flexion at contact', definition: 'Bend of the knee at initial contact.' },
  knee_flexion_ms: {
    name: 'Knee flexion at mid-stance',
    definition: 'Bend of the knee half way through the contact.',
  },
  knee_flexion_peak_stance: {
    name: 'Peak knee flexion in stance',
    definition: 'Largest bend of the knee while the foot is on the ground.',
  },
  trunk_lean: {
    name: 'Trunk lean',
    definition: 'Forward lean of the line from hips to shoulders, mean over the contact.',
  },
  overstride_ankle: {
    name: 'Ankle ahead of hips',
    definition:
      'How far the ankle is ahead of the middle of the hips at initial contact, in leg lengths (thigh plus shin).',
  },
  overstride_heel: {
    name: 'Heel ahead of hips',
    definition:
      'How far the heel is ahead of the middle of the hips at initial contact, in leg lengths (thigh plus shin).',
  },
  vertical_oscillation: {
    name: 'Vertical oscillation',
    definition: 'Rise and fall of the hips over one step.',
  },
  vertical_ratio: {
    name: 'Vertical ratio',
    definition: 'Vertical oscillation as a share of the step length.',
  },
  step_length: { name: 'Step length', definition: 'Running speed times step time.' },
  toe_off_plantarflexion: {
    name: 'Ankle push-off angle',
    definition: 'How far the foot points down from the shin at toe-off.',
  },
  trailing_thigh: {
    name: 'Thigh behind at toe-off',
    definition: 'Angle of the thigh at toe-off; negative when the knee is behind the hip.',
  },
  foot_off_excursion: {
    name: 'Foot-off excursion',
    definition: 'How far the sole turns from flat on the ground to toe-off.',
  },
  foot_under_ankle_rear: {
    name: 'Foot under ankle (rear)',
    definition:
      'From behind, at mid-stance: how far the ankle falls to the inside of the heel, against standing, as a share of the shin length.',
  },
  pelvic_drop: {
    name: 'Pelvic drop',
    definition:
      'From behind, at mid-stance: how far the hip of the swinging leg is lower than that of the standing leg.',
  },
  heel_lean: {
    name: 'Heel lean',
    definition:
      'From behind, at mid-stance: lean of the line from heel to ankle; positive when it leans inward. A visual note, not a joint angle.',
  },
  knee_deviation: {
    name: 'Knee deviation',
    definition:
      'From behind, at mid-stance: how far the knee is to the inside of the line from hip to ankle.',
  },
  toe_out: { name: 'Toe-out', definition: 'Turn of the foot out from the direction of running.' },
  knee_window: {
    name: 'Knee window',
    definition: 'Gap between the knees at mid-stance, in hip widths; zero or less when they overlap.',
  },
  line_offset: {
    name: 'Foot beside the line of travel',
    definition:
      'Sideways distance of the foot from the path of the hips at mid-stance; negative when it crosses.',
  },
  step_width: {
    name: 'Step width',
    definition: 'Sideways distance between the two feet, from their distances to the line of travel.',
  },
  crossover_share: {
    name: 'Steps across the line',
    definition: 'Share of steps whose foot lands past the line of travel.',
  },
};

/** Names and definitions of the metrics as coaches and athletes read them; formulas: the registry's spec rows. */
export const METRIC_TEXTS: Readonly<Record<MetricId, MetricText>> = told(METRIC_TEXTS_EN, METRIC_TEXTS_DE);

/** Name of a metric or of an `asymmetry.<id>`. */
export function metricName(id: string): string {
  const base = id.replace(/^asymmetry\./, '');
  const texts: Readonly<Record<string, MetricText>> = METRIC_TEXTS;
  const name = texts[base]?.name ?? base;
  return id === base ? name : `${name}, ${either('left-right difference', 'Unterschied links-rechts')}`;
}

const UNIT_TEXTS_EN = {
  'steps/min': 'steps/min',
  ms: 'ms',
  deg: '°',
  leg: 'leg lengths',
  mm: 'mm',
  '%': '%',
  m: 'm',
  '% shank': '% of shin',
  '0-1': '',
  '1': '',
};
export const UNIT_TEXTS: Readonly<Record<string, string>> = told(UNIT_TEXTS_EN, UNIT_TEXTS_DE);

const LANDING_TEXTS = told(
  {
    heel: 'heel first ({percent} % likely)',
    midfoot: 'midfoot ({percent} % likely)',
    forefoot: 'forefoot first ({percent} % likely)',
    not_heel: 'midfoot or forefoot ({percent} % likely)',
    uncertain: 'too near the limit to say (heel first: {percent} % likely)',
  },
  LANDING_TEXTS_DE,
);

/** What is read of how a foot lands, beside the numbers; undefined where nothing can be told. */
export function landingText(metrics: readonly Metric[], side: Side): string | undefined {
  const landing = landingOf(metrics, side);
  const chances = strikeChances(metrics, side);
  if (landing === undefined || chances === undefined) return undefined;
  const chance =
    landing === 'not_heel' ? 1 - chances.heel : chances[landing === 'uncertain' ? 'heel' : landing];
  // Nothing that is read off keypoints is certain.
  const percent = Math.min(99, Math.max(1, Math.round(100 * chance)));
  return LANDING_TEXTS[landing].replace('{percent}', String(percent));
}
