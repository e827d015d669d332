import type { CurveView } from '../../../shared/contract/compareApi.ts';
import type { CsvCell } from '../../charts/csvText.ts';
import type { CurveTimes } from './graphData.ts';

/** More rows than this nobody reads; the CSV holds every one. */
const MOST_ROWS = 250;

export const numberText = (value: number | null, decimals = 1): string =>
  value === null ? '–' : value.toFixed(decimals);

/** Frame, time and each trace in the stretch that is shown, thinned where it is long. */
export function timeRows(
  { traces }: CurveView,
  { frames, times }: CurveTimes,
  [from, to]: readonly [number, number],
): string[][] {
  const shown = frames.flatMap((_, i) => {
    const time = times[i] ?? 0;
    return time >= from && time <= to ? [i] : [];
  });
  const every = Math.max(1, Math.ceil(shown.length / MOST_ROWS));
  return shown
    .filter((_, i) => i % every === 0)
    .map((i) => [
      String(frames[i]),
      (times[i] ?? 0).toFixed(3),
      ...traces.map(({ values }) => numberText(values[i] ?? null)),
    ]);
}

/** Every value of the clip. */
export function timeCsv(
  { traces }: CurveView,
  { frames, times }: CurveTimes,
  head: readonly string[],
): CsvCell[][] {
  return [
    [...head],
    ...frames.map((frame, i): CsvCell[] => [
      frame,
      Number((times[i] ?? 0).toFixed(6)),
      ...traces.map(({ values }) => values[i] ?? null),
    ]),
  ];
}

const CYCLE_STEP = 5;

/** Every twentieth of the cycle. */
export function cycleRows({ cycles }: CurveView): string[][] {
  const count = cycles[0]?.mean.length ?? 0;
  return Array.from({ length: Math.ceil(count / CYCLE_STEP) }, (_, i) => i * CYCLE_STEP).map((percent) => [
    String(percent),
    ...cycles.map(({ mean, sd }) => {
      const value = numberText(mean[percent] ?? null);
      return sd === null ? value : `${value} ± ${numberText(sd[percent] ?? null)}`;
    }),
  ]);
}

/** Every percent of the cycle, mean and SD in columns of their own. */
export function cycleCsv({ cycles }: CurveView, head: readonly string[]): CsvCell[][] {
  const count = cycles[0]?.mean.length ?? 0;
  return [
    [...head],
    ...Array.from({ length: count }, (_, percent): CsvCell[] => [
      percent,
      ...cycles.flatMap(({ mean, sd }) => [mean[percent] ?? null, sd?.[percent] ?? null]),
    ]),
  ];
}
