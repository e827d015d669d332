import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useActions } from '../../actions/useActions.ts';
import { useHost } from '../../host/HostProvider.tsx';
import { queries } from '../../host/queries.ts';
import { VIDEO_FILES } from '../../host/videoFiles.ts';
import { errorSentence } from '../../i18n/errorSentence.ts';
import { Button } from '../../ui/Button.tsx';
import { FileDrop } from '../../ui/FileDrop.tsx';
import { showToast } from '../../ui/Toast.tsx';
import styles from './ImportArea.module.css';
import { ImportList } from './ImportList.tsx';
import { ImportMode } from './ImportMode.tsx';
import { type ImportSource, importsOf } from './importStore.ts';

/** Takes files that are dropped anywhere on the session's page; the panel has the button and the list. */
export function ImportArea({
  sessionId,
  children,
}: {
  sessionId: string;
  children: (panel: ReactNode) => ReactNode;
}) {
  const { t } = useTranslation();
  const host = useHost();
  const imports = importsOf(host, sessionId);
  const input = useRef<HTMLInputElement>(null);
  const can = useQuery(queries.info(host.client)).data?.capabilities;
  const settings = useQuery(queries.settings(host.client)).data;
  const mode = can?.canReferenceFiles === true ? (settings?.importMode ?? 'copy') : 'copy';
  const take = (sources: readonly ImportSource[]) => imports.add(sources, mode);
  const choose = () => {
    if (can?.canChooseFiles !== true) {
      input.current?.click();
      return;
    }
    host.client.files.choose({}).then(take, (error: unknown) => {
      showToast(errorSentence(error).sentence, 'danger');
    });
  };
  useActions([{ id: 'session.import', run: choose }]);
  return (
    <FileDrop onFiles={take} prompt={t('import.drop')}>
      {children(
        <div className={styles.panel}>
          <div className={styles.row}>
            <Button icon="upload" onClick={choose}>
              {t('import.button')}
            </Button>
            <span className={styles.hint}>{t('import.dropHint')}</span>
            <ImportMode mode={mode} canReference={can?.canReferenceFiles === true} />
          </div>
          <input
            ref={input}
            type="file"
            accept={VIDEO_FILES}
            multiple
            hidden
            data-testid="import-files"
            onChange={(event) => {
              take([...(event.target.files ?? [])]);
              event.target.value = '';
            }}
          />
          <ImportList imports={imports} />
        </div>,
      )}
    </FileDrop>
  );
}
