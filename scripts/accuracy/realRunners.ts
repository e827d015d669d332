import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FOREFOOT_STRIKE_LIMIT_DEG, HEEL_STRIKE_LIMIT_DEG } from '../../shared/gait/derived.ts';
import { heelOrNot, type Landing, type StrikeClass } from '../../shared/gait/landing.ts';
import { eighteenFolder } from '../../shared/gait/rbds.testkit.ts';
import { type StepErrors, scoreTrial, type TrialScore } from '../events/score.ts';
import { DOUBTFUL, trialNames } from '../events/trials.ts';
import {
  bold,
  type Coverage,
  coverageCell,
  coverageOf,
  line,
  type StepFigures,
  stepFigures,
} from './realFigures.ts';

/** What the page and the README show of real runners' joints at one rate. */
export interface RealTable {
  readonly fps: number;
  readonly runners: number;
  readonly trials: number;
  readonly missed: number;
  readonly false: number;
  readonly events: readonly ({ readonly name: keyof StepErrors } & StepFigures)[];
  readonly coverage: readonly Coverage[];
  readonly landing: {
    /** Heel first or not: feet whose marker angle is 3 degrees or more from that limit. */
    readonly clear: Told;
    /** Heel, midfoot or forefoot: feet whose marker angle is 3 degrees or more from both limits. */
    readonly classes: Told;
    readonly near: { readonly called: number; readonly uncertain: number };
    /** The authors' label of the foot, and what was said of it. */
    readonly labels: readonly {
      readonly label: string;
      readonly heel: number;
      readonly midfoot: number;
      readonly forefoot: number;
      readonly not_heel: number;
      readonly uncertain: number;
    }[];
  };
}

interface Told {
  readonly right: number;
  readonly wrong: number;
  readonly uncertain: number;
}

export const REAL_RATES = [240, 120, 60] as const;
const EVENTS = ['initialContact', 'toeOff', 'contactTime'] as const;
const CLEAR_DEG = 3;
const isClearOf = (limit: number, angle: number): boolean => Math.abs(angle - limit) >= CLEAR_DEG;
const classOf = (angle: number): StrikeClass =>
  angle > HEEL_STRIKE_LIMIT_DEG ? 'heel' : angle < FOREFOOT_STRIKE_LIMIT_DEG ? 'forefoot' : 'midfoot';

/** Every trial read by weights that never saw its runner; none where the recordings do not stand beside the project. */
export function realTables(tell: (line: string) => void): RealTable[] {
  if (!existsSync(eighteenFolder)) return [];
  const names = trialNames().filter((name) => ![...DOUBTFUL].some((runner) => name.startsWith(runner)));
  return REAL_RATES.map((fps) => {
    const scores = names.map((name) => scoreTrial(name, fps));
    tell(`real runners at ${fps} frames/s: ${scores.length} trials`);
    return realTable(fps, scores, labels());
  });
}

/** Label of a foot in a trial, by `RBDSnnn_V.Vms R`. */
function labels(): ReadonlyMap<string, string> {
  const [header = '', ...rows] = readFileSync(join(eighteenFolder, 'participants.csv'), 'utf8')
    .trim()
    .split('\n');
  const columns = header.trim().split(',');
  return new Map(
    rows.flatMap((row) => {
      const cells = row.trim().split(',');
      return columns.flatMap((column, i) => {
        const [, side, speed] = /^strike_(left|right)_(\d\.\d)$/.exec(column) ?? [];
        if (speed === undefined) return [];
        return [[`${cells[0]}_${speed}ms ${side === 'left' ? 'L' : 'R'}`, cells[i] ?? ''] as const];
      });
    }),
  );
}

export function realTable(
  fps: number,
  scores: readonly TrialScore[],
  labelOf: ReadonlyMap<string, string>,
): RealTable {
  const runners = [...new Set(scores.map(({ runner }) => runner))];
  const sum = (of: (score: TrialScore) => number) => scores.reduce((total, score) => total + of(score), 0);
  const values = scores.flatMap((score) => score.values);
  const feet = scores.flatMap(({ trial, landings }) =>
    landings.map(({ side, answer = 'uncertain', trueAngle }) => ({
      ...{ answer, truth: classOf(trueAngle) },
      isClear: isClearOf(HEEL_STRIKE_LIMIT_DEG, trueAngle),
      isClearOfBoth:
        isClearOf(HEEL_STRIKE_LIMIT_DEG, trueAngle) && isClearOf(FOREFOOT_STRIKE_LIMIT_DEG, trueAngle),
      label: labelOf.get(`${trial} ${side}`) ?? '',
    })),
  );
  type Foot = (typeof feet)[number];
  const told = (of: readonly Foot[], answer: Landing) => of.filter((foot) => foot.answer === answer).length;
  const toldOf = (of: readonly Foot[], isRight: (foot: Foot) => boolean, isOpen: (foot: Foot) => boolean) => {
    const [right, uncertain] = [of.filter(isRight).length, of.filter(isOpen).length];
    return { right, uncertain, wrong: of.length - right - uncertain };
  };
  const clear = feet.filter(({ isClear }) => isClear);
  const near = feet.filter(({ isClear }) => !isClear);
  return {
    ...{ fps, runners: runners.length, trials: scores.length },
    ...{ missed: sum(({ missed }) => missed), false: sum((score) => score.false) },
    events: EVENTS.map((name) => {
      const ms = (of: readonly TrialScore[]) =>
        of.flatMap(({ errors }) => errors[name].map((seconds) => 1000 * seconds));
      const ofRunners = runners.map(
        (runner) => [runner, ms(scores.filter((one) => one.runner === runner))] as const,
      );
      return { name, ...stepFigures(new Map(ofRunners)) };
    }),
    coverage: coverageOf(values),
    landing: {
      clear: toldOf(
        clear,
        ({ answer, truth }) => heelOrNot(answer) === heelOrNot(truth),
        ({ answer }) => answer === 'uncertain',
      ),
      classes: toldOf(
        feet.filter(({ isClearOfBoth }) => isClearOfBoth),
        ({ answer, truth }) => answer === truth,
        // That it is no heel strike is right of both others, and leaves open which.
        ({ answer, truth }) => answer === 'uncertain' || (answer === 'not_heel' && truth !== 'heel'),
      ),
      near: { called: near.length - told(near, 'uncertain'), uncertain: told(near, 'uncertain') },
      labels: ['rearfoot', 'midfoot', 'forefoot'].map((label) => {
        const own = feet.filter((foot) => foot.label === label);
        return {
          ...{ label, heel: told(own, 'heel'), midfoot: told(own, 'midfoot') },
          ...{ forefoot: told(own, 'forefoot'), not_heel: told(own, 'not_heel') },
          uncertain: told(own, 'uncertain'),
        };
      }),
    },
  };
}

const NAMES = {
  initialContact: ['initial contact: RMSE (ms)', 5],
  toeOff: ['toe-off: RMSE (ms)', 6],
  contactTime: ['contact time of a step: RMSE (ms)', 8],
} as const satisfies Record<keyof StepErrors, readonly [string, number]>;

/** The real runners' part of page and README. */
export function realLines(tables: readonly RealTable[]): string[] {
  if (tables.length === 0) return [];
  const row = (name: string, aim: string, cell: (table: RealTable) => string) =>
    line([name, aim, ...tables.map(cell)]);
  const eventOf = (table: RealTable, name: keyof StepErrors) =>
    table.events.find((event) => event.name === name);
  return [
    row(
      'real runners left out of the learning, joints',
      'aim',
      ({ fps, runners, trials }) => `${fps} frames/s (${runners} runners, ${trials} trials)`,
    ),
    line(['---', '---', ...tables.map(() => '---')]),
    row('contacts missed, false', '0, 0', (table) => `${table.missed}, ${table.false}`),
    ...EVENTS.flatMap((name) => {
      const [text, aim] = NAMES[name];
      return [
        row(text, `${aim}`, (table) => {
          const rmse = eventOf(table, name)?.rmse ?? Number.NaN;
          return bold(rmse.toFixed(1), rmse <= aim);
        }),
        row(`${text.replace(/: RMSE.*/, '')}: worst runner (ms), runners over 8 ms`, 'at most 1', (table) => {
          const { worstRunner = Number.NaN, over8 = 0 } = eventOf(table, name) ?? {};
          return bold(`${worstRunner.toFixed(1)}, ${over8}`, over8 <= 1);
        }),
      ];
    }),
    ...(tables[0]?.coverage ?? []).map(({ id }) =>
      row(`${id} inside *total* (%)`, '90–98', ({ coverage }) => coverageCell(coverage, id)),
    ),
    row(
      'heel first or not, 3° or more from the limit: right, wrong, “uncertain”',
      'none wrong',
      ({ landing }) => [landing.clear.right, landing.clear.wrong, landing.clear.uncertain].join(', '),
    ),
    row(
      'heel, midfoot or forefoot, 3° or more from both limits: right, wrong, left open',
      '–',
      ({ landing }) => [landing.classes.right, landing.classes.wrong, landing.classes.uncertain].join(', '),
    ),
    ...['rearfoot', 'midfoot', 'forefoot'].map((label) =>
      row(`labelled ${label}: heel, midfoot, forefoot, one of these two, “uncertain”`, '–', ({ landing }) => {
        const own = landing.labels.find((one) => one.label === label);
        return own ? [own.heel, own.midfoot, own.forefoot, own.not_heel, own.uncertain].join(', ') : '–';
      }),
    ),
  ];
}
