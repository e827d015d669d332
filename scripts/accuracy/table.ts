import { mean } from '../../shared/math/statistics.ts';
import type { MeasuredRunner } from './measure.ts';
import { LEGS, type Leg, legOf, metricErrors } from './metricErrors.ts';
import { scoreEvents, spreadOf } from './scoreEvents.ts';

/** One line of the table: a quantity of one leg over all runners of a set. */
export interface Row {
  readonly quantity: string;
  readonly fps: number;
  readonly leg: Leg;
  readonly bias: number;
  /** Events: spread of single steps. Metrics: spread of the clips' means about the bias. */
  readonly sd: number;
  /** Root mean square of the clips' mean errors. */
  readonly rmse: number;
  readonly n: number;
  /** Events: found, missed and extra. */
  readonly counts?: { readonly found: number; readonly missed: number; readonly extra: number };
  /** Metrics: share of clips whose stated total half-width holds the truth. */
  readonly coveredByTotal?: number;
}

const rms = (values: readonly number[]): number => Math.sqrt(mean(values.map((value) => value * value)) ?? 0);
/** Side views only: from behind the instant of a contact is rough by design. */
export function eventRows(all: readonly MeasuredRunner[], fps: number): Row[] {
  const runners = all.filter(({ truth }) => truth.near_side !== null);
  return (['initial_contact', 'toe_off'] as const).flatMap((type) =>
    (['near', 'far'] as const).flatMap((leg) => {
      const scores = runners.map((runner) => {
        const side = legOf(runner, leg);
        const mine = runner.truth.contacts.filter((contact) => contact.side === side);
        const truth = mine.map((contact) =>
          type === 'initial_contact' ? contact.initial_contact_s : contact.toe_off_s,
        );
        const reported = runner.events.filter((event) => event.side === side && event.type === type);
        return scoreEvents(
          truth,
          reported.map(({ time_s }) => time_s),
          runner.truth.duration_s,
        );
      });
      const spread = spreadOf(scores.flatMap(({ errorsMs }) => errorsMs));
      if (spread === undefined) return [];
      const sum = (of: 'found' | 'missed' | 'extra') => scores.reduce((total, score) => total + score[of], 0);
      return [
        {
          ...{ quantity: `${type} (ms)`, fps, leg, ...spread },
          rmse: rms(scores.map(({ errorsMs }) => mean(errorsMs) ?? 0)),
          n: runners.length,
          counts: { found: sum('found'), missed: sum('missed'), extra: sum('extra') },
        },
      ];
    }),
  );
}

/** Every reported metric against the mean of its truth over the same clip. */
export function metricRows(runners: readonly MeasuredRunner[], fps: number): Row[] {
  const all = metricErrors(runners);
  return [...new Set(all.map(({ id }) => id))].flatMap((id) =>
    LEGS.flatMap((leg) => {
      const errors = all.filter((one) => one.id === id && one.leg === leg);
      const spread = spreadOf(errors.map(({ error }) => error));
      if (spread === undefined) return [];
      const isCovered = errors.filter(({ error, total }) => Math.abs(error) <= total);
      return [
        {
          ...{ quantity: id, fps, leg, ...spread },
          rmse: rms(errors.map(({ error }) => error)),
          n: errors.length,
          coveredByTotal: isCovered.length / errors.length,
        },
      ];
    }),
  );
}

const number = (value: number): string => value.toFixed(Math.abs(value) < 1 ? 3 : 1);

export function markdownTable(rows: readonly Row[]): string {
  const head =
    '| quantity | frames/s | leg | bias | SD | RMSE of clip means | clips | found / missed / extra | inside total |\n|---|---|---|---|---|---|---|---|---|';
  const lines = rows.map((row) => {
    const counts = row.counts ? `${row.counts.found} / ${row.counts.missed} / ${row.counts.extra}` : '';
    const covered = row.coveredByTotal === undefined ? '' : `${Math.round(100 * row.coveredByTotal)} %`;
    return `| ${row.quantity} | ${row.fps} | ${row.leg} | ${number(row.bias)} | ${number(row.sd)} | ${number(row.rmse)} | ${row.n} | ${counts} | ${covered} |`;
  });
  return `${[head, ...lines].join('\n')}\n`;
}
