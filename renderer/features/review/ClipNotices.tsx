import { useState } from 'react';
import type { Clip } from '../../../shared/contract/clipSchemas.ts';
import type { Progress as Share } from '../../../shared/contract/workSchemas.ts';
import { useHost } from '../../host/HostProvider.tsx';
import { ErrorMessage } from '../../i18n/ErrorMessage.tsx';
import { Button } from '../../ui/Button.tsx';
import { Message } from '../../ui/Message.tsx';
import { Progress } from '../../ui/Progress.tsx';
import styles from './Review.module.css';
import { texts } from './texts.ts';

/** What stands in the way of showing the clip, with the next step. */
export function ClipNotices({ clip }: { clip: Clip }) {
  const { run } = useHost();
  const [share, setShare] = useState<Share>();
  const [error, setError] = useState<unknown>();
  const makeProxy = (): void => {
    setError(undefined);
    setShare({ stage: 'proxy', done: 0, total: 0 });
    run('clips.makeProxy', { id: clip.id }, { onProgress: setShare })
      .catch(setError)
      .finally(() => setShare(undefined));
  };
  if (clip.missing) {
    return (
      <div className={styles.notice}>
        <Message tone="danger">
          <strong>{texts.missing(clip.fileName)}</strong> {texts.missingNext}
        </Message>
      </div>
    );
  }
  if (!clip.needsProxy || clip.hasProxy) return null;
  return (
    <div className={styles.notice}>
      {error !== undefined && <ErrorMessage error={error} onRetry={makeProxy} />}
      {share === undefined ? (
        <Message tone="warn" actions={<Button onClick={makeProxy}>{texts.makeProxy}</Button>}>
          {texts.needsProxy}
        </Message>
      ) : (
        <Message>
          {texts.makingProxy}
          <Progress label={texts.makingProxy} done={share.done} total={share.total} />
        </Message>
      )}
    </div>
  );
}
