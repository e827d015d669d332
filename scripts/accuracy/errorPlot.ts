import type { Leg, MetricError } from './metricErrors.ts';
import { INK, linearScale, marks, px, type Scale, segment, text } from './plotSvg.ts';
import { namedUnit, placesOf, quantityName, signed } from './quantityNames.ts';
import type { Row } from './table.ts';

/** One rate of a metric: every clip-side and the summary per leg. */
export interface ErrorPanel {
  readonly fps: number;
  readonly errors: readonly MetricError[];
  readonly rows: readonly Row[];
}

export interface PanelRow {
  readonly metric: string;
  readonly unit: string;
  readonly panels: readonly ErrorPanel[];
}

const PLOT_HEIGHT = 104;
const TOP = 60;
const BOTTOM = 44;
export const ROW_HEIGHT = TOP + PLOT_HEIGHT + BOTTOM;
/** 95 % of a normal spread: the limits of agreement of Bland and Altman (Lancet 1986). */
const LIMIT_SD = 1.96;

const kindOf = (leg: Leg): 'near' | 'far' | 'one' => (leg === 'near' || leg === 'far' ? leg : 'one');

/** A metric across the rates: error against truth, both axes the same in every panel. */
export function errorRow(
  { metric, unit, panels }: PanelRow,
  left: number,
  top: number,
  panelWidth: number,
): string {
  const errors = panels.flatMap((panel) => panel.errors);
  const limits = panels.flatMap(({ rows }) => rows.flatMap(({ bias, sd }) => limitsOf(bias, sd)));
  const y = linearScale(
    [0, ...errors.map(({ error }) => error), ...limits],
    top + TOP + PLOT_HEIGHT,
    top + TOP,
    6,
  );
  const truths = errors.map(({ truth }) => truth);
  const name = quantityName(metric);
  const middle = left + (panels.length * panelWidth) / 2;
  return [
    text(left - 34, top + 14, name, { size: 13, bold: true }),
    text(left - 38, top + TOP + PLOT_HEIGHT / 2, namedUnit('Error', unit), {
      anchor: 'middle',
      upright: true,
    }),
    text(middle, top + ROW_HEIGHT - 14, namedUnit(`True ${name.toLowerCase()}`, unit), { anchor: 'middle' }),
    ...panels.map((panel, i) => {
      const from = left + i * panelWidth;
      const width = panelWidth - 22;
      const x = linearScale(truths, from, from + width, 5);
      return panelSvg(panel, x, y, { from, width, top: top + TOP, hasLabels: i === 0 });
    }),
  ].join('\n');
}

const limitsOf = (bias: number, sd: number): number[] => [bias - LIMIT_SD * sd, bias + LIMIT_SD * sd];

interface Frame {
  readonly from: number;
  readonly width: number;
  readonly top: number;
  readonly hasLabels: boolean;
}

function panelSvg({ fps, errors, rows }: ErrorPanel, x: Scale, y: Scale, frame: Frame): string {
  const { from, width, top, hasLabels } = frame;
  const head = text(from, top - 32, `${fps} frames/s`, { bold: true });
  const numbers = hasLabels
    ? y.ticks.map((tick) =>
        text(from - 6, y.at(tick) + 3.5, signed(tick.toFixed(y.decimals)), { size: 10, anchor: 'end' }),
      )
    : [];
  if (rows.length > 0)
    return [
      head,
      axes(x, y, frame),
      ...numbers,
      ...rows.map((row, i) => legSvg(row, i, errors, x, y, frame)),
    ].join('\n');
  const why = errors.length === 0 ? 'not reported at this rate' : 'too few to tell a spread';
  const note = text(from + width / 2, top + PLOT_HEIGHT / 2, why, { anchor: 'middle', fill: INK.soft });
  return [head, ...numbers, note].join('\n');
}

function axes(x: Scale, y: Scale, { from, width, top }: Frame): string {
  const right = from + width;
  const bottom = top + PLOT_HEIGHT;
  return [
    ...y.ticks.map((tick) =>
      segment([from, y.at(tick), right, y.at(tick)], tick === 0 ? INK.soft : INK.grid),
    ),
    ...x.ticks.map((tick) => segment([x.at(tick), bottom, x.at(tick), bottom + 4], INK.soft)),
    ...x.ticks.map((tick) =>
      text(x.at(tick), bottom + 15, signed(tick.toFixed(x.decimals)), { size: 10, anchor: 'middle' }),
    ),
    `<path d="M${px(from)} ${px(top)}V${px(bottom)}H${px(right)}" stroke="${INK.soft}" fill="none"/>`,
  ].join('\n');
}

/** Marks, bias and limits of one leg, and its line of the panel's head. */
function legSvg(
  row: Row,
  place: number,
  errors: readonly MetricError[],
  x: Scale,
  y: Scale,
  frame: Frame,
): string {
  const { from, width, top } = frame;
  const kind = kindOf(row.leg);
  const line = (value: number, style: string) =>
    segment([from, y.at(value), from + width, y.at(value)], INK[kind], style);
  const dash = ` stroke-dasharray="${kind === 'far' ? '2 3' : '7 4'}"`;
  const noteY = top - 18 + 12 * place;
  const mine = errors.filter(({ leg }) => leg === row.leg);
  return [
    line(row.bias, ' stroke-width="1.4"'),
    ...limitsOf(row.bias, row.sd).map((limit) => line(limit, dash)),
    marks(
      kind,
      mine.map(({ truth, error }) => [x.at(truth), y.at(error)] as const),
    ),
    marks(kind, [[from + 4, noteY - 3.5]]),
    text(from + 12, noteY, summary(row), { size: 10 }),
  ].join('\n');
}

const LEG_NAMES = { near: 'near: ', far: 'far: ', behind: 'each leg: ', both: '' } as const;

function summary({ leg, bias, sd, n }: Row): string {
  const places = placesOf(sd);
  return `${LEG_NAMES[leg]}bias ${signed(bias.toFixed(places))}, SD ${sd.toFixed(places)}, n ${n}`;
}
