import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionHistory } from '../../../shared/contract/compareApi.ts';
import type { Change } from '../../../shared/gait/change.ts';
import { comparability } from '../../../shared/gait/comparability.ts';
import { decimalsFor, readingText, unitText } from '../../../shared/text/numberText.ts';
import { useUnits } from '../../host/useUnits.ts';
import { Badge, type BadgeTone } from '../../ui/Badge.tsx';
import { Select } from '../../ui/Select.tsx';
import { Table } from '../../ui/Table.tsx';
import {
  type BeforeAfterRow,
  beforeAfterRows,
  chosenRows,
  countChanges,
  type RowChoice,
} from './beforeAfter.ts';
import { ComparabilityCard } from './ComparabilityCard.tsx';
import styles from './progress.module.css';
import { metricTitle, sessionText } from './sessionTexts.ts';

const CHOICES = ['all', 'comparable', 'changed'] as const;
const TONES: Readonly<Record<Change['kind'], BadgeTone>> = {
  changed: 'accent',
  within_error: 'neutral',
  not_comparable: 'neutral',
};

/** Two sessions, value by value: changed, within measurement error, or not to be compared. */
export function BeforeAfter({ sessions }: { sessions: readonly SessionHistory[] }) {
  const { t } = useTranslation();
  const units = useUnits();
  const [ids, setIds] = useState<{ before?: string; after?: string }>({});
  const [choice, setChoice] = useState<RowChoice>('all');
  const find = (id: string | undefined) => sessions.find(({ sessionId }) => sessionId === id);
  const before = find(ids.before) ?? sessions[0];
  const after = find(ids.after) ?? sessions.at(-1);
  if (before === undefined || after === undefined) return null;
  const rows = beforeAfterRows(before, after);
  const shown = chosenRows(rows, choice);
  const options = sessions.map((session) => ({
    value: session.sessionId,
    label: sessionText(t, session, units),
  }));
  return (
    <section className={styles.section} aria-label={t('compare.progress.beforeAfter')}>
      <h2>{t('compare.progress.beforeAfter')}</h2>
      <div className={styles.fields}>
        <Select
          label={t('compare.progress.before')}
          value={before.sessionId}
          options={options}
          onChange={(id) => setIds((now) => ({ ...now, before: id }))}
        />
        <Select
          label={t('compare.progress.after')}
          value={after.sessionId}
          options={options}
          onChange={(id) => setIds((now) => ({ ...now, after: id }))}
        />
        <Select
          label={t('compare.progress.show')}
          value={choice}
          options={CHOICES.map((value) => ({ value, label: t(`compare.progress.shows.${value}`) }))}
          onChange={setChoice}
        />
      </div>
      <ComparabilityCard found={comparability(before.setup, after.setup)} />
      <p className={styles.soft}>{t('compare.progress.counts', { ...countChanges(rows) })}</p>
      {shown.length === 0 ? (
        <p>{t('compare.progress.noRows')}</p>
      ) : (
        <ChangesTable rows={shown} caption={t('compare.progress.beforeAfter')} />
      )}
      <p className={styles.soft}>{t('compare.progress.explain')}</p>
    </section>
  );
}

function ChangesTable({ rows, caption }: { rows: readonly BeforeAfterRow[]; caption: string }) {
  const { t } = useTranslation();
  const text = (reading: BeforeAfterRow['before']) =>
    reading === undefined ? '–' : readingText(reading.metric);
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={({ id, side }) => `${id} ${side}`}
      columns={[
        {
          ...{ id: 'metric', title: t('compare.progress.metric'), width: '27%' },
          cell: ({ id, side }) => metricTitle(t, id, side),
        },
        {
          ...{ id: 'before', title: t('compare.progress.before'), width: '16%' },
          cell: (row) => text(row.before),
        },
        {
          ...{ id: 'after', title: t('compare.progress.after'), width: '16%' },
          cell: (row) => text(row.after),
        },
        {
          ...{ id: 'change', title: t('compare.progress.change'), width: '16%' },
          cell: (row) => <Delta row={row} />,
        },
        {
          ...{ id: 'verdict', title: t('compare.progress.verdict') },
          cell: ({ change }) => <Verdict change={change} />,
        },
      ]}
    />
  );
}

function Delta({ row: { id, before, change } }: { row: BeforeAfterRow }) {
  const { t } = useTranslation();
  if (change.kind === 'not_comparable') return '–';
  const digits = decimalsFor(id, change.detectable);
  const delta = change.delta.toFixed(digits).replace(/^-(?=0(\.0+)?$)/, '');
  const unit = unitText(before?.metric.unit ?? '');
  return (
    <>
      <strong>{`${change.delta > 0 && Number(delta) !== 0 ? '+' : ''}${delta.replace('-', '−')}${unit === '°' ? '' : ' '}${unit}`}</strong>
      <br />
      <span className={styles.soft}>
        {t('compare.progress.detectable', { value: change.detectable.toFixed(digits) })}
      </span>
    </>
  );
}

function Verdict({ change }: { change: Change }) {
  const { t } = useTranslation();
  return (
    <>
      <Badge tone={TONES[change.kind]}>{t(`compare.progress.kinds.${change.kind}`)}</Badge>
      {change.kind === 'not_comparable' && (
        <>
          <br />
          <span className={styles.soft}>{t(`compare.progress.reasons.${change.reason}`)}</span>
        </>
      )}
    </>
  );
}
