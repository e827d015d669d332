import { mean } from '../../shared/math/statistics.ts';
import type { ScoredValue } from '../events/score.ts';

/** Bias over which a runner counts as one whom the weights do not know, ms. */
const MOST_BIAS_MS = 8;

export const round = (value: number, places: number): number => Number(value.toFixed(places));
const rms = (values: readonly number[]): number => Math.sqrt(mean(values.map((value) => value * value)) ?? 0);

/** What single steps are off by over all runners, and the bias of the worst of them; milliseconds. */
export function stepFigures(ms: readonly number[], ofRunners: readonly (readonly number[])[]) {
  const biases = ofRunners.flatMap((own) => mean(own) ?? []);
  const worst = biases.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a), 0);
  return {
    ...{ rmse: round(rms(ms), 1), bias: round(mean(ms) ?? 0, 1), worstRunner: round(worst, 1) },
    over8: biases.filter((bias) => Math.abs(bias) > MOST_BIAS_MS).length,
  };
}

export interface Coverage {
  readonly id: string;
  readonly n: number;
  readonly covered: number;
}

/** How often the truth lies inside *total*, by metric. */
export const coverageOf = (values: readonly ScoredValue[]): Coverage[] =>
  [...new Set(values.map(({ id }) => id))].map((id) => {
    const own = values.filter((value) => value.id === id);
    const covered = own.filter(({ error, total }) => Math.abs(error) <= total).length;
    return { id, n: own.length, covered };
  });

/** A line of a Markdown table. */
export const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** A figure whose aim is missed is bold. */
export const bold = (text: string, isMet: boolean): string => (isMet ? text : `**${text}**`);

/** The share of one metric inside *total*, percent. */
export function coverageCell(coverage: readonly Coverage[], id: string): string {
  const own = coverage.find((one) => one.id === id);
  const share = own ? (100 * own.covered) / own.n : Number.NaN;
  return bold(share.toFixed(0), share >= 90 && share <= 98.5);
}
