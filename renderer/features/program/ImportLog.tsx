import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../host/HostProvider.tsx';
import { ErrorMessage } from '../../i18n/ErrorMessage.tsx';
import { FileButton } from '../../ui/FileButton.tsx';
import { showToast } from '../../ui/Toast.tsx';
import styles from './program.module.css';
import { type Desk, programKey } from './programDesk.ts';

/** Reads the file in which the athlete hands the log back. */
export function ImportLog({ desk: { who } }: { desk: Desk }) {
  const { t } = useTranslation();
  const client = useClient();
  const cache = useQueryClient();
  const read = useMutation({
    mutationFn: async (file: File) =>
      client.program.importLog({ ...who, source: { name: file.name, text: await file.text() } }),
    onSuccess: ({ state, added, changed, unchanged }) => {
      cache.setQueryData(programKey(who), state);
      showToast(t('program.imported', { added, changed, unchanged }));
    },
  });
  return (
    <div className={styles.stack}>
      <FileButton
        icon="upload"
        busy={read.isPending}
        accept=".json,application/json"
        onFile={read.mutate}
        testId="log-file"
      >
        {t('program.importLog')}
      </FileButton>
      {read.isError && <ErrorMessage error={read.error} />}
    </div>
  );
}
