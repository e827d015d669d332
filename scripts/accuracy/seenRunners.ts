import type { StepErrors } from '../events/score.ts';
import { type Leg, type SeenScore, scoreSeen } from '../events/scoreSeen.ts';
import { seenTrials } from '../events/trials.ts';
import {
  type AngleCoverage,
  angleCell,
  anglesOf,
  bold,
  type Coverage,
  coverageCell,
  coverageOf,
  line,
  round,
  type StepFigures,
  stepFigures,
} from './realFigures.ts';

/** What the page and the README show of real runners' motion, drawn and seen through the network, at one rate. */
export interface SeenTable {
  readonly fps: number;
  readonly runners: number;
  readonly trials: number;
  /** By the code of their error. */
  readonly refused: Readonly<Record<string, number>>;
  readonly missed: number;
  readonly false: number;
  /** Instants that are only supposed and of which nothing is read, percent. */
  readonly supposedPercent: number;
  readonly events: readonly ({ readonly name: keyof StepErrors; readonly leg: Leg } & StepFigures)[];
  readonly coverage: readonly Coverage[];
  readonly angles: readonly AngleCoverage[];
  /** Trials by rule: what was said, and whether the markers say so. */
  readonly findings: readonly {
    readonly rule: string;
    readonly true: number;
    readonly foundCarried: number;
    readonly foundToLookAt: number;
    readonly falseCarried: number;
    readonly falseToLookAt: number;
  }[];
  /** Trials with a carried finding that the markers do not show. */
  readonly trialsWithFalse: number;
}

const RATES = [120, 60] as const;
const EVENTS = ['initialContact', 'toeOff', 'contactTime'] as const;
const LEGS = ['near', 'far'] as const;
const LEG_ORDER: readonly (Leg | null)[] = [...LEGS, null];

/** Every trial that there is a track of, read by weights that never saw its runner. */
export function seenTables(tell: (line: string) => void): SeenTable[] {
  const trials = seenTrials();
  if (trials.length === 0) return [];
  return RATES.map((fps) => {
    const scores = trials.map((trial) => scoreSeen(trial, fps));
    tell(`real runners through the network at ${fps} frames/s: ${scores.length} trials`);
    return seenTable(fps, scores);
  });
}

export function seenTable(fps: number, scores: readonly SeenScore[]): SeenTable {
  const runners = [...new Set(scores.map(({ runner }) => runner))];
  const read = scores.filter(({ refused }) => refused === undefined);
  const sum = (of: (score: SeenScore) => number) => read.reduce((total, score) => total + of(score), 0);
  const codes = scores.flatMap(({ refused }) => refused ?? []);
  const values = read.flatMap((score) => score.values);
  const rules = [...new Set(read.flatMap(({ findings }) => findings.map(({ rule }) => rule)))];
  return {
    ...{ fps, runners: runners.length, trials: scores.length },
    refused: Object.fromEntries(
      [...new Set(codes)].map((code) => [code, codes.filter((one) => one === code).length]),
    ),
    ...{ missed: sum(({ missed }) => missed), false: sum((score) => score.false) },
    supposedPercent: round(
      (100 * sum(({ supposed }) => supposed.n)) /
        Math.max(
          1,
          sum(({ supposed }) => supposed.of),
        ),
      1,
    ),
    events: EVENTS.flatMap((name) =>
      LEGS.map((leg) => {
        const ms = (of: readonly SeenScore[]) =>
          of.flatMap(({ errors }) => errors[leg][name].map((seconds) => 1000 * seconds));
        const ofRunners = runners.map(
          (runner) => [runner, ms(read.filter((one) => one.runner === runner))] as const,
        );
        return { name, leg, ...stepFigures(new Map(ofRunners)) };
      }),
    ),
    coverage: coverageOf(values),
    angles: anglesOf(read.flatMap((score) => score.angles)).sort((a, b) =>
      `${a.id} ${LEG_ORDER.indexOf(a.leg)}`.localeCompare(`${b.id} ${LEG_ORDER.indexOf(b.leg)}`),
    ),
    findings: rules.map((rule) => {
      const own = read.flatMap(({ findings }) => findings.filter((finding) => finding.rule === rule));
      const count = (isTrue: boolean, said: string) =>
        own.filter((finding) => finding.isTrue === isTrue && finding.said === said).length;
      return {
        ...{ rule, true: own.filter(({ isTrue }) => isTrue).length },
        ...{ foundCarried: count(true, 'carried'), foundToLookAt: count(true, 'look') },
        ...{ falseCarried: count(false, 'carried'), falseToLookAt: count(false, 'look') },
      };
    }),
    trialsWithFalse: read.filter(({ findings }) =>
      findings.some(({ said, isTrue }) => said === 'carried' && !isTrue),
    ).length,
  };
}

const NAMES = {
  initialContact: ['initial contact: RMSE near / far (ms)', { near: [7, 9], far: [10, 10] }],
  toeOff: ['toe-off: RMSE near / far (ms)', { near: [8, 10], far: [11, 11] }],
  contactTime: ['contact time of a step: RMSE near / far (ms)', { near: [10, 13], far: [14, 14] }],
} as const satisfies Record<keyof StepErrors, readonly [string, Record<Leg, readonly [number, number]>]>;

/** The part of page and README about real runners' motion through the network. */
export function seenLines(tables: readonly SeenTable[]): string[] {
  if (tables.length === 0) return [];
  const row = (name: string, aim: string, cell: (table: SeenTable) => string) =>
    line([name, aim, ...tables.map(cell)]);
  const eventOf = (table: SeenTable, name: keyof StepErrors, leg: Leg) =>
    table.events.find((event) => event.name === name && event.leg === leg);
  return [
    row(
      'real runners left out of the learning, drawn from a side and seen through `full`',
      'aim at 120',
      ({ fps, runners, trials }) => `${fps} frames/s (${runners} runners, ${trials} trials)`,
    ),
    line(['---', '---', ...tables.map(() => '---')]),
    row('contacts missed, false', '0, 0', (table) =>
      bold(`${table.missed}, ${table.false}`, table.missed + table.false === 0),
    ),
    row('instants that are only supposed, nothing is read at them (%)', '–', ({ supposedPercent }) =>
      supposedPercent.toFixed(1),
    ),
    row('refused', '0', ({ refused }) => {
      const told = Object.entries(refused).map(([code, count]) => `${count} ${code}`);
      return told.length === 0 ? '0' : told.join(', ');
    }),
    ...EVENTS.flatMap((name) => {
      const [text, aims] = NAMES[name];
      return [
        row(text, `${aims.near[0]} / ${aims.far[0]}`, (table) =>
          LEGS.map((leg) => {
            const rmse = eventOf(table, name, leg)?.rmse ?? Number.NaN;
            return bold(rmse.toFixed(1), rmse <= aims[leg][table.fps >= 120 ? 0 : 1]);
          }).join(' / '),
        ),
        row(
          `${text.replace(/: RMSE.*/, '')}: worst runner near / far (ms), runners over 8 ms`,
          'at most 1',
          (table) =>
            LEGS.map((leg) => {
              const { worstRunner = Number.NaN, over8 = 0 } = eventOf(table, name, leg) ?? {};
              return bold(`${worstRunner.toFixed(1)}, ${over8}`, over8 <= 1);
            }).join(' / '),
        ),
      ];
    }),
    ...(tables[0]?.coverage ?? []).map(({ id }) =>
      row(`${id} inside *total* (%)`, '90–98', ({ coverage }) => coverageCell(coverage, id)),
    ),
    ...[...new Set((tables[0]?.angles ?? []).map(({ id }) => id))].map((id) =>
      row(`${id} inside *repeat*; *total*, near / far (%)`, '90–98; at least 90', ({ angles }) =>
        angleCell(angles, id),
      ),
    ),
    ...(tables[0]?.findings ?? []).map(({ rule }) =>
      row(
        `${rule}: true by the markers; of these carried, to look at; false carried, to look at`,
        '–',
        (table) => {
          const own = table.findings.find((one) => one.rule === rule);
          return own
            ? `${own.true}; ${own.foundCarried}, ${own.foundToLookAt}; ${own.falseCarried}, ${own.falseToLookAt}`
            : '–';
        },
      ),
    ),
    row('trials with a false finding that was carried (%)', 'at most 2', (table) => {
      const share = (100 * table.trialsWithFalse) / table.trials;
      return bold(share.toFixed(0), share <= 2);
    }),
  ];
}
