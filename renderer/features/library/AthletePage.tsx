import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Athlete } from '../../../shared/contract/librarySchemas.ts';
import { goingOn } from '../../../shared/text/sentence.ts';
import { useActions } from '../../actions/useActions.ts';
import { useQueue } from '../../analysis/QueueProvider.tsx';
import { useClient } from '../../host/HostProvider.tsx';
import { queries } from '../../host/queries.ts';
import { useUnits } from '../../host/useUnits.ts';
import { Loaded } from '../../i18n/Loaded.tsx';
import { LoadedPage } from '../../i18n/LoadedPage.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { heightText } from '../../ui/measures.ts';
import { Page } from '../../ui/Page.tsx';
import { AthleteForm } from './AthleteForm.tsx';
import styles from './library.module.css';
import { SessionForm } from './SessionForm.tsx';
import { SessionsTable } from './SessionsTable.tsx';

/** One athlete with the sessions. */
export function AthletePage({ athleteId }: { athleteId: string }) {
  const athlete = useQuery(queries.athlete(useClient(), athleteId));
  return <LoadedPage query={athlete}>{(loaded) => <AthleteView athlete={loaded} />}</LoadedPage>;
}

function AthleteView({ athlete }: { athlete: Athlete }) {
  const { t } = useTranslation();
  const client = useClient();
  const navigate = useNavigate();
  const queue = useQueue();
  const [open, setOpen] = useState<'edit' | 'delete' | 'session' | undefined>();
  const sessions = useQuery(queries.sessions(client, athlete.id));
  const close = () => setOpen(undefined);
  useActions([
    {
      id: 'athlete.newSession',
      run: () => setOpen('session'),
    },
  ]);
  return (
    <Page
      title={athlete.name}
      back={{ href: '#/', label: t('library.title') }}
      lead={<AthleteFacts athlete={athlete} />}
      actions={
        <>
          <IconButton icon="edit" label={t('athlete.editTitle')} onClick={() => setOpen('edit')} />
          <IconButton icon="trash" label={t('app.delete')} onClick={() => setOpen('delete')} />
          <ButtonLink icon="chart" href={`#/progress/${athlete.id}`}>
            {t('compare.progress.open')}
          </ButtonLink>
          <ButtonLink icon="report" href={`#/program/${athlete.id}`}>
            {t('program.open')}
          </ButtonLink>
          <Button variant="primary" icon="add" onClick={() => setOpen('session')}>
            {t('athlete.newSession')}
          </Button>
        </>
      }
    >
      {athlete.notes !== '' && (
        <p className={styles.notes} dir="auto">
          {athlete.notes}
        </p>
      )}
      <section className={styles.section} aria-label={t('athlete.sessions')}>
        <h2>{t('athlete.sessions')}</h2>
        <Loaded query={sessions}>
          {(all) => <SessionsTable sessions={all} onNew={() => setOpen('session')} />}
        </Loaded>
      </section>
      {open === 'edit' && <AthleteForm athlete={athlete} onClose={close} />}
      {open === 'session' && (
        <SessionForm
          athleteId={athlete.id}
          last={sessions.data?.[0]}
          onClose={close}
          onSaved={({ id }) => void navigate({ to: '/sessions/$sessionId', params: { sessionId: id } })}
        />
      )}
      <ConfirmDialog
        open={open === 'delete'}
        title={t('athlete.deleteTitle')}
        text={t('athlete.deleteText', { name: athlete.name })}
        onClose={close}
        onConfirm={async () => {
          for (const { id } of sessions.data ?? []) queue.forget(id);
          await client.athletes.delete({ id: athlete.id });
          await navigate({ to: '/' });
        }}
      />
    </Page>
  );
}

function AthleteFacts({ athlete }: { athlete: Athlete }) {
  const { t } = useTranslation();
  const units = useUnits();
  const { heightM, birthYear, consent } = athlete;
  const given = consent?.givenBy === 'guardian' ? 'athlete.consentGuardian' : 'athlete.consentAthlete';
  return (
    <span className={styles.facts}>
      {heightM !== null && <span>{heightText(units, heightM)}</span>}
      {birthYear !== null && <span>{t('athlete.born', { year: birthYear })}</span>}
      {consent === null ? (
        <Badge>{`${t('athlete.consent')}: ${goingOn(t('athlete.consentNone'))}`}</Badge>
      ) : (
        <Badge tone="good">
          {`${t('athlete.consent')}: ${goingOn(t(given))}, ${t(consent.showFace ? 'athlete.faceShown' : 'athlete.faceBlurred')}`}
        </Badge>
      )}
    </span>
  );
}
