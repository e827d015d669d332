import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FIXED } from '../../shared/text/fixedTexts.ts';
import { useClient } from '../host/HostProvider.tsx';
import { ErrorMessage } from '../i18n/ErrorMessage.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './Shell.module.css';

/** The notice that must be accepted once per library. */
export function FirstRun() {
  const { t } = useTranslation();
  const client = useClient();
  const accept = useMutation({ mutationFn: () => client.settings.set({ firstRunAccepted: true }) });
  return (
    <Dialog
      open
      onClose={() => undefined}
      title={t('firstRun.title')}
      footer={
        <Button variant="primary" busy={accept.isPending} onClick={() => accept.mutate()}>
          {t('firstRun.accept')}
        </Button>
      }
    >
      <div className={styles.notice}>
        <strong>{FIXED.firstRun}</strong>
        <p>{FIXED.footer}</p>
        <p>{t('firstRun.intro')}</p>
        {accept.isError && <ErrorMessage error={accept.error} />}
      </div>
    </Dialog>
  );
}
