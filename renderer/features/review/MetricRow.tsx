import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Metric } from '../../../shared/domain/analysis.ts';
import { METRIC_TEXTS, type MetricText, metricName } from '../../../shared/text/metricTexts.ts';
import { noticeText } from '../../../shared/text/noticeTexts.ts';
import { decimalsFor, halfWidthText, readingText, unitText } from '../../../shared/text/numberText.ts';
import { GradeBadge } from '../../ui/Badge.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './panel.module.css';

export interface MetricRowProps {
  readonly metric: Metric;
  /** Name of the clip it was read from, where that is another one. */
  readonly file: string | undefined;
  /** The value in words. */
  readonly note: string | undefined;
  readonly onJump: () => void;
}

/** A value with its half-width, steps and grade; what it means on demand. Pressing it shows its first step. */
export function MetricRow({ metric, file, note, onJump }: MetricRowProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const name = metricName(metric.id);
  const isReported = metric.value !== null;
  return (
    <li className={styles.metric} data-metric={metric.id}>
      <div className={styles.head}>
        <button
          type="button"
          className={styles.jump}
          disabled={!isReported}
          title={t('review.jump')}
          onClick={onJump}
        >
          <span className={styles.name}>{name}</span>
          {isReported && <span className={styles.value}>{readingText(metric)}</span>}
        </button>
        <button
          type="button"
          className={styles.more}
          aria-label={t('review.details', { name: name })}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name="info" size={16} />
        </button>
      </div>
      <div className={styles.sub}>
        <GradeBadge grade={metric.grade} />
        {note !== undefined && <span>{note}</span>}
        {isReported && <span>{t('review.steps', { count: metric.n })}</span>}
        {file !== undefined && <span className={styles.cut}>{t('review.from', { file: file })}</span>}
      </div>
      {isOpen && <MetricDetails id={id} metric={metric} />}
    </li>
  );
}

function MetricDetails({ id, metric }: { id: string; metric: Metric }) {
  const { t } = useTranslation();
  const base = metric.id.replace(/^asymmetry\./, '');
  const catalogue: Readonly<Record<string, MetricText>> = METRIC_TEXTS;
  const definition = catalogue[base]?.definition;
  const { low, high, reason, repeat, total } = metric;
  const digits = decimalsFor(metric.id, total);
  const rows = [
    definition !== undefined && ([t('review.definition'), definition] as const),
    repeat !== null &&
      ([t('review.repeatWidth'), `${halfWidthText(metric, 'repeat')} ${unitText(metric.unit)}`] as const),
    total !== null &&
      ([t('review.totalWidth'), `${halfWidthText(metric, 'total')} ${unitText(metric.unit)}`] as const),
    low !== null &&
      high !== null &&
      ([
        t('review.range'),
        `${low.toFixed(digits)} – ${high.toFixed(digits)} ${unitText(metric.unit)}`,
      ] as const),
    reason !== null && ([t('review.reason'), noticeText(reason)] as const),
  ].filter((row) => row !== false);
  return (
    <dl id={id} className={styles.details}>
      {rows.map(([term, text]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
