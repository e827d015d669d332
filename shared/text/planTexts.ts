import { told } from '../domain/language.ts';
import type { BodyArea, PlanNote } from '../domain/plan.ts';
import {
  ADVICE_TEXTS_DE,
  AREA_TEXTS_DE,
  CRITERION_TEXTS_DE,
  DAY_TEXTS_DE,
  NOTE_TEXTS_DE,
  REASON_TEXTS_DE,
  SETTING_TEXTS_DE,
} from './de/planTextsDe.ts';

/** Sentences of the plan's codes, for coach and athlete. `{name}` comes from the note. */
const NOTE_TEXTS: Readonly<Record<string, string>> = told(
  {
    no_baseline:
      'No baseline tests are recorded yet, so every week stays in phase 1 (awareness). The tests open the next phase.',
    no_priority:
      'Nothing that was seen calls for special drills; this is the general foot-strength programme.',
    unconfirmed_findings:
      'Some observations wait for the coach to confirm them on the frame before drills answer them.',
    minimalist_not_yet: 'The step towards minimalist shoes waits for: {missing}.',
    area_stopped:
      'Drills that load these places are stopped: {areas}. They come back when the coach says so.',
    light_week: 'A lighter week: the feet catch up.',
    days_lost: 'Some days are taken by a race, a holiday or illness. What is missed is not made up for.',
    gate_lost: 'The last tests fell below the ones that opened this phase, so the load does not grow.',
    held_after: 'The load waits, because of what was reported in the week before.',
    soreness_hold: 'Soreness was reported ({area}, {level} of 10): the load does not grow.',
    soreness_ease: 'Soreness was reported ({area}, {level} of 10): less work, roll and stretch gently.',
    pain_stop: 'Pain was reported ({area}): the drills that load it are stopped.',
    pain_elsewhere: 'Pain was reported: the load does not grow, and hops and hills are left out.',
    pain_unanswered:
      'A note speaks of pain and the question about it is not answered: the load does not grow.',
    adherence_low:
      'Only {percent} % of the last drills were done: the load does not grow until they are regular.',
    missed_long: '{days} days without drills: start again with less.',
    effort_high: 'The drills felt very hard ({rpe} of 10): the load does not grow.',
    illness: 'Illness: start again with less.',
    arch_ask_physiotherapist:
      'The arch height has not changed over {cycles} cycles. The programme suggests asking a physiotherapist.',
    phase_opened: 'The gate of phase {phase} is passed.',
    phase_later: 'A gate is not passed yet: phase {phase} goes on until it is.',
    hold_over: 'What held the load is over.',
    made_anew: 'The plan was brought up to today.',
    new_analysis: 'A newer analysis is taken.',
    options_changed: 'The days, minutes, equipment or calendar were changed.',
    tests_changed: 'The tests were changed.',
    log_changed: 'The log was changed.',
    coach_changed: 'A change by the coach was made, taken back or made again.',
    coach_change: 'Changed by the coach: {reason}',
    coach_change_refused: 'A change by the coach could not be kept: {reason}.',
    locked_item_eased: 'A locked exercise had to become lighter to keep the load within its limit.',
  },
  NOTE_TEXTS_DE,
);

/** Why a change could not be kept, and what the shoe step waits for. */
const REASON_TEXTS: Readonly<Record<string, string>> = told(
  {
    phase_not_open: 'the exercise belongs to a later phase',
    equipment_missing: 'the athlete does not have the equipment',
    pain: 'the exercise loads a place that hurts',
    pain_free_only: 'the exercise needs a day without pain',
    no_barefoot: 'no barefoot work for this athlete',
    already_there: 'the exercise is on that day already',
    cap: 'the day already holds the most exercises it may',
    minutes: 'the day has no minutes left',
    day_not_available: 'the day is not free',
    unknown_exercise: 'the exercise is not in the library',
    habit: 'three weeks of regular drills',
    stride: 'a comfortable cadence and stride',
    shoes: 'the shoes',
  },
  REASON_TEXTS_DE,
);

export const DAY_TEXTS: Readonly<Record<string, string>> = told(
  {
    training: 'Training',
    off: 'Off day',
    race: 'Race day',
    before_race: 'Day before a race',
    after_race: 'Day after a race',
    holiday: 'Holiday',
    ill: 'Ill',
  },
  DAY_TEXTS_DE,
);

export const ADVICE_TEXTS: Readonly<Record<string, string>> = told(
  {
    easy_cycling_or_swimming: 'Easy cycling or swimming if you like.',
    sleep_food_water: 'Sleep well, eat well, drink enough.',
    race_day: 'No drills today. Enjoy the race.',
    easy_day: 'No drills today: stretch and roll gently.',
    rest_until_well: 'Rest until you are well.',
  },
  ADVICE_TEXTS_DE,
);

export const SETTING_TEXTS: Readonly<Record<string, string>> = told(
  {
    own_shoes_for_runs: 'Drills barefoot, runs in the shoes you know and that fit your foot.',
    own_shoes_for_runs_and_hops:
      'Drills barefoot, runs and hops in the shoes you know and that fit your foot.',
    soft_ground_for_runs: 'Run on soft, even ground where you can.',
    soft_ground_for_drills: 'Do the running drills on grass or a soft track.',
    soft_ground_for_hops: 'Hop and stride on grass or a soft track.',
  },
  SETTING_TEXTS_DE,
);

/** Conditions of the gates, as the coach and the athlete read them. */
export const CRITERION_TEXTS: Readonly<Record<string, string>> = told(
  {
    adherence: 'At least 80 % of the drills done, over two weeks or more',
    single_leg_stance: 'Stand on one leg for 30 seconds or more',
    no_wobble: 'No wobble on one leg',
    pain_next_morning: 'Pain on the next morning 2 of 10 or less',
    calf_raises: '20 slow calf raises on one leg, or less than 15 % between the sides',
    balance_kept: 'Three-point balance at least as long as at the baseline',
    forefoot_unchanged: 'Forefoot as stiff as at the baseline',
    no_arch_collapse: 'The arch does not collapse on one leg',
  },
  CRITERION_TEXTS_DE,
);

/** Places of the body, as they stand in a sentence. */
export const AREA_TEXTS: Readonly<Record<BodyArea, string>> = told(
  {
    toes: 'toes',
    forefoot: 'ball of the foot',
    sole: 'sole',
    heel: 'heel',
    ankle: 'ankle',
    achilles: 'Achilles tendon',
    calf: 'calf',
    shin: 'shin',
    knee: 'knee',
    hip: 'hip',
    back: 'back',
    other: 'elsewhere',
  },
  AREA_TEXTS_DE,
);

const wordOf = (part: string): string =>
  REASON_TEXTS[part] ?? (AREA_TEXTS as Readonly<Record<string, string>>)[part] ?? part;

const fill = (text: string, params: PlanNote['params']): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) =>
    String(params[name] ?? '')
      .split(', ')
      .map(wordOf)
      .join(', '),
  );

/** The sentence of a note; the code itself where there is none, which a test keeps from happening. */
export const planNoteText = ({ code, params }: PlanNote): string =>
  // A change whose reason the coach left empty ends where the reason would begin.
  fill(NOTE_TEXTS[code] ?? code, params).replace(/: $/, '.');

export const hasPlanNoteText = (code: string): boolean => Object.hasOwn(NOTE_TEXTS, code);
/** The part of a sentence that says why a change could not be kept; the code itself where there is none. */
export const reasonText = (code: string): string => REASON_TEXTS[code] ?? code;
export const hasReasonText = (code: string): boolean => Object.hasOwn(REASON_TEXTS, code);
export const planTextList = (): string[] =>
  [NOTE_TEXTS, REASON_TEXTS, AREA_TEXTS, DAY_TEXTS, ADVICE_TEXTS, SETTING_TEXTS, CRITERION_TEXTS].flatMap(
    (texts) => Object.values(texts),
  );
