import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../host/HostProvider.tsx';
import { queries } from '../../host/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { dateText } from '../../ui/dates.ts';
import { bytesText } from '../../ui/FileLinks.tsx';
import { Fact } from './SettingsGroup.tsx';
import styles from './settings.module.css';

/** What the library put aside, because no entry of it knows it. */
export function FoundFiles() {
  const { t } = useTranslation();
  const client = useClient();
  const [isAsking, setAsking] = useState(false);
  const found = useQuery(queries.libraryState(client)).data?.found;
  if (found === undefined || found === null) return null;
  const { files: count, bytes, since } = found;
  return (
    <Fact label={t('keeping.found')}>
      <span className={styles.text}>
        {t('keeping.foundText', { count, size: bytesText(bytes), date: dateText(since) })}{' '}
        {t('keeping.foundPlace')}
      </span>
      <span className={styles.hint}>
        <Button icon="trash" onClick={() => setAsking(true)}>
          {t('keeping.removeFound')}
        </Button>
      </span>
      <ConfirmDialog
        open={isAsking}
        title={t('keeping.removeFoundTitle')}
        text={t('keeping.removeFoundText')}
        onClose={() => setAsking(false)}
        onConfirm={() => client.library.removeFound({})}
      />
    </Fact>
  );
}
