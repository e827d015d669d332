import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorMessage } from '../i18n/ErrorMessage.tsx';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';

export interface ConfirmDialogProps {
  readonly open: boolean;
  readonly title: string;
  /** What will be gone. */
  readonly text: string;
  readonly onClose: () => void;
  /** Called once; the dialog stays with the sentence when it fails. */
  readonly onConfirm: () => Promise<unknown>;
}

/** Asks before something is deleted. */
export function ConfirmDialog({ open, title, text, onClose, onConfirm }: ConfirmDialogProps) {
  const { t } = useTranslation();
  const confirm = useMutation({ mutationFn: onConfirm, onSuccess: onClose });
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      closeLabel={t('app.close')}
      footer={
        <>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button variant="danger" icon="trash" busy={confirm.isPending} onClick={() => confirm.mutate()}>
            {t('app.delete')}
          </Button>
        </>
      }
    >
      <p>{text}</p>
      {confirm.isError && <ErrorMessage error={confirm.error} />}
    </Dialog>
  );
}
