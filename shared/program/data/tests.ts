import { spokenLanguage } from '../../domain/language.ts';
import { OBSERVATION_TEXTS_DE, TEST_TEXTS_DE } from './de/testsDe.ts';

/** How a test of the foot is done and read. Values are compared with the athlete's own baseline. */
export interface TestDefinition {
  readonly id: string;
  readonly name: string;
  /** One step each, in plain words. */
  readonly protocol: readonly string[];
  readonly unit: 's' | 'mm' | 'cm' | 'N' | 'reps' | 'deg' | '0-3' | '0-10';
  readonly sided: boolean;
  readonly timing: 'none' | 'stopwatch' | 'metronome';
  /** Beats a minute where the test runs to a beat. */
  readonly beatsPerMinute?: number;
  readonly trials: number;
  /** Which trial counts. */
  readonly counts: 'highest' | 'lowest' | 'mean' | 'only';
  /** `none`: neither direction is better by itself; only a change is told. */
  readonly better: 'higher' | 'lower' | 'none';
  readonly lowest: number;
  readonly highest: number;
  /** Changes up to this much are not told apart: the step at which the test is read. */
  readonly resolution: number;
  readonly decimals: number;
  readonly role: 'baseline' | 'gate_1_2' | 'gate_2_3' | 'tracking';
  /** What published values say, with their source; absent where none can be shown. */
  readonly norm?: { readonly text: string; readonly source: string };
  /** Entered by the coach, or read from video by the app. */
  readonly from: 'coach' | 'video' | 'athlete';
  readonly source: string;
}

const coach = { from: 'coach', trials: 1, counts: 'only', timing: 'none', decimals: 0 } as const;

/** Every test of the seed (PROGRAMME.md 2). */
export const TESTS: readonly TestDefinition[] = [
  {
    ...coach,
    id: 'single_leg_stance',
    name: 'Single-leg stance',
    protocol: [
      'Stand barefoot on one leg, hands on the hips, eyes open.',
      'Start the watch as the other foot leaves the floor.',
      'Stop when that foot touches down, the standing foot moves or a hand leaves the hip; stop at 45 seconds.',
      'Best of three. Then, if it is easy, the same with eyes closed.',
      'Tick "wobble" when the ankle or the hips sway clearly.',
    ],
    unit: 's',
    sided: true,
    timing: 'stopwatch',
    trials: 3,
    counts: 'highest',
    better: 'higher',
    lowest: 0,
    highest: 45,
    resolution: 1,
    role: 'gate_1_2',
    source: 'seed; protocol of Springer 2007',
  },
  {
    ...coach,
    id: 'toe_press_endurance',
    name: 'Toe-press endurance',
    protocol: [
      'Sit with the foot flat on a kitchen scale or a folded towel.',
      'Press the toes down to the same weight as at the baseline, heel down, toes long.',
      'Start the watch; stop when the toes claw or the weight drops.',
    ],
    unit: 's',
    sided: true,
    timing: 'stopwatch',
    better: 'higher',
    lowest: 0,
    highest: 300,
    resolution: 2,
    role: 'tracking',
    source: 'seed; no standard protocol',
  },
  {
    ...coach,
    id: 'controlled_pronation',
    name: 'Controlled pronation',
    protocol: [
      'Film or look from behind. Stand barefoot on one leg.',
      'Bend the knee slowly and come up again, five times, one beat down and one beat up.',
      'Rate how far the heel and the arch give way: 0 not at all, 1 a little, 2 clearly, 3 they collapse.',
    ],
    unit: '0-3',
    sided: true,
    timing: 'metronome',
    beatsPerMinute: 30,
    better: 'lower',
    lowest: 0,
    highest: 3,
    resolution: 0,
    role: 'tracking',
    source: 'seed; coach rating, own baseline only',
  },
  {
    ...coach,
    id: 'arch_height',
    name: 'Arch height',
    protocol: [
      'Stand barefoot with the weight on both feet.',
      'Mark half of the foot length on the inner side.',
      'Measure from the floor to the top of the foot there, with a ruler in the picture.',
    ],
    unit: 'mm',
    sided: true,
    better: 'none',
    lowest: 20,
    highest: 120,
    resolution: 2,
    role: 'baseline',
    source: 'seed; McPoil 2008',
  },
  {
    ...coach,
    id: 'arch_stiffness',
    name: 'Arch stiffness',
    protocol: [
      'Measure the arch height sitting, with no weight on the foot.',
      'Measure it again standing.',
      'Write down how much it drops.',
    ],
    unit: 'mm',
    sided: true,
    better: 'none',
    lowest: 0,
    highest: 40,
    resolution: 2,
    role: 'baseline',
    norm: { text: 'About 10 mm from sitting to standing was found in adults.', source: 'McPoil 2008' },
    source: 'seed; McPoil 2008',
  },
  {
    ...coach,
    id: 'three_point_balance',
    name: 'Three-point balance',
    protocol: [
      'Stand barefoot on one leg with the weight on heel, big-toe ball and little-toe ball.',
      'Start the watch when all three press evenly.',
      'Stop when one of them lifts; stop at 60 seconds.',
    ],
    unit: 's',
    sided: true,
    timing: 'stopwatch',
    trials: 3,
    counts: 'highest',
    better: 'higher',
    lowest: 0,
    highest: 60,
    resolution: 2,
    role: 'gate_2_3',
    source: 'seed; own baseline only',
  },
  {
    ...coach,
    id: 'barefoot_sprint_40m',
    name: '40-metre barefoot sprint',
    protocol: [
      'Only with no pain, on grass or a clean track, after a warm-up.',
      'Run 40 metres from a standing start, two times, with three minutes of rest or more between.',
      'Time with the watch or a video of 120 frames a second. The faster run counts.',
    ],
    unit: 's',
    sided: false,
    timing: 'stopwatch',
    trials: 2,
    counts: 'lowest',
    better: 'lower',
    lowest: 4,
    highest: 30,
    resolution: 0.1,
    decimals: 1,
    role: 'tracking',
    source: 'seed',
  },
  {
    ...coach,
    id: 'toe_strength',
    name: 'Toe strength',
    protocol: [
      'Sit with the knee and the ankle at a right angle.',
      'Pull or press with the toes against the device, or hold a strip of paper under the big toe.',
      'Best of three; always the same device.',
    ],
    unit: 'N',
    sided: true,
    trials: 3,
    counts: 'highest',
    better: 'higher',
    lowest: 0,
    highest: 500,
    resolution: 5,
    role: 'baseline',
    norm: {
      text: 'One device (QuHalEx) read 32 to 142 N; other devices read otherwise.',
      source: 'QuHalEx',
    },
    source: 'seed',
  },
  {
    ...coach,
    id: 'forefoot_stiffness',
    name: 'Forefoot stiffness',
    protocol: [
      'Hold the heel in one hand and bend the forefoot up and down with the other.',
      'Rate how stiff it feels: 0 very soft, 1 soft, 2 firm, 3 very firm.',
      'Compare with the same foot at the baseline only.',
    ],
    unit: '0-3',
    sided: true,
    better: 'none',
    lowest: 0,
    highest: 3,
    resolution: 0,
    role: 'gate_2_3',
    source: 'seed; coach rating, own baseline only',
  },
  {
    ...coach,
    id: 'ankle_flexibility',
    name: 'Ankle flexibility',
    protocol: [
      'Stand facing a wall, one foot in front, heel down.',
      'Touch the wall with the knee; move the foot back until the heel just stays down.',
      'Measure from the big toe to the wall. Best of three.',
    ],
    unit: 'cm',
    sided: true,
    trials: 3,
    counts: 'highest',
    better: 'higher',
    lowest: 0,
    highest: 30,
    resolution: 1,
    decimals: 1,
    role: 'baseline',
    source: 'seed; knee-to-wall lunge',
  },
  {
    ...coach,
    id: 'single_leg_calf_raise',
    name: 'Single-leg calf raise',
    protocol: [
      'Stand barefoot on one leg with a finger on the wall.',
      'Rise and lower to the beat, one beat up and one beat down, knee straight.',
      'Count until the heel no longer rises as high or the beat is lost.',
    ],
    unit: 'reps',
    sided: true,
    timing: 'metronome',
    beatsPerMinute: 60,
    better: 'higher',
    lowest: 0,
    highest: 100,
    resolution: 1,
    role: 'gate_2_3',
    source: 'gate of phase 3 (PROGRAMME.md 5)',
  },
  {
    ...coach,
    id: 'rpe',
    name: 'Perceived exertion',
    protocol: ['After an easy run, say how hard it was: 0 is rest, 10 is the hardest ever.'],
    unit: '0-10',
    sided: false,
    from: 'athlete',
    better: 'none',
    lowest: 0,
    highest: 10,
    resolution: 0,
    role: 'tracking',
    source: 'seed',
  },
  {
    ...coach,
    id: 'foot_off_excursion',
    name: 'Foot-off excursion',
    protocol: ['Comes from a side video of 120 frames a second or more; nothing to enter.'],
    unit: 'deg',
    sided: true,
    from: 'video',
    better: 'none',
    lowest: -30,
    highest: 120,
    resolution: 6,
    role: 'tracking',
    source: 'seed; METHOD.md 1.3, S21',
  },
];

/** Things that a coach sees and ticks, each side. They cannot be read from a running video. */
export const OBSERVATIONS = [
  {
    id: 'toe_clawing',
    name: 'Toes claw',
    how: 'Barefoot, close up: the toes curl while the foot presses down.',
  },
  { id: 'arch_collapse', name: 'Arch collapses', how: 'On one leg: the arch sinks clearly and stays down.' },
  { id: 'wobble', name: 'Wobble', how: 'On one leg: the ankle or the hips sway clearly.' },
] as const;

/** What the coach ticks, in the language that is spoken. */
export const spokenObservations = (): {
  id: (typeof OBSERVATIONS)[number]['id'];
  name: string;
  how: string;
}[] =>
  OBSERVATIONS.map((one) => ({ ...one, ...(spokenLanguage() === 'de' ? OBSERVATION_TEXTS_DE[one.id] : {}) }));

/** The four tests with which a baseline begins (seed: before anything else). */
export const BASELINE_TESTS = [
  'arch_stiffness',
  'three_point_balance',
  'toe_strength',
  'ankle_flexibility',
] as const;

/** A test, its words in the language that is spoken. @throws RangeError for an unknown one */
export function testById(id: string): TestDefinition {
  const test = TESTS.find((candidate) => candidate.id === id);
  if (!test) throw new RangeError(`invalid test: ${id}`);
  const german = spokenLanguage() === 'de' ? TEST_TEXTS_DE[id] : undefined;
  if (german === undefined) return test;
  const { norm, ...words } = german;
  return { ...test, ...words, ...(test.norm && norm ? { norm: { ...test.norm, text: norm } } : {}) };
}
