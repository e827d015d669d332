import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Analysis, Metric } from '../../../shared/domain/analysis.ts';
import { landingText } from '../../../shared/text/metricTexts.ts';
import type { Player } from '../../player/player.ts';
import { EventsTable } from './EventsTable.tsx';
import { MetricRow } from './MetricRow.tsx';
import { metricsOf, type PanelTab } from './metricPanel.ts';
import styles from './panel.module.css';
import type { ReviewEvent } from './reviewEvents.ts';

export interface MetricsPanelProps {
  readonly player: Player;
  readonly analysis: Analysis | undefined;
  readonly clipId: string;
  readonly firstTab: PanelTab | 'events';
  readonly events: readonly ReviewEvent[];
  readonly selectedKey: string | undefined;
  readonly onSelect: (event: ReviewEvent) => void;
  readonly onMetric: (metric: Metric) => void;
  /** Edits whose event is not there any more. */
  readonly lostEdits: number;
}

const TABS = ['L', 'R', 'both', 'events'] as const;

/** Measurements of each leg, and the list of events. */
export function MetricsPanel(props: MetricsPanelProps) {
  const { t } = useTranslation();
  const { player, analysis, clipId, firstTab, events, selectedKey, onSelect, onMetric } = props;
  const [tab, setTab] = useState(firstTab);
  const fileOf = (clip: string | null) =>
    clip === null || clip === clipId ? undefined : analysis?.clips.find(({ id }) => id === clip)?.file;
  return (
    <section aria-label={t('review.metrics')}>
      {props.lostEdits > 0 && (
        <p className={styles.soft} role="note">
          {t('review.lostEdits', { count: props.lostEdits })}
        </p>
      )}
      <fieldset className={styles.tabs} aria-label={t('review.metrics')}>
        {TABS.map((one) => (
          <button
            key={one}
            type="button"
            className={styles.tab}
            aria-pressed={tab === one}
            onClick={() => setTab(one)}
          >
            {t(`review.tabs.${one}`)}
          </button>
        ))}
      </fieldset>
      {tab === 'events' ? (
        <CurrentEvents player={player} events={events} selectedKey={selectedKey} onSelect={onSelect} />
      ) : (
        <MetricList metrics={analysis?.metrics ?? []} tab={tab} fileOf={fileOf} onMetric={onMetric} />
      )}
    </section>
  );
}

function CurrentEvents({
  player,
  ...rest
}: Pick<MetricsPanelProps, 'player' | 'events' | 'selectedKey' | 'onSelect'>) {
  const frame = useStore(player.store, (state) => state.frame);
  return <EventsTable frame={frame} {...rest} />;
}

interface MetricListProps {
  readonly metrics: readonly Metric[];
  readonly tab: PanelTab;
  readonly fileOf: (clip: string | null) => string | undefined;
  readonly onMetric: (metric: Metric) => void;
}

function MetricList({ metrics, tab, fileOf, onMetric }: MetricListProps) {
  const { t } = useTranslation();
  const { reported, absent } = metricsOf(metrics, tab);
  const rows = (list: readonly Metric[]) => (
    <ul>
      {list.map((metric) => (
        <MetricRow
          key={metric.id}
          metric={metric}
          file={fileOf(metric.clip)}
          note={landingNote(metrics, metric)}
          onJump={() => onMetric(metric)}
        />
      ))}
    </ul>
  );
  return (
    <>
      {reported.length === 0 && <p className={styles.soft}>{t('review.noMetrics')}</p>}
      {rows(reported)}
      {absent.length > 0 && (
        <details className={styles.absent}>
          <summary>{t('review.notReported', { n: absent.length })}</summary>
          {rows(absent)}
        </details>
      )}
    </>
  );
}

/** How the foot lands, beside the share that says it in numbers. */
function landingNote(metrics: readonly Metric[], { id, side }: Metric): string | undefined {
  if (id !== 'heel_strike_share' || side === null) return undefined;
  return landingText(metrics, side);
}
