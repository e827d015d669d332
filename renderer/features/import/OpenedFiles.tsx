import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { errorFromReply } from '../../../shared/contract/client.ts';
import type { TakenFile } from '../../../shared/contract/desktopBridge.ts';
import { useHost } from '../../host/HostProvider.tsx';
import { openCase } from '../../host/openCase.ts';
import { queries } from '../../host/queries.ts';
import { errorSentence } from '../../i18n/errorSentence.ts';
import { Button } from '../../ui/Button.tsx';
import { Message } from '../../ui/Message.tsx';
import { showToast } from '../../ui/Toast.tsx';
import styles from './ImportArea.module.css';
import { importsOf } from './importStore.ts';
import { addWaiting, takeWaiting, waitingFiles } from './waitingFiles.ts';

const CASE = /\.(midstance|zip)$/i;
const SESSION = /^\/sessions\/([^/]+)$/;

/** Files that were opened with the desktop app: cases are taken in at once, videos wait for their session. */
export function OpenedFiles() {
  const { t } = useTranslation();
  const host = useHost();
  const { client, desktop } = host;
  const navigate = useNavigate();
  const path = useLocation({ select: ({ pathname }) => pathname });
  const files = useStore(waitingFiles, (state) => state.files);
  const settings = useQuery(queries.settings(client)).data;
  const sessionId = SESSION.exec(path)?.[1];
  const tell = useCallback((error: unknown): void => {
    const { sentence, next } = errorSentence(error);
    showToast(`${sentence} ${next}`, 'danger');
  }, []);
  useEffect(() => {
    if (desktop === undefined) return;
    const takeOne = async (file: TakenFile): Promise<void> => {
      if (!CASE.test(file.name)) {
        addWaiting([file]);
        return;
      }
      const opened = await openCase(host, file.token);
      void navigate({ to: '/sessions/$sessionId', params: { sessionId: opened } });
    };
    const take = async (): Promise<void> => {
      for (const reply of await desktop.takeOpened()) {
        if (!reply.ok) tell(errorFromReply(reply.error));
        else await takeOne(reply.value).catch(tell);
      }
    };
    void take();
    return desktop.onOpened(() => void take());
  }, [desktop, host, navigate, tell]);
  if (files.length === 0) return null;
  const names = files.map(({ name }) => name).join(', ');
  const importHere = (id: string): void =>
    importsOf(host, id).add(takeWaiting(), settings?.importMode ?? 'copy');
  return (
    <section className={styles.opened} aria-label={t('import.openedFiles')}>
      <Message
        actions={
          <>
            {sessionId !== undefined && (
              <Button variant="primary" icon="upload" onClick={() => importHere(sessionId)}>
                {t('import.waitingHere')}
              </Button>
            )}
            <Button onClick={() => void takeWaiting()}>{t('import.waitingNot')}</Button>
          </>
        }
      >
        <span dir="auto">
          {t(sessionId === undefined ? 'import.waitingFile' : 'import.waitingAsk', { names })}
        </span>
      </Message>
    </section>
  );
}
