import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useHost } from '../../host/HostProvider.tsx';
import { ErrorMessage } from '../../i18n/ErrorMessage.tsx';
import { Button } from '../../ui/Button.tsx';
import { today } from '../../ui/dates.ts';
import { Message } from '../../ui/Message.tsx';

/** Edits and facts that came after the analysis; keypoints stay, so measuring again is quick. */
export function OutdatedNotice({ sessionId }: { sessionId: string }) {
  const { t } = useTranslation();
  const host = useHost();
  const update = useMutation({
    mutationFn: () => host.run('analysis.run', { sessionId, startDate: today() }),
  });
  return (
    <>
      <Message
        tone="warn"
        actions={
          <Button icon="refresh" busy={update.isPending} onClick={() => update.mutate()}>
            {t(update.isPending ? 'report.updating' : 'report.update')}
          </Button>
        }
      >
        {t('report.outdated')}
      </Message>
      {update.isError && <ErrorMessage error={update.error} />}
    </>
  );
}
