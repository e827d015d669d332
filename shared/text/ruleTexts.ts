/** What a rule's finding says: to the coach as a heading, to the athlete as one sentence. No judgement of health. */
export interface RuleText {
  readonly title: string;
  readonly athlete: string;
}

export const RULE_TEXTS: Readonly<Record<string, RuleText>> = {
  overstriding: {
    title: 'Foot lands far ahead of the hips',
    athlete: 'Your foot lands farther ahead of your hips than is typical at this speed.',
  },
  excess_vertical_oscillation: {
    title: 'High vertical oscillation',
    athlete: 'Your hips rise and fall more with each step than is typical at this speed.',
  },
  low_cadence: {
    title: 'Low cadence',
    athlete: 'You take fewer steps a minute than is typical at this speed.',
  },
  heavy_heel_strike: {
    title: 'Heel-first landing on a straight knee',
    athlete: 'You land on the heel with a straighter knee than is typical at this speed.',
  },
  pelvic_drop: {
    title: 'Pelvis drops on the swinging side',
    athlete: 'Your hips tilt to the swinging side more than is typical at this speed.',
  },
  crossover: {
    title: 'Feet cross the line of travel',
    athlete: 'Your feet land past the line you run along.',
  },
  trunk_upright: { title: 'Very upright trunk', athlete: 'You run more upright than most runners.' },
  trunk_flexed: { title: 'Trunk leans far forward', athlete: 'You lean further forward than most runners.' },
  stiff_knee: {
    title: 'Little knee bend in stance',
    athlete: 'Your knee bends less while the foot is down than is typical at this speed.',
  },
  prolonged_contact: {
    title: 'Long ground contact',
    athlete: 'Your foot stays on the ground longer than is typical at this speed.',
  },
};

export const ruleText = (rule: string): RuleText => RULE_TEXTS[rule] ?? { title: rule, athlete: rule };

export const PLAN_NOTE_TEXTS: Readonly<Record<string, string>> = {
  no_baseline:
    'No baseline tests are recorded yet, so every week stays in phase 1 (awareness). The tests open the next phase.',
  no_priority:
    'Nothing in this analysis calls for special drills; this is the general foot-strength programme.',
  unconfirmed_findings:
    'Some observations wait for the coach to confirm them on the frame before drills answer them.',
};
