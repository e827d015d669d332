import { useTranslation } from 'react-i18next';
import type { ProgramState } from '../../../shared/contract/programApiSchemas.ts';
import { testById } from '../../../shared/program/data/tests.ts';
import { Badge } from '../../ui/Badge.tsx';
import { dateText } from '../../ui/dates.ts';
import { Table } from '../../ui/Table.tsx';
import styles from './program.module.css';
import type { Desk } from './programDesk.ts';
import { sideText } from './programTexts.ts';
import { signed, testValue, VERDICT_TONES } from './testTexts.ts';

type Trend = ProgramState['trends'][number];

/** Each test against its own first value. */
export function Trends({ desk }: { desk: Desk }) {
  const { t } = useTranslation();
  const rows = desk.state.trends.filter(({ points }) => points.length > 1);
  if (desk.state.assessments.length === 0) return null;
  return (
    <section className={styles.stack} aria-label={t('program.trends')}>
      <h2>{t('program.trends')}</h2>
      {rows.length === 0 && <p className={styles.quiet}>{t('program.noTrends')}</p>}
      {rows.length > 0 && (
        <Table
          caption={t('program.trends')}
          rows={rows}
          rowKey={({ test, side }) => `${test} ${side}`}
          columns={[
            {
              id: 'test',
              title: t('program.test'),
              width: '32%',
              cell: ({ test, side }) => [testById(test).name, sideText(t, side)].filter(Boolean).join(', '),
            },
            { id: 'line', title: t('program.trends'), cell: (trend) => <Points trend={trend} /> },
            {
              id: 'change',
              title: t('program.changed'),
              width: '28%',
              cell: ({ test, change, verdict }) => (
                <span className={styles.row}>
                  {change !== undefined && signed(change, testById(test).decimals)}
                  {verdict !== undefined && (
                    <Badge tone={VERDICT_TONES[verdict]}>{t(`program.verdicts.${verdict}`)}</Badge>
                  )}
                </span>
              ),
            },
          ]}
        />
      )}
    </section>
  );
}

/** The values in their order, each with its date for the pointer and for screen readers. */
const Points = ({ trend: { test, points } }: { trend: Trend }) => (
  <span>
    {points.map(({ date, value }, i) => (
      <span key={date} title={dateText(date)}>
        {i > 0 && ' → '}
        {testValue(test, value)}
      </span>
    ))}
  </span>
);
