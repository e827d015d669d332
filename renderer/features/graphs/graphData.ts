import type { ClipCurvesView, CurveView } from '../../../shared/contract/compareApi.ts';
import type { Side, Stride } from '../../../shared/domain/analysis.ts';
import type { ChartLine, LineTone } from '../../charts/Chart.tsx';
import { paddedRange, type Range } from '../../charts/chartMaths.ts';

/** The near leg as on the picture: orange and unbroken. From behind the left leg takes its place. */
export function toneOf(side: Side | null, nearSide: Side | null): LineTone {
  if (side === null) return 'plain';
  return side === (nearSide ?? 'L') ? 'near' : 'far';
}

/** Frames and true seconds that the values of the curves stand for. */
export interface CurveTimes {
  readonly frames: readonly number[];
  readonly times: readonly number[];
}

export function curveTimes(
  { everyFrames }: Pick<ClipCurvesView, 'everyFrames'>,
  times: Float64Array,
): CurveTimes {
  const frames = Array.from({ length: Math.ceil(times.length / everyFrames) }, (_, i) => i * everyFrames);
  return { frames, times: frames.map((frame) => times[frame] ?? 0) };
}

export const timeLines = (
  { traces }: CurveView,
  { times }: CurveTimes,
  [from, to]: Range,
  nearSide: Side | null,
): ChartLine[] =>
  traces.map(({ side, values }) => ({
    key: String(side),
    tone: toneOf(side, nearSide),
    points: values.flatMap((y, i) => {
      const x = times[i] ?? 0;
      // One point beyond each edge, so that the line runs on to it; the chart cuts it off there.
      const isNear = (times[i + 1] ?? x) >= from && (times[i - 1] ?? x) <= to;
      return isNear ? [{ x, y }] : [];
    }),
  }));

/** The same in every window, so that the line does not jump while paging. */
export const timeRange = ({ traces }: CurveView): Range | undefined =>
  paddedRange(traces.flatMap(({ values }) => values));

export const cycleLines = ({ cycles }: CurveView, nearSide: Side | null): ChartLine[] =>
  cycles.map(({ side, mean, sd }) => ({
    key: side,
    tone: toneOf(side, nearSide),
    points: mean.map((y, x) => ({ x, y })),
    ...(sd === null
      ? {}
      : { band: mean.map((y, x) => ({ x, low: y - (sd[x] ?? 0), high: y + (sd[x] ?? 0) })) }),
  }));

export const cycleRange = ({ cycles }: CurveView): Range | undefined =>
  paddedRange(
    cycles.flatMap(({ mean, sd }) => mean.flatMap((y, i) => [y - (sd?.[i] ?? 0), y + (sd?.[i] ?? 0)])),
  );

/** Value of a trace at a frame, between its samples where frames were left out; null in a gap. */
export function valueAt(
  values: readonly (number | null)[],
  everyFrames: number,
  frame: number,
): number | null {
  const at = frame / everyFrames;
  const low = Math.floor(at);
  const [a, b] = [values[low] ?? null, values[Math.min(low + 1, values.length - 1)] ?? null];
  if (a === null || at === low) return a;
  return b === null ? null : a + (b - a) * (at - low);
}

export interface EventMark {
  readonly side: Side;
  readonly type: 'contact' | 'toeOff';
  readonly timeS: number;
}

/** Contacts and toe-offs of a clip in order of time, as the last analysis left them. */
export function eventMarks(strides: readonly Stride[], clip: string): EventMark[] {
  return strides
    .filter((stride) => stride.clip === clip)
    .flatMap(({ side, initial_contact_s, toe_off_s }): EventMark[] => [
      { side, type: 'contact', timeS: initial_contact_s },
      ...(toe_off_s === null ? [] : [{ side, type: 'toeOff', timeS: toe_off_s } as const]),
    ])
    .sort((a, b) => a.timeS - b.timeS);
}
