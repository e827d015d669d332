import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Clip } from '../../../shared/contract/clipSchemas.ts';
import type { Session } from '../../../shared/contract/librarySchemas.ts';
import { useClient } from '../../host/HostProvider.tsx';
import { queries } from '../../host/queries.ts';
import { Loaded } from '../../i18n/Loaded.tsx';
import { dateText } from '../../ui/dates.ts';
import { Select } from '../../ui/Select.tsx';
import styles from './compare.module.css';

/** Athlete, session, clip: of the same athlete unless told otherwise. */
export function ClipChoice({ clip }: { clip: Clip }) {
  const session = useQuery(queries.session(useClient(), clip.sessionId));
  return <Loaded query={session}>{(own) => <Choice clip={clip} own={own} />}</Loaded>;
}

function Choice({ clip, own }: { clip: Clip; own: Session }) {
  const { t } = useTranslation();
  const client = useClient();
  const [athleteId, setAthleteId] = useState(own.athleteId);
  const [chosenSession, setSession] = useState(own.id);
  const athletes = useQuery(queries.athletes(client));
  const sessions = useQuery(queries.sessions(client, athleteId));
  const list = sessions.data ?? [];
  const sessionId = list.some(({ id }) => id === chosenSession) ? chosenSession : (list[0]?.id ?? '');
  const clips = useQuery({ ...queries.clips(client, sessionId), enabled: sessionId !== '' });
  const others = (clips.data ?? []).filter(({ id }) => id !== clip.id);
  return (
    <section className={styles.choice}>
      <h2>{t('compare.chooseTitle')}</h2>
      <p className={styles.soft}>{t('compare.chooseText')}</p>
      <p className={styles.chosen} dir="auto">
        <strong>{t('compare.first')}:</strong> {clip.fileName}
      </p>
      <div className={styles.fields}>
        <Select
          label={t('compare.athlete')}
          value={athleteId}
          options={(athletes.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setAthleteId}
        />
        <Select
          label={t('compare.session')}
          value={sessionId}
          options={
            list.length === 0
              ? [{ value: '', label: t('compare.noSessions') }]
              : list.map(({ id, date, shoe }) => ({
                  value: id,
                  label: shoe === null ? dateText(date) : `${dateText(date)} · ${shoe}`,
                }))
          }
          disabled={list.length === 0}
          onChange={setSession}
        />
        <Select
          label={t('compare.clip')}
          value=""
          disabled={others.length === 0}
          options={[
            { value: '', label: others.length === 0 ? t('compare.noClips') : t('compare.none') },
            ...others.map(({ id, fileName, role }) => ({
              value: id,
              label: `${fileName} (${t(`roles.${role}`)})`,
            })),
          ]}
          onChange={(id) => {
            if (id !== '') location.hash = `#/compare/${clip.id}/${id}`;
          }}
        />
      </div>
    </section>
  );
}
