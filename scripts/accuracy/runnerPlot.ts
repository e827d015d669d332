import type { StepErrors } from '../events/score.ts';
import { headHeight, INK, linearScale, marks, px, segment, sheetSvg, text } from './plotSvg.ts';
import { signed } from './quantityNames.ts';
import { MOST_BIAS_MS } from './realFigures.ts';
import type { RealTables } from './tableFiles.ts';

const EVENTS = [
  ['initialContact', 'Initial contact'],
  ['toeOff', 'Toe-off'],
  ['contactTime', 'Contact time'],
] as const satisfies readonly (readonly [keyof StepErrors, string])[];
/** The rate that the learning is judged at, frames/s. */
const FPS = 120;
const LEFT = 84;
const PANEL = 232;
const ROW = 17;
const HEAD = 26;
const FOOT = 40;

/** Bias of every real runner that was left out: joints, and both legs through the network; undefined without tables. */
export function runnerPlot({ joints, seen }: RealTables): { name: string; svg: string } | undefined {
  const [ofJoints, ofSeen] = [joints, seen].map((tables) => tables.find(({ fps }) => fps === FPS));
  if (!ofJoints) return undefined;
  const biasesOf = (table: typeof ofJoints | undefined, name: keyof StepErrors, leg?: 'near' | 'far') =>
    table?.events.find((one) => one.name === name && ('leg' in one ? one.leg : undefined) === leg)?.runners ??
    [];
  const runners = biasesOf(ofJoints, 'initialContact')
    .map(({ runner }) => runner)
    .toSorted();
  const kinds = [
    ['one', (name: keyof StepErrors) => biasesOf(ofJoints, name)],
    ['near', (name: keyof StepErrors) => biasesOf(ofSeen, name, 'near')],
    ['far', (name: keyof StepErrors) => biasesOf(ofSeen, name, 'far')],
  ] as const;
  const all = EVENTS.flatMap(([name]) => kinds.flatMap(([, of]) => of(name).map(({ bias }) => bias)));
  const notes = [
    `Real runners on a force plate at ${FPS} frames/s, each read by weights that never saw that runner:`,
    `${ofJoints.trials} trials of joints, ${ofSeen?.trials ?? 0} drawn and seen through the pose model. A mark is the mean over one runner’s steps.`,
    'Open squares: joints. Through the network, discs: near leg, open triangles: far leg.',
    `Broken lines: ±${MOST_BIAS_MS} ms, which at most one runner may exceed.`,
  ];
  const top = headHeight(notes) + HEAD;
  const bottom = top + runners.length * ROW;
  const middleOf = (runner: string) => top + (runners.indexOf(runner) + 0.5) * ROW;
  const parts = [
    ...runners.map((runner) => text(LEFT - 10, middleOf(runner) + 4, runner, { size: 10, anchor: 'end' })),
    ...EVENTS.map(([name, title], i) => {
      const from = LEFT + i * PANEL;
      const right = from + PANEL - 26;
      const x = linearScale([...all, -MOST_BIAS_MS, MOST_BIAS_MS], from, right, 6);
      const upright = (at: number, style = '') => segment([x.at(at), top, x.at(at), bottom], INK.soft, style);
      return [
        text(from, top - 10, title, { size: 12, bold: true }),
        ...runners.map((runner) => segment([from, middleOf(runner), right, middleOf(runner)], INK.grid)),
        upright(0),
        ...[-MOST_BIAS_MS, MOST_BIAS_MS].map((at) => upright(at, ' stroke-dasharray="4 3"')),
        `<path d="M${px(from)} ${px(bottom)}H${px(right)}" stroke="${INK.soft}" fill="none"/>`,
        ...x.ticks.map((tick) =>
          text(x.at(tick), bottom + 15, signed(String(tick)), { size: 10, anchor: 'middle' }),
        ),
        text((from + right) / 2, bottom + 31, 'Measured less true (ms)', { anchor: 'middle' }),
        ...kinds.map(([kind, of]) =>
          marks(
            kind,
            of(name).map(({ runner, bias }) => [x.at(bias), middleOf(runner)] as const),
          ),
        ),
      ].join('\n');
    }),
  ];
  const title = 'Real runners: bias of every runner';
  const size = { width: LEFT + EVENTS.length * PANEL, height: bottom + FOOT };
  return { name: 'real-runners', svg: sheetSvg({ ...size, title, notes, parts }) };
}
