import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../host/HostProvider.tsx';
import { queries } from '../../host/queries.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import styles from './queue.module.css';

/** To the session's page, where a clip of doubtful speed plays at every speed in question. */
export function QuestionLink({ sessionId }: { sessionId: string }) {
  const { t } = useTranslation();
  const clips = useQuery(queries.clips(useClient(), sessionId)).data ?? [];
  const isAsking = clips.some(({ timing }) => timing?.source === 'open' && timing.candidates.length > 0);
  if (!isAsking) return null;
  return (
    <ButtonLink variant="primary" href={`#/sessions/${sessionId}`} className={styles.open}>
      {t('queue.answerQuestion')}
    </ButtonLink>
  );
}
