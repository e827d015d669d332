import { spokenLanguage } from '../../domain/language.ts';
import type { Phase } from '../../domain/plan.ts';
import { RULE_WORDS_DE } from './de/rulesDe.ts';

/** One reading that a rule asks for: beyond the speed-matched mean by one SD, or beyond a fixed anchor. */
export interface RuleTest {
  readonly metric: string;
  readonly beyond: 'above' | 'below';
  /** A fixed anchor in the metric's unit; without it the norm's mean +/- 1 SD is the limit. */
  readonly anchor?: number;
}

/**
 * Fault -> drill rules (PROGRAMME.md 3). `all`: every test must hold. `one_of_two`: one test likely and the other at
 * least even. `coach`: no video value may decide it; it counts once the coach has confirmed it on the frame or by eye.
 * The strike pattern alone is no fault.
 */
export interface Rule {
  readonly id: string;
  readonly tests: readonly RuleTest[];
  readonly combine: 'all' | 'one_of_two' | 'coach';
  /** Metrics whose frames the coach looks at, for rules that the coach decides. */
  readonly shows?: readonly string[];
  /** Lowest grade of every value that brings drills without the coach's word. */
  readonly gradeGate: 'medium' | 'coach';
  /** What has to be there before the rule is judged at all, in plain words. */
  readonly needs: string;
  /** Rules of which one must be found as well. */
  readonly alongside?: readonly string[];
  readonly drills: readonly { readonly exercise: string; readonly phase: Phase }[];
  /** Exercises that step back while the rule is a priority. */
  readonly leaveOut?: readonly string[];
  /** The answer includes a slightly quicker rhythm, in small steps from the runner's own. */
  readonly usesCadence?: true;
  readonly cue: string;
  readonly caution: string;
  readonly source: string;
}

/** Of a rule behind which no study stands. */
const OWN_RULE = 'a rule of this programme';

const at = (phase: Phase, ...exercises: string[]) => exercises.map((exercise) => ({ exercise, phase }));

/** In order of priority: how strong the evidence for the answer is. */
export const RULES: readonly Rule[] = [
  {
    id: 'overstriding',
    gradeGate: 'medium',
    needs: 'A side view of 60 frames a second or more, and the running speed.',
    usesCadence: true,
    tests: [
      { metric: 'overstride_heel', beyond: 'above' },
      { metric: 'tibia_angle_ic', beyond: 'above' },
    ],
    combine: 'one_of_two',
    drills: [...at(1, 'F4', 'A4', 'X5'), ...at(2, 'F6', 'S9', 'X5'), ...at(3, 'F10', 'F11', 'F12')],
    cue: 'Let the foot land nearer to under your hips; some runners choose to try a cadence 5 % higher.',
    caution: 'The calf and the Achilles tendon work harder; do not force a forefoot landing.',
    source: 'Heiderscheit 2011; Lieberman 2015',
  },
  {
    id: 'excess_vertical_oscillation',
    gradeGate: 'medium',
    needs: "A side view, the running speed and the athlete's height.",
    usesCadence: true,
    tests: [{ metric: 'vertical_oscillation', beyond: 'above' }],
    combine: 'all',
    drills: [...at(1, 'A5', 'F4'), ...at(3, 'F12', 'F10', 'F9', 'F7')],
    cue: 'Run along the ground rather than up.',
    caution: 'The height depends on the scale of the picture, about 5 %.',
    source: 'Heiderscheit 2011; Van Hooren 2024; Folland 2017',
  },
  {
    id: 'low_cadence',
    gradeGate: 'medium',
    needs: 'Any view and the running speed, with overstriding or a high oscillation beside it.',
    usesCadence: true,
    tests: [{ metric: 'cadence', beyond: 'below' }],
    combine: 'all',
    alongside: ['overstriding', 'excess_vertical_oscillation'],
    drills: [...at(1, 'X5', 'F4'), ...at(2, 'X5'), ...at(3, 'F12', 'F7', 'F10')],
    cue: 'Try a rhythm 5 % quicker than your own, a minute at a time.',
    caution: 'There is no one right number; taller and slower runners step less often.',
    source: 'Willy 2016; Lenhart 2014; Willson 2014',
  },
  {
    id: 'heavy_heel_strike',
    gradeGate: 'medium',
    needs: 'A side view of 120 frames a second or more, and the running speed.',
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
    gradeGate: 'medium',
    needs: "A view from behind, the running speed, and the coach's look at the frame.",
    usesCadence: true,
    tests: [{ metric: 'pelvic_drop', beyond: 'above' }],
    combine: 'all',
    drills: [...at(1, 'X1', 'A5', 'A4'), ...at(2, 'F5', 'S9'), ...at(3, 'F8', 'F12')],
    cue: 'Keep the belt line level.',
    caution: 'The hips in the picture under-report the drop.',
    source: 'Bramah 2019',
  },
  {
    id: 'crossover',
    gradeGate: 'medium',
    needs: 'A view from straight behind.',
    tests: [{ metric: 'crossover_share', beyond: 'above', anchor: 0.5 }],
    combine: 'all',
    drills: [...at(1, 'X7', 'A5', 'A4'), ...at(2, 'F5'), ...at(3, 'F8', 'F12')],
    cue: 'Run on two rails.',
    caution: 'A narrower track at higher speed is usual.',
    source: 'Meardon 2012',
  },
  {
    id: 'trunk_upright',
    gradeGate: 'medium',
    needs: 'A side view.',
    tests: [{ metric: 'trunk_lean', beyond: 'below', anchor: 2 }],
    combine: 'all',
    drills: [...at(1, 'X8', 'A5'), ...at(3, 'F12', 'F11')],
    cue: 'Lean a little from the ankles.',
    caution: 'Leaning loads the hips more.',
    source: 'Teng & Powers 2014',
  },
  {
    id: 'trunk_flexed',
    gradeGate: 'medium',
    needs: 'A side view.',
    tests: [{ metric: 'trunk_lean', beyond: 'above', anchor: 14 }],
    combine: 'all',
    drills: [...at(1, 'X8', 'A5'), ...at(3, 'F12', 'F11')],
    cue: 'Grow tall from the hips.',
    caution: 'Steep hills and sprints need more lean.',
    source: 'Teng & Powers 2014',
  },
  {
    id: 'stiff_knee',
    gradeGate: 'medium',
    needs: 'A side view and the running speed.',
    tests: [{ metric: 'knee_flexion_ms', beyond: 'below' }],
    combine: 'all',
    drills: [...at(1, 'F4'), ...at(2, 'S9'), ...at(3, 'F3')],
    cue: 'Let the knee give as you land.',
    caution: 'A weak trend only; low priority.',
    source: 'Souza 2016; Loh 2025',
  },
  {
    id: 'prolonged_contact',
    gradeGate: 'medium',
    needs: 'A side view of 120 frames a second or more, and the running speed.',
    tests: [{ metric: 'contact_time', beyond: 'above' }],
    combine: 'all',
    drills: [...at(1, 'S6', 'S3'), ...at(2, 'S4', 'S8'), ...at(3, 'F7', 'F3', 'F8', 'F9')],
    cue: 'Quick, quiet feet.',
    caution: 'Tiredness and slow running lengthen contact by themselves; no link with economy is known.',
    source: 'Van Hooren 2024',
  },
  {
    id: 'weak_toe_off',
    tests: [],
    combine: 'coach',
    shows: ['foot_off_excursion', 'toe_off_plantarflexion', 'trailing_thigh'],
    gradeGate: 'coach',
    needs:
      'A side view of 120 frames a second or more; the coach decides, because no spread of typical values is known.',
    drills: [...at(1, 'S1', 'S3', 'S6'), ...at(2, 'S4'), ...at(3, 'F7', 'F9', 'F11', 'F3')],
    cue: 'Push the ground away with the big toe.',
    caution: 'Slow running needs less push-off; stronger toes did not change economy in a ten-week trial.',
    source: 'Goldmann 2013; Farris 2019',
  },
  {
    id: 'asymmetry',
    tests: [],
    combine: 'coach',
    shows: ['asymmetry.contact_time', 'asymmetry.foot_strike_angle'],
    gradeGate: 'coach',
    needs: 'Both sides filmed and the same difference in two clips; the coach decides.',
    drills: [...at(1, 'A4'), ...at(2, 'X2', 'X3', 'S9'), ...at(3, 'F8')],
    cue: 'Same quiet sound left and right.',
    caution:
      'Differences of 2 to 3 degrees are usual; a new difference with pain belongs to a physiotherapist.',
    source: OWN_RULE,
  },
  {
    id: 'foot_not_under_ankle',
    tests: [],
    combine: 'coach',
    shows: ['foot_under_ankle_rear', 'tibia_angle_ic'],
    gradeGate: 'coach',
    needs: 'A view from behind or the side and a standing picture; the coach decides.',
    drills: [...at(1, 'A4', 'A2', 'S3', 'F4'), ...at(2, 'F5'), ...at(3, 'F10')],
    cue: 'Foot under the ankle.',
    caution: 'Compare with the standing picture only.',
    source: OWN_RULE,
  },
  {
    id: 'heel_leans_in',
    tests: [],
    combine: 'coach',
    shows: ['heel_lean', 'foot_under_ankle_rear'],
    gradeGate: 'coach',
    needs: 'A view from behind of 120 frames a second and a standing picture; the coach decides.',
    drills: [...at(1, 'A1', 'A2', 'S3', 'A4', 'S6'), ...at(2, 'S5', 'F5', 'S10')],
    cue: 'Feel the arch lift as you stand on it.',
    caution: 'A heel that leans inward is common and no fault by itself.',
    source: 'Nielsen 2014; Mousavi 2021',
  },
  {
    id: 'knee_window',
    tests: [],
    combine: 'coach',
    shows: ['knee_window', 'knee_deviation'],
    gradeGate: 'coach',
    needs: 'A view from behind, seen in two clips; the coach decides.',
    drills: [...at(1, 'X1', 'A5'), ...at(2, 'S9', 'F5'), ...at(3, 'F8')],
    cue: 'Keep a window between the knees.',
    caution: 'The picture shows the knee from one side only; it does not show how it turns.',
    source: 'Dingenen 2018',
  },
  {
    id: 'forefoot_contact',
    tests: [],
    combine: 'coach',
    shows: ['foot_strike_angle'],
    gradeGate: 'coach',
    needs:
      'Landing on the forefoot together with tired calves, new thin shoes or a heel that never comes down; the coach decides.',
    drills: [...at(1, 'X4', 'M1', 'S6'), ...at(2, 'X4', 'S6'), ...at(3, 'X4', 'S6')],
    leaveOut: ['F2', 'F3', 'F7', 'F8', 'F9'],
    cue: 'Let the heel kiss the ground.',
    caution: 'Landing on the forefoot alone is no fault. Stop with pain in the Achilles tendon.',
    source: 'J Sports Sci Med 24:747',
  },
  {
    id: 'toe_clawing',
    tests: [],
    combine: 'coach',
    gradeGate: 'coach',
    needs: 'Seen barefoot and close up by the coach; no running video shows it.',
    drills: [...at(1, 'A1', 'A2', 'S3'), ...at(2, 'S3', 'S5'), ...at(3, 'S3')],
    leaveOut: ['S1', 'S2', 'S8'],
    cue: 'Long toes, press the pads.',
    caution: 'Curling drills wait until the toes stay long.',
    source: OWN_RULE,
  },
  {
    id: 'toe_out',
    tests: [],
    combine: 'coach',
    shows: ['toe_out'],
    gradeGate: 'coach',
    needs: 'A front or rear view; the coach decides, because no limit is known.',
    drills: [...at(1, 'M1', 'M3', 'S6', 'A4'), ...at(2, 'S10')],
    cue: 'Second toe forward, as far as it is easy.',
    caution: 'The shape of the bones may be the reason; never force it. No study shows that a change helps.',
    source: OWN_RULE,
  },
];

/** A rule, its words in the language that is spoken. @throws RangeError for an unknown one */
export function ruleById(id: string): Rule {
  const rule = RULES.find((candidate) => candidate.id === id);
  if (!rule) throw new RangeError(`invalid rule: ${id}`);
  return spokenLanguage() === 'de' ? { ...rule, ...RULE_WORDS_DE[id] } : rule;
}
