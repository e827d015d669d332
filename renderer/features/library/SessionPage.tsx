import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../../shared/contract/librarySchemas.ts';
import { useQueue } from '../../analysis/QueueProvider.tsx';
import { useClient } from '../../host/HostProvider.tsx';
import { queries } from '../../host/queries.ts';
import { useUnits } from '../../host/useUnits.ts';
import { Loaded } from '../../i18n/Loaded.tsx';
import { LoadedPage } from '../../i18n/LoadedPage.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { dateText } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { measureText, SPEED } from '../../ui/measures.ts';
import { Page } from '../../ui/Page.tsx';
import { AnalysisState } from './AnalysisState.tsx';
import { ClipCard } from './ClipCard.tsx';
import styles from './library.module.css';
import { SessionActions } from './SessionActions.tsx';
import { SessionForm } from './SessionForm.tsx';

export interface SessionPageProps {
  readonly sessionId: string;
  /** Button and list of the import, which is a feature of its own. */
  readonly importPanel: ReactNode;
}

/** One session: its clips, and everything that can be done with them. */
export function SessionPage({ sessionId, importPanel }: SessionPageProps) {
  const session = useQuery(queries.session(useClient(), sessionId));
  return (
    <LoadedPage query={session}>
      {(loaded) => <SessionView session={loaded} importPanel={importPanel} />}
    </LoadedPage>
  );
}

function SessionView({ session, importPanel }: { session: Session; importPanel: ReactNode }) {
  const { t } = useTranslation();
  const client = useClient();
  const navigate = useNavigate();
  const units = useUnits();
  const queue = useQueue();
  const [open, setOpen] = useState<'edit' | 'delete' | undefined>();
  const athlete = useQuery(queries.athlete(client, session.athleteId)).data;
  const clips = useQuery(queries.clips(client, session.id));
  const { athleteId } = session;
  const queueTitle = `${athlete?.name ?? ''} · ${dateText(session.date)}`;
  const facts = [
    session.speedMps === null ? t('session.speedUnknown') : measureText(SPEED[units], session.speedMps),
    session.inclinePercent === null || session.inclinePercent === 0
      ? undefined
      : `${session.inclinePercent} %`,
    session.surface === 'unknown' ? undefined : t(`surfaces.${session.surface}`),
    session.shoe ?? undefined,
    session.fatigue === null ? undefined : t(`session.fatigues.${session.fatigue}`),
    session.tags.length === 0 ? undefined : session.tags.map((tag) => `#${tag}`).join(' '),
  ].filter((fact) => fact !== undefined);
  return (
    <Page
      title={dateText(session.date)}
      back={{ href: `#/athletes/${athleteId}`, label: athlete?.name ?? t('app.loading') }}
      lead={<span dir="auto">{facts.join(' · ')}</span>}
      actions={
        <>
          <IconButton icon="edit" label={t('session.editTitle')} onClick={() => setOpen('edit')} />
          <IconButton icon="trash" label={t('app.delete')} onClick={() => setOpen('delete')} />
          <SessionActions session={session} clips={clips.data ?? []} title={queueTitle} />
        </>
      }
    >
      {session.notes !== '' && (
        <p className={styles.notes} dir="auto">
          {session.notes}
        </p>
      )}
      <AnalysisState sessionId={session.id} />
      <section className={styles.section} aria-label={t('session.clips')}>
        <h2>{t('session.clips')}</h2>
        {importPanel}
        <Link to="/guide" className={styles.guide ?? ''}>
          <Icon name="info" size={16} />
          {t('guide.link')}
        </Link>
        <Loaded query={clips}>
          {(all) =>
            all.length === 0 ? (
              <EmptyState icon="upload" title={t('session.noClipsTitle')} text={t('session.noClipsText')} />
            ) : (
              all.map((clip) => (
                <ClipCard key={clip.id} clip={clip} onAnswered={() => queue.add(session.id, queueTitle)} />
              ))
            )
          }
        </Loaded>
      </section>
      {open === 'edit' && (
        <SessionForm athleteId={athleteId} session={session} onClose={() => setOpen(undefined)} />
      )}
      <ConfirmDialog
        open={open === 'delete'}
        title={t('session.deleteTitle')}
        text={t('session.deleteText', { date: dateText(session.date) })}
        onClose={() => setOpen(undefined)}
        onConfirm={async () => {
          queue.forget(session.id);
          await client.sessions.delete({ id: session.id });
          await navigate({ to: '/athletes/$athleteId', params: { athleteId } });
        }}
      />
    </Page>
  );
}
