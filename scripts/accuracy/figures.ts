import { METRICS } from '../../shared/gait/registry.ts';
import type { Table } from './table.ts';

/** Sets whose runners nothing was tuned on; only these are quoted. */
const QUOTED = new Set(['test', 'rear']);

/** Three figures are enough for a sentence. */
const short = (value: number): string => String(Number(value.toPrecision(3)));

/** The module that the report quotes from: the metrics' rows of the quoted sets, in the registry's order. */
export function figuresModule(tables: readonly Table[]): string {
  const lines = METRICS.flatMap(({ id }) =>
    tables
      .filter(({ set }) => QUOTED.has(set))
      .toSorted((a, b) => (a.view === b.view ? a.fps - b.fps : a.view < b.view ? 1 : -1))
      .flatMap(({ view, rows }) =>
        rows
          .filter(({ quantity }) => quantity === id)
          .map(
            ({ fps, leg, bias, sd, n }) =>
              `  { metric: '${id}', view: '${view}', fps: ${fps}, leg: '${leg}', bias: ${short(bias)}, sd: ${short(sd)}, n: ${n} },`,
          ),
      ),
  );
  return `// Written by \`npm run accuracy\` from the tables in e2e/accuracy; not to be edited.
import type { AccuracyFigure } from '../../text/accuracyText.ts';

export const ACCURACY_FIGURES: readonly AccuracyFigure[] = [
${lines.join('\n')}
];
`;
}
