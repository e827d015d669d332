import type { MetricDefinition } from '../../shared/gait/metrics/metric.ts';
import { METRICS } from '../../shared/gait/registry.ts';
import { type ErrorPanel, errorRow, ROW_HEIGHT } from './errorPlot.ts';
import { type LegContacts, TIMINGS } from './eventErrors.ts';
import { EVENT_ROW_HEIGHT, eventRow } from './eventPlot.ts';
import type { MetricError } from './metricErrors.ts';
import { headHeight, sheetSvg } from './plotSvg.ts';
import type { Table } from './table.ts';

/** One set at one rate, measured. */
export interface MeasuredSet {
  readonly table: Table;
  readonly errors: readonly MetricError[];
  readonly contacts: readonly LegContacts[];
}

interface Plot {
  readonly name: string;
  readonly svg: string;
}

const SHEETS: readonly { name: string; title: string; holds: (metric: MetricDefinition) => boolean }[] = [
  {
    name: 'steps',
    title: 'time and steps',
    holds: ({ unit, event }) => unit === 'ms' || event === 'step' || event === 'stride',
  },
  { name: 'contact', title: 'at initial contact', holds: ({ event }) => event === 'initial_contact' },
  {
    name: 'stance',
    title: 'in stance',
    holds: ({ event, unit }) => (event === 'stance' && unit !== 'ms') || event === 'mid_stance',
  },
  { name: 'toe-off', title: 'at toe-off', holds: ({ event }) => event === 'toe_off' },
];
const LEFT = 74;

/** Sheets of the runners that nothing was tuned on; from behind those of the tuning while there are no others. */
export function plotsOf(measured: readonly MeasuredSet[]): Plot[] {
  const of = (set: string) =>
    measured.filter(({ table }) => table.set === set).toSorted((a, b) => a.table.fps - b.table.fps);
  const side = of('test');
  const rear = of('rear').length > 0 ? of('rear') : of('rear-tuning');
  return [
    ...(side.length === 0 ? [] : [eventSheet(side)]),
    ...SHEETS.flatMap(({ name, title, holds }) =>
      errorSheet(side, `errors-side-${name}`, `Side view, ${title}`, holds),
    ),
    ...errorSheet(rear, 'errors-rear', 'From behind', () => true),
  ];
}

const panelWidth = (rates: number): number => Math.max(222, 660 / rates);
const widthOf = (rates: number): number => LEFT + rates * panelWidth(rates);

function runnersNote(measured: readonly MeasuredSet[]): string {
  const counts = measured.map(({ table }) => `${table.runners} at ${table.fps} frames/s`).join(', ');
  const tuned = measured.some(({ table }) => /tuning/.test(table.set))
    ? ' Looked at while the engine was made.'
    : '';
  return `Synthetic runners through the real pose models: ${counts}.${tuned}`;
}

function errorSheet(
  measured: readonly MeasuredSet[],
  name: string,
  title: string,
  holds: (metric: MetricDefinition) => boolean,
): Plot[] {
  const rows = METRICS.filter(holds).flatMap((metric) => {
    const panels: ErrorPanel[] = measured.map(({ table, errors }) => ({
      fps: table.fps,
      errors: errors.filter(({ id }) => id === metric.id),
      rows: table.rows.filter(({ quantity }) => quantity === metric.id),
    }));
    return panels.some(({ rows: found }) => found.length > 0)
      ? [{ metric: metric.id, unit: metric.unit, panels }]
      : [];
  });
  if (rows.length === 0) return [];
  const notes = [
    runnersNote(measured),
    'A mark is the mean of one clip-side: measured less true, against the true value. Full line: bias. Broken lines: bias ± 1.96 SD.',
    name === 'errors-rear'
      ? 'Open squares: each leg, or both legs in one value.'
      : 'Discs: near leg. Open triangles: far leg. Open squares: both legs in one value.',
  ];
  const top = headHeight(notes);
  const width = widthOf(measured.length);
  // One rate leaves room for more metrics beside each other.
  const columns = measured.length === 1 ? 2 : 1;
  const cell = columns === 1 ? panelWidth(measured.length) : width / columns - LEFT;
  const parts = rows.map((row, i) =>
    errorRow(row, LEFT + (i % columns) * (cell + LEFT), top + Math.floor(i / columns) * ROW_HEIGHT, cell),
  );
  const height = top + Math.ceil(rows.length / columns) * ROW_HEIGHT;
  const svg = sheetSvg({ width, height, title: `${title}: error of every clip`, notes, parts });
  return [{ name, svg }];
}

function eventSheet(measured: readonly MeasuredSet[]): Plot {
  const notes = [
    runnersNote(measured),
    'Every event within 50 ms of a true one, in bins of 2 ms; those more than 31 ms away are counted in words.',
    'Filled, upwards: near leg. Outlined, downwards: far leg. Full line: no error. Broken line: bias.',
  ];
  const top = headHeight(notes);
  const panels = measured.map(({ table, contacts }) => ({ fps: table.fps, contacts }));
  const parts = TIMINGS.map((timing, i) =>
    eventRow(timing, panels, LEFT, top + i * EVENT_ROW_HEIGHT, panelWidth(measured.length)),
  );
  const height = top + TIMINGS.length * EVENT_ROW_HEIGHT;
  return {
    name: 'events',
    svg: sheetSvg({
      width: widthOf(measured.length),
      height,
      title: 'Contacts: errors of single events',
      notes,
      parts,
    }),
  };
}
