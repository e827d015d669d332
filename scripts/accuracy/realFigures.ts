import { mean } from '../../shared/math/statistics.ts';
import type { ScoredValue } from '../events/score.ts';
import type { ScoredAngle } from '../events/scoreSeen.ts';

/** Bias over which a runner counts as one whom the weights do not know, ms. */
export const MOST_BIAS_MS = 8;

export const round = (value: number, places: number): number => Number(value.toFixed(places));
const rms = (values: readonly number[]): number => Math.sqrt(mean(values.map((value) => value * value)) ?? 0);

/** What single steps are off by over all runners, and of each of them on average; milliseconds. */
export interface StepFigures {
  readonly rmse: number;
  readonly bias: number;
  readonly worstRunner: number;
  /** Runners whose bias is over 8 ms. */
  readonly over8: number;
  readonly runners: readonly { readonly runner: string; readonly bias: number }[];
}

/** @param ofRunners the steps of each runner, ms */
export function stepFigures(ofRunners: ReadonlyMap<string, readonly number[]>): StepFigures {
  const ms = [...ofRunners.values()].flat();
  const biases = [...ofRunners].flatMap(([runner, own]) => {
    const bias = mean(own);
    return bias === undefined ? [] : [{ runner, bias }];
  });
  const worst = biases.reduce((a, { bias }) => (Math.abs(bias) > Math.abs(a) ? bias : a), 0);
  return {
    ...{ rmse: round(rms(ms), 1), bias: round(mean(ms) ?? 0, 1), worstRunner: round(worst, 1) },
    over8: biases.filter(({ bias }) => Math.abs(bias) > MOST_BIAS_MS).length,
    runners: biases.map(({ runner, bias }) => ({ runner, bias: round(bias, 1) })),
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

/** How often an angle or length of one leg holds against the markers, and by how much it is off. */
export interface AngleCoverage {
  readonly id: string;
  readonly leg: 'near' | 'far' | null;
  readonly n: number;
  readonly bias: number;
  readonly rmse: number;
  /** Inside what a second clip would show, which has no part of the literature's in it. */
  readonly inRepeat: number;
  readonly inTotal: number;
}

/** By metric and leg, in the order in which they come. */
export const anglesOf = (angles: readonly ScoredAngle[]): AngleCoverage[] =>
  [...new Map(angles.map((one) => [`${one.id} ${one.leg}`, one])).values()].map(({ id, leg }) => {
    const own = angles.filter((one) => one.id === id && one.leg === leg);
    const errors = own.map(({ error }) => error);
    return {
      ...{ id, leg, n: own.length, bias: round(mean(errors) ?? 0, 3), rmse: round(rms(errors), 3) },
      inRepeat: own.filter(({ error, repeat }) => Math.abs(error) <= repeat).length,
      inTotal: own.filter(({ error, total }) => Math.abs(error) <= total).length,
    };
  });

/** A line of a Markdown table. */
export const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** A figure whose aim is missed is bold. */
export const bold = (text: string, isMet: boolean): string => (isMet ? text : `**${text}**`);

/** The share of one metric inside *total*, percent. */
export function coverageCell(coverage: readonly Coverage[], id: string): string {
  const own = coverage.find((one) => one.id === id);
  const share = own ? (100 * own.covered) / own.n : Number.NaN;
  return bold(share.toFixed(0), isHeld(share));
}

const isHeld = (share: number): boolean => share >= 90 && share <= 98.5;

/** The same of an angle of both legs, by what a second clip would show and by all that is stated: near / far; near / far. */
export function angleCell(angles: readonly AngleCoverage[], id: string): string {
  const own = angles.filter((one) => one.id === id);
  if (own.length === 0) return '–';
  const shares = (of: 'inRepeat' | 'inTotal', holds: (share: number) => boolean) =>
    own.map((one) => {
      const share = (100 * one[of]) / one.n;
      return bold(share.toFixed(0), holds(share));
    });
  return [shares('inRepeat', isHeld), shares('inTotal', (share) => share >= 90)]
    .map((both) => both.join(' / '))
    .join('; ');
}
