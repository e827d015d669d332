import type { Phase } from '../../domain/plan.ts';

/** One reading that a rule asks for: beyond the speed-matched mean by one SD, or beyond a fixed anchor. */
export interface RuleTest {
  readonly metric: string;
  readonly beyond: 'above' | 'below';
  /** A fixed anchor in the metric's unit; without it the norm's mean +/- 1 SD is the limit. */
  readonly anchor?: number;
}

/**
 * Fault -> drill rules of measurement.md 6.3 that a video can trigger. `all`: every test must hold. `one_of_two`: one test
 * likely and the other at least even. The strike pattern alone is no fault.
 */
export interface Rule {
  readonly id: string;
  readonly tests: readonly RuleTest[];
  readonly combine: 'all' | 'one_of_two';
  /** Rules of which one must be found as well. */
  readonly alongside?: readonly string[];
  readonly drills: readonly { readonly exercise: string; readonly phase: Phase }[];
  readonly cue: string;
  readonly caution: string;
  readonly source: string;
}

const at = (phase: Phase, ...exercises: string[]) => exercises.map((exercise) => ({ exercise, phase }));

/** In order of priority: how strong the evidence for the answer is. */
export const RULES: readonly Rule[] = [
  {
    id: 'overstriding',
    tests: [
      { metric: 'overstride_heel', beyond: 'above' },
      { metric: 'tibia_angle_ic', beyond: 'above' },
    ],
    combine: 'one_of_two',
    drills: [...at(1, 'F4', 'A4'), ...at(2, 'F6', 'S9'), ...at(3, 'F10', 'F11', 'F12')],
    cue: 'Let the foot land nearer to under your hips; some runners choose to try a cadence 5 % higher.',
    caution: 'The calf and the Achilles tendon work harder; do not force a forefoot landing.',
    source: 'Heiderscheit 2011; Lieberman 2015',
  },
  {
    id: 'excess_vertical_oscillation',
    tests: [{ metric: 'vertical_oscillation', beyond: 'above' }],
    combine: 'all',
    drills: [...at(1, 'A5', 'F4'), ...at(3, 'F12', 'F10', 'F9', 'F7')],
    cue: 'Run along the ground rather than up.',
    caution: 'The height depends on the scale of the picture, about 5 %.',
    source: 'Heiderscheit 2011; Van Hooren 2024; Folland 2017',
  },
  {
    id: 'low_cadence',
    tests: [{ metric: 'cadence', beyond: 'below' }],
    combine: 'all',
    alongside: ['overstriding', 'excess_vertical_oscillation'],
    drills: [...at(1, 'F4'), ...at(3, 'F12', 'F7', 'F10')],
    cue: 'Try a rhythm 5 % quicker than your own, a minute at a time.',
    caution: 'There is no one right number; taller and slower runners step less often.',
    source: 'Willy 2016; Lenhart 2014; Willson 2014',
  },
  {
    id: 'heavy_heel_strike',
    tests: [
      { metric: 'heel_strike_share', beyond: 'above', anchor: 0.9 },
      { metric: 'foot_strike_angle', beyond: 'above' },
      { metric: 'knee_flexion_ic', beyond: 'below' },
    ],
    combine: 'all',
    drills: [...at(1, 'F4', 'S6'), ...at(2, 'S7', 'F6'), ...at(3, 'F3', 'F10')],
    cue: 'Land softly, with a knee that gives.',
    caution: 'Softer landings load the calf more; the aim is a softer landing, not another strike pattern.',
    source: 'Chan 2018; Anderson 2020; Hamill & Gruber 2017',
  },
  {
    id: 'pelvic_drop',
    tests: [{ metric: 'pelvic_drop', beyond: 'above' }],
    combine: 'all',
    drills: [...at(1, 'A5', 'A4'), ...at(2, 'F5', 'S9'), ...at(3, 'F8', 'F12')],
    cue: 'Keep the belt line level.',
    caution: 'The hips in the picture under-report the drop.',
    source: 'Bramah 2019',
  },
  {
    id: 'crossover',
    tests: [{ metric: 'crossover_share', beyond: 'above', anchor: 0.5 }],
    combine: 'all',
    drills: [...at(1, 'A5', 'A4'), ...at(2, 'F5'), ...at(3, 'F8', 'F12')],
    cue: 'Run on two rails.',
    caution: 'A narrower track at higher speed is usual.',
    source: 'Meardon 2012',
  },
  {
    id: 'trunk_upright',
    tests: [{ metric: 'trunk_lean', beyond: 'below', anchor: 2 }],
    combine: 'all',
    drills: [...at(1, 'A5'), ...at(3, 'F12', 'F11')],
    cue: 'Lean a little from the ankles.',
    caution: 'Leaning loads the hips more.',
    source: 'Teng & Powers 2014',
  },
  {
    id: 'trunk_flexed',
    tests: [{ metric: 'trunk_lean', beyond: 'above', anchor: 14 }],
    combine: 'all',
    drills: [...at(1, 'A5'), ...at(3, 'F12', 'F11')],
    cue: 'Grow tall from the hips.',
    caution: 'Steep hills and sprints need more lean.',
    source: 'Teng & Powers 2014',
  },
  {
    id: 'stiff_knee',
    tests: [{ metric: 'knee_flexion_ms', beyond: 'below' }],
    combine: 'all',
    drills: [...at(1, 'F4'), ...at(2, 'S9'), ...at(3, 'F3')],
    cue: 'Let the knee give as you land.',
    caution: 'A weak trend only; low priority.',
    source: 'Souza 2016; Loh 2025',
  },
  {
    id: 'prolonged_contact',
    tests: [{ metric: 'contact_time', beyond: 'above' }],
    combine: 'all',
    drills: [...at(1, 'S6', 'S3'), ...at(2, 'S4', 'S8'), ...at(3, 'F7', 'F3', 'F8', 'F9')],
    cue: 'Quick, quiet feet.',
    caution: 'Tiredness and slow running lengthen contact by themselves; no link with economy is known.',
    source: 'Van Hooren 2024',
  },
];

export function ruleById(id: string): Rule {
  const rule = RULES.find((candidate) => candidate.id === id);
  if (!rule) throw new RangeError(`invalid rule: ${id}`);
  return rule;
}
