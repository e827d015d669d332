import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../shared/contract/client.ts';
import type { SessionHistory } from '../../../shared/contract/compareApi.ts';
import { useClient } from '../../host/HostProvider.tsx';
import { queries } from '../../host/queries.ts';
import { Loaded } from '../../i18n/Loaded.tsx';
import { LoadedPage } from '../../i18n/LoadedPage.tsx';
import { ButtonLink } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Message } from '../../ui/Message.tsx';
import { Page } from '../../ui/Page.tsx';
import { BeforeAfter } from './BeforeAfter.tsx';
import { Trend } from './Trend.tsx';

/** Kept with the analyses: it is read anew when they are. */
const historyQuery = (client: Client, athleteId: string) => ({
  queryKey: ['analysis', 'history', athleteId],
  queryFn: () => client.analysis.history({ athleteId }),
});

/** What the sessions of an athlete measured: two of them against each other, and all of them in a row. */
export function ProgressPage({ athleteId }: { athleteId: string }) {
  const { t } = useTranslation();
  const client = useClient();
  const athlete = useQuery(queries.athlete(client, athleteId));
  const history = useQuery(historyQuery(client, athleteId));
  return (
    <LoadedPage query={athlete}>
      {({ name }) => (
        <Page
          title={t('compare.progress.open')}
          back={{ href: `#/athletes/${athleteId}`, label: name }}
          lead={t('compare.progress.lead', { name })}
        >
          <Loaded query={history}>{(sessions) => <Progress {...{ athleteId, sessions }} />}</Loaded>
        </Page>
      )}
    </LoadedPage>
  );
}

function Progress({ athleteId, sessions }: { athleteId: string; sessions: readonly SessionHistory[] }) {
  const { t } = useTranslation();
  if (sessions.length === 0) {
    return (
      <EmptyState
        icon="chart"
        title={t('compare.progress.emptyTitle')}
        text={t('compare.progress.emptyText')}
        actions={
          <ButtonLink variant="primary" icon="person" href={`#/athletes/${athleteId}`}>
            {t('compare.progress.openAthlete')}
          </ButtonLink>
        }
      />
    );
  }
  return (
    <>
      {sessions.length === 1 ? (
        <Message>{t('compare.progress.single')}</Message>
      ) : (
        <BeforeAfter sessions={sessions} />
      )}
      <Trend sessions={sessions} />
    </>
  );
}
