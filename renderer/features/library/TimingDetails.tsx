import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Clip } from '../../../shared/contract/clipSchemas.ts';
import { certificateTexts, timingText } from '../../../shared/text/timingTexts.ts';
import { useClient } from '../../host/HostProvider.tsx';
import { queries } from '../../host/queries.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './ClipCard.module.css';

/** The clip's timing certificate from the latest analysis, folded to its one line. */
export function TimingDetails({ clip }: { clip: Clip }) {
  const { t } = useTranslation();
  const client = useClient();
  const { data: latest } = useQuery(queries.analysis(client, clip.sessionId));
  const forget = useMutation({
    mutationFn: () => client.clips.update({ id: clip.id, patch: { captureFps: null } }),
  });
  const analysed = latest?.analysis.clips.find(({ id }) => id === clip.id);
  if (analysed === undefined) return null;
  const [, ...rest] = certificateTexts(analysed);
  return (
    <details className={styles.timing}>
      <summary>
        <strong>{t('clip.timing')}</strong> {timingText(analysed)}
      </summary>
      <ul>
        {rest.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {clip.captureFps !== null && (
        <Button icon="refresh" busy={forget.isPending} onClick={() => forget.mutate()}>
          {t('clip.forgetRate')}
        </Button>
      )}
    </details>
  );
}
