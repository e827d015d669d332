import { signed } from './quantityNames.ts';
import { line } from './realFigures.ts';
import { realLines } from './realRunners.ts';
import { seenLines } from './seenRunners.ts';
import type { Row, Table } from './table.ts';
import type { RealTables } from './tableFiles.ts';

/** The README between these lines is written by `npm run accuracy`. */
const [BEGIN, END] = ['<!-- accuracy: written by npm run accuracy -->', '<!-- /accuracy -->'];

/** What is wanted at 120 and 240 frames/s: bias and SD of instants, RMSE of clip means of the others. */
type Aim = { readonly bias: number; readonly sd: number } | { readonly rmse: number };

interface Target {
  readonly quantity: string;
  readonly name: string;
  readonly places: number;
  readonly near: Aim;
  /** Of the far leg; absent where there are no legs or both are one. */
  readonly far?: Aim;
}

const SIDE: readonly Target[] = [
  {
    ...{ quantity: 'initial_contact', name: 'initial contact: bias, SD (ms)', places: 1 },
    ...{ near: { bias: 5, sd: 8 }, far: { bias: 10, sd: 12 } },
  },
  {
    ...{ quantity: 'toe_off', name: 'toe-off: bias, SD (ms)', places: 1 },
    ...{ near: { bias: 6, sd: 8 }, far: { bias: 10, sd: 12 } },
  },
  {
    ...{ quantity: 'contact_time', name: 'contact time: RMSE (ms)', places: 1 },
    ...{ near: { rmse: 8 }, far: { rmse: 12 } },
  },
  { quantity: 'cadence', name: 'cadence: RMSE (steps/min)', places: 2, near: { rmse: 0.3 } },
  {
    ...{ quantity: 'foot_strike_angle', name: 'foot strike angle: RMSE (°)', places: 1 },
    ...{ near: { rmse: 2.9 }, far: { rmse: 5.1 } },
  },
  {
    ...{ quantity: 'tibia_angle_ic', name: 'shin at contact: RMSE (°)', places: 1 },
    ...{ near: { rmse: 3 }, far: { rmse: 5 } },
  },
  {
    ...{ quantity: 'knee_flexion_ic', name: 'knee at contact: RMSE (°)', places: 1 },
    ...{ near: { rmse: 3 }, far: { rmse: 5 } },
  },
  { quantity: 'trunk_lean', name: 'trunk lean: RMSE (°)', places: 1, near: { rmse: 3 } },
  {
    ...{ quantity: 'overstride_ankle', name: 'ankle ahead of the hips: RMSE (leg lengths)', places: 3 },
    ...{ near: { rmse: 0.03 }, far: { rmse: 0.03 } },
  },
];
const REAR: readonly Target[] = [
  {
    ...{ quantity: 'foot_under_ankle_rear', name: 'heel under ankle: RMSE (% of the shank)', places: 1 },
    near: { rmse: 3 },
  },
  { quantity: 'step_width', name: 'step width: RMSE (mm)', places: 0, near: { rmse: 15 } },
  { quantity: 'pelvic_drop', name: 'pelvic drop: RMSE (°)', places: 1, near: { rmse: 2.5 } },
];
/** What is known of a recorded motion but for the figure's own geometry. */
const ON_PLATE = new Set(['initial_contact', 'toe_off', 'contact_time', 'cadence']);
const RATES = [240, 120, 60] as const;
const ABSENT = '–';

const isMet = (row: Row, aim: Aim): boolean =>
  'rmse' in aim ? row.rmse <= aim.rmse : Math.abs(row.bias) <= aim.bias && row.sd <= aim.sd;

/** A measured figure, bold where its aim is missed. */
function figure(row: Row | undefined, aim: Aim, places: number): string {
  if (!row) return ABSENT;
  const text =
    'rmse' in aim
      ? row.rmse.toFixed(places)
      : `${signed(row.bias.toFixed(places))}, ${row.sd.toFixed(places)}`;
  return isMet(row, aim) ? text : `**${text}**`;
}

const aimText = (aim: Aim): string => ('rmse' in aim ? `${aim.rmse}` : `${aim.bias}, ${aim.sd}`);

function targetLine({ quantity, name, places, near, far }: Target, tables: readonly Table[]) {
  const cells = tables.map((table) => {
    const rows = table.rows.filter((row) => row.quantity === quantity);
    const of = (leg: Row['leg']) => rows.find((row) => row.leg === leg);
    if (rows.length === 0) return ABSENT;
    if (far === undefined) return figure(of('both') ?? of('behind'), near, places);
    return `${figure(of('near'), near, places)} / ${figure(of('far'), far, places)}`;
  });
  const aim = far === undefined ? aimText(near) : `${aimText(near)} / ${aimText(far)}`;
  return line([name, aim, ...cells]);
}

function countsLine(tables: readonly Table[]): string {
  const cells = tables.map((table) => {
    const legs = (['near', 'far'] as const).flatMap(
      (leg) => table.rows.find((row) => row.quantity === 'initial_contact' && row.leg === leg)?.counts ?? [],
    );
    const text = legs.map(({ found, missed, extra }) => `${found}, ${missed}, ${extra}`).join(' / ');
    return text === '' ? ABSENT : text;
  });
  return line(['contacts found, missed, false', 'all, 0, 0', ...cells]);
}

/** Landings told of clip-sides 3° or more from the limit, both legs. */
function landingLine(tables: readonly Table[]): string {
  const cells = tables.map(({ landings }) => {
    const legs = landings.map(({ clear }) => `${clear.right}, ${clear.wrong}, ${clear.uncertain}`);
    return legs.length === 0 ? ABSENT : legs.join(' / ');
  });
  return line(['heel first or not: right, wrong, “uncertain”', 'none wrong', ...cells]);
}

/** What the README shows of the tables: near / far leg beside their aims, missed ones bold. */
export function readmeBlock(tables: readonly Table[], real: RealTables): string {
  const named = (set: string, fps: number) =>
    tables.filter((table) => table.set === set && table.fps === fps);
  const side = RATES.flatMap((fps) => named('test', fps));
  const rear = named('rear', 120);
  const plate = named('plate', 120);
  const head = (what: string, columns: readonly string[]) => [
    line([what, 'aim', ...columns]),
    line(['---', '---', ...columns.map(() => '---')]),
  ];
  const columns = (shown: readonly Table[]) =>
    shown.map(({ fps, runners }) => `${fps} frames/s (${runners} runners)`);
  return [
    BEGIN,
    ...(real.seen.length === 0 ? [] : [...seenLines(real.seen), '']),
    ...(real.joints.length === 0 ? [] : [...realLines(real.joints), '']),
    ...head('side view, near / far leg', columns(side)),
    countsLine(side),
    ...SIDE.map((target) => targetLine(target, side)),
    landingLine(side),
    ...(plate.length === 0
      ? []
      : [
          '',
          ...head('two real runners on a force plate, drawn', ['120 frames/s (either leg near)']),
          countsLine(plate),
          ...SIDE.filter(({ quantity }) => ON_PLATE.has(quantity)).map((target) => targetLine(target, plate)),
        ]),
    '',
    ...head('from behind', columns(rear)),
    ...REAR.map((target) => targetLine(target, rear)),
    END,
  ].join('\n');
}

/** The README with the block made anew. @throws Error where it has no such block */
export function withReadmeBlock(readme: string, tables: readonly Table[], real: RealTables): string {
  const [from, to] = [readme.indexOf(BEGIN), readme.indexOf(END)];
  if (from < 0 || to < from) throw new Error('invalid README: no accuracy block');
  return readme.slice(0, from) + readmeBlock(tables, real) + readme.slice(to + END.length);
}
