import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionHistory } from '../../../shared/contract/compareApi.ts';
import { metricName } from '../../../shared/text/metricTexts.ts';
import { decimalsFor, halfWidthText, unitText, valueText } from '../../../shared/text/numberText.ts';
import { Chart } from '../../charts/Chart.tsx';
import type { LinearScale, Range } from '../../charts/chartMaths.ts';
import type { CsvCell } from '../../charts/csvText.ts';
import { DataTable } from '../../charts/DataTable.tsx';
import { LineKey } from '../../charts/LineKey.tsx';
import { dateText } from '../../ui/dates.ts';
import { Select } from '../../ui/Select.tsx';
import styles from './progress.module.css';
import { metricTitle, shotsText } from './sessionTexts.ts';
import { type SideTrend, sideTrends, trendLines, trendMetrics, trendRange } from './trendData.ts';

const HEIGHT_PX = 250;
/** Legs stand a little apart, so that their bars do not cover each other. */
const APART_PX = { near: -4, far: 4, plain: 0 } as const;

/** One measurement over all sessions, with its ±. */
export function Trend({ sessions }: { sessions: readonly SessionHistory[] }) {
  const { t } = useTranslation();
  const metrics = useMemo(() => trendMetrics(sessions), [sessions]);
  const [chosen, setChosen] = useState<string>();
  const id = metrics.includes(chosen ?? '') ? (chosen ?? '') : (metrics[0] ?? '');
  const trends = useMemo(() => sideTrends(sessions, id), [sessions, id]);
  const lines = useMemo(() => trendLines(trends), [trends]);
  const range = useMemo(() => trendRange(trends), [trends]);
  const x = useMemo((): Range => [-0.5, sessions.length - 0.5], [sessions.length]);
  const unit = unitText(trends[0]?.points[0]?.reading.metric.unit ?? '');
  const caption = t('compare.progress.trendOf', { name: metricName(id), count: sessions.length });
  return (
    <section className={styles.section} aria-label={t('compare.progress.trend')}>
      <h2>{t('compare.progress.trend')}</h2>
      {range === undefined ? (
        <p>{t('compare.progress.trendNone')}</p>
      ) : (
        <>
          <div className={styles.trendTools}>
            <Select
              label={t('compare.progress.trendMetric')}
              value={id}
              options={metrics.map((value) => ({ value, label: metricName(value) }))}
              onChange={setChosen}
            />
            <span className={styles.keys}>
              {trends.map(
                ({ side, tone }) =>
                  side !== null && <LineKey key={side} tone={tone} name={t(`compare.sides.${side}`)} />,
              )}
              <span className={styles.soft}>{unit}</span>
            </span>
          </div>
          <div className={styles.card}>
            <Chart
              label={caption}
              heightPx={HEIGHT_PX}
              {...{ x, lines }}
              y={range}
              xText={(at) => {
                const session = sessions[at];
                return session === undefined ? '' : dateText(session.date).replace(/ \d{4}$/, '');
              }}
              over={(across, _, up) => <Points {...{ trends, across, up }} />}
            />
            <TrendTable {...{ sessions, trends, caption, unit, id }} />
          </div>
          <p className={styles.soft}>{t('compare.progress.trendNote')}</p>
        </>
      )}
    </section>
  );
}

/** Each value with the bar of what a second clip would show. */
function Points({
  trends,
  across,
  up,
}: {
  trends: readonly SideTrend[];
  across: LinearScale;
  up: LinearScale;
}) {
  return trends.flatMap(({ side, tone, points }) =>
    points.map(({ reading: { at, metric } }) => {
      if (metric.value === null) return null;
      const x = across.at(at) + APART_PX[tone];
      const width = metric.repeat ?? 0;
      return (
        <g key={`${side} ${at}`} className={styles.point} data-tone={tone}>
          <line x1={x} x2={x} y1={up.at(metric.value - width)} y2={up.at(metric.value + width)} />
          <circle cx={x} cy={up.at(metric.value)} r={4} />
        </g>
      );
    }),
  );
}

interface TrendTableProps {
  readonly sessions: readonly SessionHistory[];
  readonly trends: readonly SideTrend[];
  readonly caption: string;
  readonly unit: string;
  readonly id: string;
}

function TrendTable({ sessions, trends, caption, unit, id }: TrendTableProps) {
  const { t } = useTranslation();
  const titles = trends.map(({ side }) => `${metricTitle(t, id, side)}${unit === '' ? '' : ` (${unit})`}`);
  const joined = t('compare.progress.joined');
  const head = [
    t('compare.progress.date'),
    t('compare.progress.setup'),
    ...titles.flatMap((one) => [one, `${joined} · ${one}`]),
  ];
  const pointsOf = (at: number) =>
    trends.map(({ points }) => {
      const own = points.find(({ reading }) => reading.at === at);
      const earlier = own?.follows === undefined ? undefined : points[own.follows];
      const date = earlier && sessions[earlier.reading.at]?.date;
      return { metric: own?.reading.metric, follows: date === undefined ? undefined : dateText(date) };
    });
  return (
    <DataTable
      caption={caption}
      head={head}
      rows={() =>
        sessions.map((session, at) => [
          `${at + 1}. ${dateText(session.date)}`,
          shotsText(t, session),
          ...pointsOf(at).flatMap(({ metric, follows }) =>
            metric === undefined
              ? ['–', '–']
              : [
                  `${valueText(metric)} ${halfWidthText(metric, 'repeat')}`,
                  follows ?? t('compare.progress.notJoined'),
                ],
          ),
        ])
      }
      csv={() => [
        [head[0] ?? '', head[1] ?? '', ...titles.flatMap((one) => [one, `± ${one}`, `${joined} · ${one}`])],
        ...sessions.map((session, at): CsvCell[] => [
          session.date,
          shotsText(t, session),
          ...pointsOf(at).flatMap(({ metric, follows }): CsvCell[] => {
            const digits = decimalsFor(id, metric?.total ?? null) + 1;
            const short = (value: number | null | undefined) =>
              value == null ? null : Number(value.toFixed(digits));
            return [short(metric?.value), short(metric?.repeat), follows ?? null];
          }),
        ]),
      ]}
    />
  );
}
