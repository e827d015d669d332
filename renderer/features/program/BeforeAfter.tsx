import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PlanCycle, VideoChanges } from '../../../shared/contract/programApiSchemas.ts';
import { testById } from '../../../shared/program/data/tests.ts';
import { metricName } from '../../../shared/text/metricTexts.ts';
import { unitText } from '../../../shared/text/numberText.ts';
import { useClient } from '../../host/HostProvider.tsx';
import { Loaded } from '../../i18n/Loaded.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { dateText } from '../../ui/dates.ts';
import { Table } from '../../ui/Table.tsx';
import styles from './program.module.css';
import { type Desk, videoQuery } from './programDesk.ts';
import { sideText } from './programTexts.ts';
import { signed, testValue, VERDICT_TONES } from './testTexts.ts';

/** What a finished cycle changed: in the tests and in the videos. */
export function BeforeAfter({ desk, cycle }: { desk: Desk; cycle: PlanCycle }) {
  const { t } = useTranslation();
  const video = useQuery(videoQuery(useClient(), desk.who.athleteId, cycle.planId));
  const title = t('program.finishedTitle', { cycle: cycle.cycle });
  return (
    <section className={styles.card} aria-label={title}>
      <h2>{title}</h2>
      {cycle.plan.start_date !== null && cycle.endedOn !== null && (
        <p className={styles.quiet}>
          {t('program.finishedLead', {
            from: dateText(cycle.plan.start_date),
            to: dateText(cycle.endedOn),
          })}
        </p>
      )}
      <TestChanges tests={cycle.tests} caption={title} />
      <h3>{t('program.videoTitle')}</h3>
      <Loaded query={video}>{(changes) => <VideoTable video={changes} />}</Loaded>
    </section>
  );
}

export function TestChanges({ tests, caption }: { tests: PlanCycle['tests']; caption: string }) {
  const { t } = useTranslation();
  if (tests.length === 0) return <p>{t('program.noTests')}</p>;
  return (
    <Table
      caption={caption}
      rows={tests}
      rowKey={({ test, side }) => `${test} ${side}`}
      columns={[
        {
          id: 'test',
          title: t('program.test'),
          width: '34%',
          cell: ({ test, side }) => [testById(test).name, sideText(t, side)].filter(Boolean).join(', '),
        },
        { id: 'before', title: t('program.before'), cell: (row) => testValue(row.test, row.before.value) },
        { id: 'after', title: t('program.after'), cell: (row) => testValue(row.test, row.after.value) },
        {
          id: 'change',
          title: t('program.changed'),
          width: '28%',
          cell: ({ test, change, verdict }) => (
            <span className={styles.row}>
              {signed(change, testById(test).decimals)}
              <Badge tone={VERDICT_TONES[verdict]}>{t(`program.verdicts.${verdict}`)}</Badge>
            </span>
          ),
        },
      ]}
    />
  );
}

function VideoTable({ video }: { video: VideoChanges }) {
  const { t } = useTranslation();
  if (video.after === null || video.changes.length === 0) return <p>{t('program.videoNone')}</p>;
  const value = (number: number | null, unit: string) =>
    number === null ? '–' : `${Number(number.toPrecision(3))} ${unitText(unit)}`;
  return (
    <Table
      caption={t('program.videoTitle')}
      rows={video.changes}
      rowKey={({ rule, metric, side }) => `${rule} ${metric} ${side}`}
      columns={[
        {
          id: 'metric',
          title: t('program.videoMetric'),
          width: '34%',
          cell: ({ metric, side }) => [metricName(metric), sideText(t, side)].filter(Boolean).join(', '),
        },
        { id: 'before', title: t('program.before'), cell: (row) => value(row.before, row.unit) },
        { id: 'after', title: t('program.after'), cell: (row) => value(row.after, row.unit) },
        {
          id: 'change',
          title: t('program.changed'),
          width: '28%',
          cell: ({ change }) =>
            change.kind === 'not_comparable'
              ? t(`program.notComparable.${change.reason}`)
              : `${signed(change.delta, 2)} · ${t(`program.videoKinds.${change.kind}`)}`,
        },
      ]}
    />
  );
}
