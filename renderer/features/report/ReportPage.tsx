import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/handlers.ts';
import type { Session } from '../../../shared/contract/librarySchemas.ts';
import { useClient } from '../../host/HostProvider.tsx';
import { queries } from '../../host/queries.ts';
import { LoadedPage } from '../../i18n/LoadedPage.tsx';
import { ButtonLink } from '../../ui/Button.tsx';
import { dateText } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { ExportBar } from './ExportBar.tsx';
import { FindingsSummary } from './FindingsSummary.tsx';
import { OutdatedNotice } from './OutdatedNotice.tsx';
import { ReportFrame } from './ReportFrame.tsx';
import { ReportNotes } from './ReportNotes.tsx';

/** Findings, files to hand over, and the report itself as it is exported. */
export function ReportPage({ sessionId }: { sessionId: string }) {
  const client = useClient();
  const session = useQuery(queries.session(client, sessionId));
  const latest = useQuery(queries.analysis(client, sessionId));
  return (
    <LoadedPage query={session}>
      {(loaded) => (
        <LoadedPage query={latest}>
          {(analysis) => <ReportView session={loaded} latest={analysis} />}
        </LoadedPage>
      )}
    </LoadedPage>
  );
}

function ReportView({ session, latest }: { session: Session; latest: Output<'analysis.latest'> }) {
  const { t } = useTranslation();
  const athlete = useQuery(queries.athlete(useClient(), session.athleteId)).data;
  const back = {
    href: `#/sessions/${session.id}`,
    label: `${athlete?.name ?? ''} · ${dateText(session.date)}`,
  };
  if (latest === null) {
    return (
      <Page title={t('report.title')} back={back}>
        <EmptyState
          icon="report"
          title={t('report.notAnalysedTitle')}
          text={t('report.notAnalysedText')}
          actions={<ButtonLink href={back.href}>{t('report.openSession')}</ButtonLink>}
        />
      </Page>
    );
  }
  return (
    <Page
      title={t('report.title')}
      back={back}
      actions={
        <>
          <ExportBar sessionId={session.id} />
          <ButtonLink icon="gauge" href={`#/program/${session.athleteId}`}>
            {t('program.open')}
          </ButtonLink>
        </>
      }
    >
      {latest.outdated && <OutdatedNotice sessionId={session.id} />}
      <FindingsSummary analysis={latest.analysis} />
      <ReportNotes key={session.id} session={session} />
      <ReportFrame key={latest.analysisId} sessionId={session.id} />
    </Page>
  );
}
