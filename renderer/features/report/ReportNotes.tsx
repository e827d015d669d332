import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../../shared/contract/librarySchemas.ts';
import { useClient } from '../../host/HostProvider.tsx';
import { ErrorMessage } from '../../i18n/ErrorMessage.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './report.module.css';

/** What the coach writes to the athlete: it stands on the first page of the report. */
export function ReportNotes({ session }: { session: Session }) {
  const { t } = useTranslation();
  const client = useClient();
  const [text, setText] = useState(session.notes);
  const save = useMutation({
    mutationFn: (notes: string) => client.sessions.update({ id: session.id, patch: { notes } }),
  });
  const isChanged = text.trim() !== session.notes;
  return (
    <form
      className={styles.notes}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(text.trim());
      }}
    >
      <TextField
        label={t('exports.notes')}
        hint={t('exports.notesHint')}
        multiline
        maxLength={10_000}
        value={text}
        onChange={setText}
      />
      <Button type="submit" disabled={!isChanged} busy={save.isPending}>
        {t('exports.notesSave')}
      </Button>
      {save.isError && <ErrorMessage error={save.error} />}
    </form>
  );
}
