import type { SessionHistory } from '../../../shared/contract/compareApi.ts';
import type { Side } from '../../../shared/domain/analysis.ts';
import { type TrendPoint, trendOf } from '../../../shared/gait/trend.ts';
import type { ChartLine, LineTone } from '../../charts/Chart.tsx';
import { paddedRange, type Range } from '../../charts/chartMaths.ts';

type Reading = SessionHistory['readings'][number];
/** A reading with its place in the row of sessions. */
export type DatedReading = Reading & { readonly at: number };

export interface SideTrend {
  readonly side: Side | null;
  readonly tone: LineTone;
  readonly points: readonly TrendPoint<DatedReading>[];
}

const TONES: readonly (readonly [Side | null, LineTone])[] = [
  ['L', 'near'],
  ['R', 'far'],
  [null, 'plain'],
];

/** Ids of everything that any session reported, in the order in which sessions have them. */
export const trendMetrics = (sessions: readonly SessionHistory[]): string[] => [
  ...new Set(sessions.flatMap(({ readings }) => readings.map(({ metric }) => metric.id))),
];

/** One metric over all sessions, by side. */
export const sideTrends = (sessions: readonly SessionHistory[], id: string): SideTrend[] =>
  TONES.flatMap(([side, tone]) => {
    const readings = sessions.flatMap((session, at): DatedReading[] =>
      session.readings
        .filter(({ metric }) => metric.id === id && metric.side === side)
        .map((reading) => ({ ...reading, at })),
    );
    return readings.length === 0 ? [] : [{ side, tone, points: trendOf(readings) }];
  });

/** A stretch of line for every point that follows another one. */
export const trendLines = (trends: readonly SideTrend[]): ChartLine[] =>
  trends.flatMap(({ side, tone, points }) =>
    points.flatMap(({ reading, follows }, i): ChartLine[] => {
      const earlier = follows === undefined ? undefined : points[follows]?.reading;
      if (earlier === undefined) return [];
      return [
        {
          key: `${side} ${i}`,
          tone,
          points: [earlier, reading].map(({ at, metric }) => ({ x: at, y: metric.value })),
        },
      ];
    }),
  );

export const trendRange = (trends: readonly SideTrend[]): Range | undefined =>
  paddedRange(
    trends.flatMap(({ points }) =>
      points.flatMap(({ reading: { metric } }) => {
        const width = metric.repeat ?? 0;
        return metric.value === null ? [] : [metric.value - width, metric.value + width];
      }),
    ),
    0.1,
  );
