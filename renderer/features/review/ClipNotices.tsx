import { useTranslation } from 'react-i18next';
import type { Clip } from '../../../shared/contract/clipSchemas.ts';
import { ErrorMessage } from '../../i18n/ErrorMessage.tsx';
import { Button } from '../../ui/Button.tsx';
import { Message } from '../../ui/Message.tsx';
import { Progress } from '../../ui/Progress.tsx';
import styles from './Review.module.css';
import { useProxy } from './useProxy.ts';

/** What stands in the way of showing the clip, with the next step. */
export function ClipNotices({ clip }: { clip: Clip }) {
  const { t } = useTranslation();
  const { share, error, start, cancel } = useProxy(clip);
  // Its copy still shows every frame.
  if (clip.missing && !clip.hasProxy) {
    return (
      <div className={styles.notice}>
        <Message tone="danger">
          <strong>{t('review.missing', { file: clip.fileName })}</strong> {t('review.missingNext')}
        </Message>
      </div>
    );
  }
  // A clip that plays by itself gets its copy unseen.
  if (!clip.needsProxy || clip.hasProxy) return null;
  return (
    <div className={styles.notice}>
      {share !== undefined ? (
        <Message actions={<Button onClick={cancel}>{t('app.cancel')}</Button>}>
          {t('review.makingProxy')}
          <Progress label={t('review.makingProxy')} done={share.done} total={share.total} />
        </Message>
      ) : error !== undefined ? (
        <ErrorMessage error={error} onRetry={start} />
      ) : (
        <Message tone="warn" actions={<Button onClick={start}>{t('review.makeProxy')}</Button>}>
          {t('review.needsProxy')}
        </Message>
      )}
    </div>
  );
}
