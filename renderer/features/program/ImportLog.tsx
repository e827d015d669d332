import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../host/HostProvider.tsx';
import { ErrorMessage } from '../../i18n/ErrorMessage.tsx';
import { Button } from '../../ui/Button.tsx';
import { showToast } from '../../ui/Toast.tsx';
import styles from './program.module.css';
import { type Desk, programKey } from './programDesk.ts';

/** Reads the file in which the athlete hands the log back. */
export function ImportLog({ desk: { who } }: { desk: Desk }) {
  const { t } = useTranslation();
  const client = useClient();
  const cache = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
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
      <Button icon="upload" busy={read.isPending} onClick={() => input.current?.click()}>
        {t('program.importLog')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".json,application/json"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file !== undefined) read.mutate(file);
        }}
      />
      {read.isError && <ErrorMessage error={read.error} />}
    </div>
  );
}
