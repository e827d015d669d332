import { useTranslation } from 'react-i18next';
import type { PlanCycle } from '../../../shared/contract/programApiSchemas.ts';
import { ErrorMessage } from '../../i18n/ErrorMessage.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { type Desk, useAct } from './programDesk.ts';

/** Ends the cycle at hand, after a question. */
export function FinishDialog({
  desk,
  current,
  onClose,
}: {
  desk: Desk;
  current: PlanCycle;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const finish = useAct(desk, onClose);
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('program.finishTitle', { cycle: current.cycle })}
      closeLabel={t('app.close')}
      footer={
        <>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button
            variant="primary"
            busy={finish.isPending}
            onClick={() => finish.mutate((program, who) => program.finishCycle(who))}
          >
            {t('program.finish')}
          </Button>
        </>
      }
    >
      <p>{t('program.finishText')}</p>
      {finish.isError && <ErrorMessage error={finish.error} />}
    </Dialog>
  );
}
