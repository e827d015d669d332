/**
 * Every row of the seed's checklist with its home: the file below `shared/` and the name in it that fulfils the row, and
 * the test that would fail without it (a part of its title). A test checks that all of them exist.
 */
export interface SeedRow {
  readonly row: string;
  readonly says: string;
  readonly home: string;
  readonly name: string;
  readonly test: readonly [file: string, title: string];
}

const PLAN = 'program/plan.test.ts';
const LIVING = 'program/living.test.ts';
const DATA = 'program/data/data.test.ts';
const every = [PLAN, 'keeps every invariant for'] as const;

export const SEED_ROWS: readonly SeedRow[] = [
  {
    row: 'P1',
    says: 'baseline first, per side; the coach may override, on the record',
    home: 'program/gates.ts',
    name: 'standingFrom',
    test: [LIVING, 'does not open a gate from what nobody measured'],
  },
  {
    row: 'P2',
    says: 'three domains in every week, in the proportions of the phase',
    home: 'program/dayContent.ts',
    name: 'trainingWeek',
    test: [PLAN, 'holds all three domains'],
  },
  {
    row: 'P3',
    says: 'gradual load, mindful tempo, adherence before load',
    home: 'program/adherence.ts',
    name: 'adherenceOf',
    test: [LIVING, 'lets the load rise only when the work is regular'],
  },
  {
    row: 'P4',
    says: 'controlled plyometrics come last and gated',
    home: 'program/eligible.ts',
    name: 'barrier',
    test: [PLAN, 'refuses a change that breaks a rule'],
  },
  {
    row: 'P5',
    says: 'footwear and surface belong to the plan; thin shoes behind a guard',
    home: 'program/eligible.ts',
    name: 'footwearBarriers',
    test: [PLAN, 'lets thin shoes in only behind their guard'],
  },
  {
    row: 'P6',
    says: 'simple tests decide readiness',
    home: 'program/gates.ts',
    name: 'GATE_LIMITS',
    test: [LIVING, 'keeps the gate shut while the %s side'],
  },
  {
    row: 'P7',
    says: 'video feeds the plan; toe clawing is seen by the coach',
    home: 'program/findings.ts',
    name: 'findingsFrom',
    test: ['program/findings.test.ts', 'that only a coach can tell'],
  },
  {
    row: 'P8',
    says: 'steady cadence from the own baseline, core work',
    home: 'program/cadence.ts',
    name: 'cadenceTarget',
    test: [PLAN, 'raises the rhythm in small steps'],
  },
  {
    row: 'P9',
    says: 'recovery in every week and on off days, sleep, food, water, easy cycling or swimming',
    home: 'program/weekDress.ts',
    name: 'datedDays',
    test: ['program/data/seedRows.test.ts', 'gives every off day its recovery'],
  },
  {
    row: 'P10',
    says: 'blocks of 6 to 8 weeks, every third lighter',
    home: 'program/weekLoad.ts',
    name: 'isScheduledLight',
    test: every,
  },
  {
    row: 'P11',
    says: 'sore soles and calves: less work, roll and stretch',
    home: 'program/readLog.ts',
    name: 'readLog',
    test: [LIVING, 'holds after mild soreness, halves after a sore sole'],
  },
  {
    row: 'P12',
    says: 'an arch that stays as it was after two cycles is named to the coach',
    home: 'program/cycles.ts',
    name: 'archAdvice',
    test: [LIVING, 'name an arch that stays as it was'],
  },
  {
    row: 'P13',
    says: 'band, pad and other equipment adapt the plan',
    home: 'program/planInput.ts',
    name: 'EQUIPMENT',
    test: every,
  },
  {
    row: 'P14',
    says: 'no rapid loading: limits a week and a day',
    home: 'program/weekLoad.ts',
    name: 'ceilingsFor',
    test: every,
  },
  ...[
    'single_leg_stance',
    'toe_press_endurance',
    'controlled_pronation',
    'arch_height',
    'barefoot_sprint_40m',
    'toe_strength',
    'forefoot_stiffness',
    'ankle_flexibility',
    'arch_stiffness',
    'three_point_balance',
    'single_leg_calf_raise',
    'rpe',
    'foot_off_excursion',
  ].map(
    (id): SeedRow => ({
      row: `test ${id}`,
      says: 'protocol, unit, sides, trend',
      home: 'program/data/tests.ts',
      name: 'TESTS',
      test: [DATA, 'hold every test that the seed names'],
    }),
  ),
  ...['1 Awareness', '2 Load', '3 Transfer'].map(
    (phase): SeedRow => ({
      row: `phase ${phase}`,
      says: 'its exercises, its gate',
      home: 'program/plan.ts',
      name: 'generatePlan',
      test: ['program/data/seedRows.test.ts', 'draws on every exercise of the seed'],
    }),
  ),
  { row: 'I0', says: 'the load of a week', home: 'program/dose.ts', name: 'doseLoad', test: every },
  {
    row: 'I1',
    says: 'light weeks and growth',
    home: 'program/weekLoad.ts',
    name: 'ceilingsFor',
    test: every,
  },
  {
    row: 'I2',
    says: 'order of the phases and their gates',
    home: 'program/plan.ts',
    name: 'generatePlan',
    test: every,
  },
  {
    row: 'I3',
    says: 'soreness and pain never bring more load; one question',
    home: 'program/readLog.ts',
    name: 'readLog',
    test: [LIVING, 'never answers soreness or pain with more load'],
  },
  { row: 'I4', says: 'cap, minutes, equipment', home: 'program/fitWeek.ts', name: 'fitMinutes', test: every },
  {
    row: 'I5',
    says: 'every drill names why it is there',
    home: 'program/chain.ts',
    name: 'drillChain',
    test: [LIVING, 'leads from the frames to the day of the retest'],
  },
  {
    row: 'I6',
    says: 'two priorities; no drills below medium',
    home: 'program/eligible.ts',
    name: 'priorityFindings',
    test: ['program/findings.test.ts', 'need a value that carries them'],
  },
  {
    row: 'I7',
    says: 'same input, same plan; a diff to read',
    home: 'program/diffPlans.ts',
    name: 'diffPlans',
    test: [PLAN, 'is the same for the same input'],
  },
  {
    row: 'I8',
    says: 'both feet are trained',
    home: 'program/assessment.ts',
    name: 'weakerSide',
    test: every,
  },
];
