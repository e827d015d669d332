import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { FoundSessions } from '../../../shared/contract/searchSchemas.ts';
import { useActions } from '../../actions/useActions.ts';
import { useClient } from '../../host/HostProvider.tsx';
import { queries } from '../../host/queries.ts';
import { useUnits } from '../../host/useUnits.ts';
import { Loaded } from '../../i18n/Loaded.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { dateText } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { measureText, SPEED } from '../../ui/measures.ts';
import { Page } from '../../ui/Page.tsx';
import { Table } from '../../ui/Table.tsx';
import styles from './library.module.css';
import { SEARCH_PLACE, SessionFilters } from './SessionFilters.tsx';
import { type Filters, isFiltered, PAGE_ROWS } from './sessionFilters.ts';

export interface SessionsPageProps {
  readonly filters: Filters;
  /** Puts filters into the address; each change begins at the newest again unless `offset` is named. */
  readonly onFilters: (filters: Filters) => void;
}

/** Every session of the library, by what is known of it. */
export function SessionsPage({ filters, onFilters }: SessionsPageProps) {
  const { t } = useTranslation();
  const client = useClient();
  const found = useQuery(queries.found(client, { ...filters, limit: PAGE_ROWS }));
  useActions([
    {
      id: 'library.search',
      run: () => document.querySelector<HTMLInputElement>(`#${SEARCH_PLACE} input`)?.focus(),
    },
  ]);
  return (
    <Page title={t('find.title')}>
      <SessionFilters filters={filters} onFilters={onFilters} />
      <Loaded query={found}>
        {(answer) =>
          answer.total === 0 ? (
            <Nothing filters={filters} onClear={() => onFilters({})} />
          ) : (
            <>
              <p className={styles.quiet} role="status">
                {t('find.count', { count: answer.total })}
              </p>
              <Found sessions={answer.sessions} />
              <Pages filters={filters} total={answer.total} onFilters={onFilters} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function Nothing({ filters, onClear }: { filters: Filters; onClear: () => void }) {
  const { t } = useTranslation();
  if (!isFiltered(filters))
    return <EmptyState icon="film" title={t('find.emptyTitle')} text={t('find.emptyText')} />;
  return (
    <EmptyState
      icon="search"
      title={t('find.noneTitle')}
      text={t('find.noneText')}
      actions={<Button onClick={onClear}>{t('find.clear')}</Button>}
    />
  );
}

function Found({ sessions }: Pick<FoundSessions, 'sessions'>) {
  const { t } = useTranslation();
  const units = useUnits();
  return (
    <Table
      caption={t('find.title')}
      rows={sessions}
      rowKey={({ id }) => id}
      columns={[
        {
          ...{ id: 'date', title: t('athlete.columns.date'), width: '14%' },
          cell: ({ id, date, athleteName }) => (
            <Link to="/sessions/$sessionId" params={{ sessionId: id }} className={styles.rowLink ?? ''}>
              {dateText(date)}
              <span className="visuallyHidden">, {athleteName}</span>
            </Link>
          ),
        },
        {
          ...{ id: 'athlete', title: t('find.athlete') },
          cell: ({ athleteName, groups, tags }) => (
            <span dir="auto">
              {athleteName}
              <span className={styles.quiet}>
                {' '}
                {[...groups, ...tags.map((tag) => `#${tag}`)].join(' · ')}
              </span>
            </span>
          ),
        },
        {
          ...{ id: 'speed', title: t('athlete.columns.speed'), width: '12%' },
          cell: ({ speedMps }) => (speedMps === null ? t('app.none') : measureText(SPEED[units], speedMps)),
        },
        {
          ...{ id: 'shoe', title: t('athlete.columns.shoe'), width: '18%' },
          cell: ({ shoe }) => <span dir="auto">{shoe ?? t('app.none')}</span>,
        },
        {
          ...{ id: 'surface', title: t('athlete.columns.surface'), width: '12%' },
          cell: ({ surface }) => t(`surfaces.${surface}`),
        },
        {
          ...{ id: 'state', title: t('athlete.columns.state'), width: '14%' },
          cell: ({ analysedAt }) => (
            <Badge tone={analysedAt === null ? 'neutral' : 'good'}>
              {t(analysedAt === null ? 'athlete.notAnalysed' : 'athlete.analysed')}
            </Badge>
          ),
        },
      ]}
    />
  );
}

/** One page after the other: however many sessions there are, a list is as long as a page. */
function Pages({ filters, total, onFilters }: SessionsPageProps & { total: number }) {
  const { t } = useTranslation();
  const offset = filters.offset ?? 0;
  if (total <= PAGE_ROWS && offset === 0) return null;
  const to = Math.min(total, offset + PAGE_ROWS);
  const go = (at: number) => onFilters({ ...filters, offset: Math.max(0, at) });
  return (
    <div className={styles.pages}>
      <Button icon="back" disabled={offset === 0} onClick={() => go(offset - PAGE_ROWS)}>
        {t('find.newer')}
      </Button>
      <span className={styles.quiet}>{t('find.page', { from: offset + 1, to, total })}</span>
      <Button disabled={to >= total} onClick={() => go(offset + PAGE_ROWS)}>
        {t('find.older')}
      </Button>
    </div>
  );
}
