import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FIXED } from '../../../shared/text/fixedTexts.ts';
import { useClient } from '../../host/HostProvider.tsx';
import { queries } from '../../host/queries.ts';
import { LoadedPage } from '../../i18n/LoadedPage.tsx';
import { ButtonLink } from '../../ui/Button.tsx';
import { dateText, today } from '../../ui/dates.ts';
import { Message } from '../../ui/Message.tsx';
import { Page } from '../../ui/Page.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { LogTab } from './LogTab.tsx';
import { PlanTab } from './PlanTab.tsx';
import { type Desk, exercisesQuery, libraryFrom, type ProgramTab, programQuery } from './programDesk.ts';
import { TestsTab } from './TestsTab.tsx';

export interface ProgramPageProps {
  readonly athleteId: string;
  readonly onFrame: Desk['onFrame'];
}

/** The programme of an athlete: plan, tests and log. */
export function ProgramPage({ athleteId, onFrame }: ProgramPageProps) {
  const client = useClient();
  const who = { athleteId, today: today() };
  const state = useQuery(programQuery(client, who));
  const exercises = useQuery(exercisesQuery(client));
  return (
    <LoadedPage query={state}>
      {(loaded) => (
        <LoadedPage query={exercises}>
          {(items) => <ProgramView desk={{ who, state: loaded, library: libraryFrom(items), onFrame }} />}
        </LoadedPage>
      )}
    </LoadedPage>
  );
}

function ProgramView({ desk }: { desk: Desk }) {
  const { t } = useTranslation();
  const { athleteId } = desk.who;
  const [tab, setTab] = useState<ProgramTab>('plan');
  const athlete = useQuery(queries.athlete(useClient(), athleteId)).data;
  const { current, reading } = desk.state;
  const facts = current && [
    t('program.cycle', { cycle: current.cycle }),
    ...(current.plan.start_date === null
      ? []
      : [t('program.starts', { date: dateText(current.plan.start_date) })]),
    current.basis === null
      ? t('program.basisNoneLead')
      : t('program.basisLead', { date: dateText(current.basis.sessionDate) }),
  ];
  return (
    <Page
      title={t('program.title')}
      back={{ href: `#/athletes/${athleteId}`, label: athlete?.name ?? t('app.loading') }}
      lead={facts?.join(' · ')}
      actions={
        <ButtonLink href="#/exercises" icon="library">
          {t('program.exercisesLink')}
        </ButtonLink>
      }
    >
      {reading.showReferral && <Message tone="danger">{FIXED.planSafety}</Message>}
      <Tabs<ProgramTab>
        label={t('program.tabs.label')}
        value={tab}
        onChange={setTab}
        tabs={[
          { id: 'plan', label: t('program.tabs.plan'), content: <PlanTab desk={desk} onTab={setTab} /> },
          { id: 'tests', label: t('program.tabs.tests'), content: <TestsTab desk={desk} /> },
          { id: 'log', label: t('program.tabs.log'), content: <LogTab desk={desk} /> },
        ]}
      />
    </Page>
  );
}
