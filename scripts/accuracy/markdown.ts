import { METRICS } from '../../shared/gait/registry.ts';
import { type Coverage, exactInterval } from './coverage.ts';
import type { LandingCounts } from './landings.ts';
import { namedUnit, placesOf, quantityName, signed } from './quantityNames.ts';
import { line } from './realFigures.ts';
import type { Row, Table } from './table.ts';

const percent = (share: number): string => `${Math.round(100 * share)}`;

/** "23 of 24 (77–100 %)": the interval is the exact binomial one at 99 %. */
export function shareText(k: number, n: number): string {
  const [low, high] = exactInterval(k, n);
  return `${k} of ${n} (${percent(low)}–${percent(high)} %)`;
}

function rowLine({ quantity, unit, leg, bias, sd, rmse, n, counts, withinTotal }: Row): string {
  const places = placesOf(sd);
  const text = (value: number) => signed(value.toFixed(places));
  return line([
    namedUnit(quantityName(quantity), unit),
    leg,
    ...[bias, sd, rmse].map(text),
    String(n),
    counts ? `${counts.found} / ${counts.missed} / ${counts.extra}` : '',
    withinTotal === undefined ? '' : `${withinTotal} of ${n}`,
  ]);
}

function coverageLine({ id, n, repeat, total }: Coverage): string {
  return line([quantityName(id), String(n), shareText(repeat, n), shareText(total, n)]);
}

function landingSection(landings: readonly LandingCounts[]): string {
  if (landings.length === 0) return '';
  const head = [
    'leg',
    'right / wrong / “uncertain”',
    'Cohen’s κ of those told',
    'nearer than 3°: “uncertain” / told (wrong)',
  ];
  const rows = landings.map(({ leg, clear, kappa, near }) =>
    line([
      leg,
      `${clear.right} / ${clear.wrong} / ${clear.uncertain}`,
      kappa === undefined ? 'all of one kind' : kappa.toFixed(2),
      `${near.uncertain} / ${near.called} (${near.calledWrong})`,
    ]),
  );
  return `
## Heel first, or not?

Clip-sides whose true mean foot strike angle is 3° or more from the limit of 8°, and the nearer ones, of which neither should
be said.

${[line(head), line(head.map(() => '---')), ...rows].join('\n')}
`;
}

const ORDER: readonly string[] = METRICS.map(({ id }) => id);

/** The table as a page to read. */
export function markdownPage({ set, view, fps, runners, rows, coverage, landings }: Table): string {
  const looked = /tuning/.test(set) ? ', which were looked at while the engine was made' : '';
  const title =
    set === 'plate'
      ? `Side view, ${fps} frames/s: the motion of two real runners, drawn with either leg near (set “plate”)`
      : `${view === 'side' ? 'Side view' : 'From behind'}, ${fps} frames/s: ${runners} synthetic runners (set “${set}”${looked})`;
  const origin =
    set === 'plate'
      ? 'Contacts: force plate, 50 N (Fukuchi 2017, 2.5 m/s). Joints: measured with markers; pictures, shoes and trunk are synthetic'
      : 'All of it is synthetic';
  const head = ['quantity', 'leg', 'bias', 'SD', 'RMSE of clip means', 'clip-sides'];
  return `# ${title}

Measured less true, through the real pose models. SD: of single events or steps for the first rows, of the clips' means for the
metrics. ${origin}; the same numbers: \`${set}-${fps}.json\`.

${line([...head, 'found / missed / extra', 'truth inside total'])}
${line([...head, '', ''].map(() => '---'))}
${rows.map(rowLine).join('\n')}

## Do the stated half-widths hold?

Near and far leg pooled. *Repeat* is counted after the mean error of each leg is taken out and should hold in about 95 % of
clip-sides (90 to 98 %); *total* should hold in at least 95 %. In brackets the exact 99 % binomial interval of the share.

${line(['metric', 'clip-sides', 'inside repeat', 'inside total'])}
${line(['---', '---', '---', '---'])}
${[...coverage]
  .sort((a, b) => ORDER.indexOf(a.id) - ORDER.indexOf(b.id))
  .map(coverageLine)
  .join('\n')}
${landingSection(landings)}`;
}
