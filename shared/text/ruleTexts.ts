import { told } from '../domain/language.ts';
import { RULE_TEXTS_DE } from './de/ruleTextsDe.ts';

/** What a rule's finding says: to the coach as a heading, to the athlete as one sentence. No judgement of health. */
export interface RuleText {
  readonly title: string;
  readonly athlete: string;
}

const RULE_TEXTS_EN = {
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
  weak_toe_off: { title: 'Soft push-off', athlete: 'Your coach saw a soft push-off at the end of the step.' },
  asymmetry: {
    title: 'Left and right differ',
    athlete: 'Your coach saw the same difference between left and right in two clips.',
  },
  foot_not_under_ankle: {
    title: 'Foot not under the ankle',
    athlete: 'Your coach saw the foot land to the side of the ankle or ahead of it.',
  },
  heel_leans_in: {
    title: 'Heel appears to lean inward (visual note)',
    athlete: 'Your coach saw the heel lean inward in this view.',
  },
  knee_window: {
    title: 'Little room between the knees',
    athlete: 'Your coach saw the knees come close together while you run.',
  },
  forefoot_contact: {
    title: 'Forefoot landing with tired calves or a heel that stays up',
    athlete: 'Your coach saw the heel stay up while your calves get tired.',
  },
  toe_clawing: { title: 'Toes claw', athlete: 'Your coach saw your toes curl while the foot presses down.' },
  toe_out: { title: 'Feet point outward', athlete: 'Your coach saw your feet point outward.' },
};

export const RULE_TEXTS: Readonly<Record<string, RuleText>> = told(RULE_TEXTS_EN, RULE_TEXTS_DE);

export const ruleText = (rule: string): RuleText => RULE_TEXTS[rule] ?? { title: rule, athlete: rule };
