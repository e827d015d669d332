import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../../shared/contract/librarySchemas.ts';
import { useUnits } from '../../host/useUnits.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { dateText } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { measureText, SPEED } from '../../ui/measures.ts';
import { Table } from '../../ui/Table.tsx';
import styles from './library.module.css';

export function SessionsTable({ sessions, onNew }: { sessions: readonly Session[]; onNew: () => void }) {
  const { t } = useTranslation();
  const units = useUnits();
  if (sessions.length === 0) {
    return (
      <EmptyState
        icon="film"
        title={t('athlete.noSessionsTitle')}
        text={t('athlete.noSessionsText')}
        actions={
          <Button variant="primary" icon="add" onClick={onNew}>
            {t('athlete.newSession')}
          </Button>
        }
      />
    );
  }
  return (
    <Table
      caption={t('athlete.sessions')}
      rows={sessions}
      rowKey={({ id }) => id}
      columns={[
        {
          ...{ id: 'date', title: t('athlete.columns.date'), width: '17%' },
          cell: ({ id, date }) => (
            <Link to="/sessions/$sessionId" params={{ sessionId: id }} className={styles.rowLink ?? ''}>
              {dateText(date)}
            </Link>
          ),
        },
        {
          ...{ id: 'speed', title: t('athlete.columns.speed'), width: '14%' },
          cell: ({ speedMps }) => (speedMps === null ? t('app.none') : measureText(SPEED[units], speedMps)),
        },
        {
          ...{ id: 'shoe', title: t('athlete.columns.shoe') },
          cell: ({ shoe, tags }) => (
            <span dir="auto">
              {shoe ?? t('app.none')}
              {tags.length > 0 && (
                <span className={styles.quiet}> {tags.map((tag) => `#${tag}`).join(' ')}</span>
              )}
            </span>
          ),
        },
        {
          ...{ id: 'surface', title: t('athlete.columns.surface'), width: '14%' },
          cell: ({ surface }) => t(`surfaces.${surface}`),
        },
        {
          ...{ id: 'clips', title: t('athlete.columns.clips'), width: '11%' },
          cell: ({ clipCount }) => t('athlete.clips', { count: clipCount }),
        },
        {
          ...{ id: 'state', title: t('athlete.columns.state'), width: '16%' },
          cell: ({ analysedAt }) =>
            analysedAt === null ? (
              <Badge>{t('athlete.notAnalysed')}</Badge>
            ) : (
              <Badge tone="good">{t('athlete.analysed')}</Badge>
            ),
        },
      ]}
    />
  );
}
