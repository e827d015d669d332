import { metricSpec } from '../../shared/gait/registry.ts';
import { mean } from '../../shared/math/statistics.ts';
import type { AccuracyClip, SetName } from './accuracyClip.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import { contactErrors, errorsOf, TIMINGS } from './eventErrors.ts';
import { type LandingCounts, landingAnswers, landingCounts } from './landings.ts';
import type { MeasuredRunner } from './measure.ts';
import { LEGS, type Leg, metricErrors } from './metricErrors.ts';
import { spreadOf } from './scoreEvents.ts';

/** One line of the table: a quantity of one leg over all runners of a set. */
export interface Row {
  readonly quantity: string;
  readonly unit: string;
  readonly fps: number;
  readonly leg: Leg;
  readonly bias: number;
  /** Events: spread of single steps. Metrics: spread of the clips' means about the bias. */
  readonly sd: number;
  /** Root mean square of the clips' mean errors. */
  readonly rmse: number;
  /** Clip-sides. */
  readonly n: number;
  /** Events: found, missed and extra. */
  readonly counts?: { readonly found: number; readonly missed: number; readonly extra: number };
  /** Metrics: clip-sides whose stated total half-width holds the truth. */
  readonly withinTotal?: number;
}

/** What is written beside the readable table. */
export interface Table {
  readonly set: SetName;
  readonly view: 'side' | 'rear';
  readonly fps: number;
  readonly runners: number;
  readonly rows: readonly Row[];
  /** Near and far leg of a metric pooled. */
  readonly coverage: readonly Coverage[];
  /** Landings told in words, by leg; empty where none is told. */
  readonly landings: readonly LandingCounts[];
}

const rms = (values: readonly number[]): number => Math.sqrt(mean(values.map((value) => value * value)) ?? 0);

export function eventRows(runners: readonly MeasuredRunner[], fps: number): Row[] {
  const all = contactErrors(runners);
  return TIMINGS.flatMap((timing) =>
    (['near', 'far'] as const).flatMap((leg) => {
      const mine = all.filter((contacts) => contacts.leg === leg);
      const errors = mine.map((contacts) => errorsOf(contacts, timing));
      const spread = spreadOf(errors.flat());
      if (spread === undefined) return [];
      const scores = mine.map(({ initialContact, toeOff }) =>
        timing === 'initial_contact' ? initialContact : toeOff,
      );
      const sum = (of: 'found' | 'missed' | 'extra') => scores.reduce((total, score) => total + score[of], 0);
      return [
        {
          ...{ quantity: timing, unit: 'ms', fps, leg, ...spread },
          rmse: rms(errors.flatMap((ofClip) => mean(ofClip) ?? [])),
          n: mine.length,
          ...(timing === 'step_contact_time'
            ? {}
            : { counts: { found: sum('found'), missed: sum('missed'), extra: sum('extra') } }),
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
      return [
        {
          ...{ quantity: id, unit: metricSpec(id).unit, fps, leg, ...spread },
          rmse: rms(errors.map(({ error }) => error)),
          n: errors.length,
          withinTotal: errors.filter(({ error, total }) => Math.abs(error) <= total).length,
        },
      ];
    }),
  );
}

/** Name of the table that a running clip belongs to. */
export const tableName = ({ set, fps }: Pick<AccuracyClip, 'set' | 'fps'>): string => `${set}-${fps}`;

/** @throws Error without runners */
export function tableOf(set: SetName, runners: readonly MeasuredRunner[]): Table {
  const [first] = runners;
  if (!first) throw new Error(`invalid runners: none in ${set}`);
  const { fps } = first;
  return {
    ...{ set, view: /rear/.test(set) ? 'rear' : 'side', fps, runners: runners.length },
    rows: [...eventRows(runners, fps), ...metricRows(runners, fps)],
    coverage: coverageOf(runners),
    landings: landingCounts(landingAnswers(runners)),
  };
}

/** Five figures: the last bits differ between machines and say nothing. */
export function tableJson(table: Table): string {
  const short = (_: string, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(5)) : value;
  return `${JSON.stringify(table, short, 2)}\n`;
}
