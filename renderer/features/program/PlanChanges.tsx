import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanCycle, ProgramState } from '../../../shared/contract/programApiSchemas.ts';
import { changeText } from '../../../shared/text/changeText.ts';
import { ErrorMessage } from '../../i18n/ErrorMessage.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { dateText } from '../../ui/dates.ts';
import { Message } from '../../ui/Message.tsx';
import styles from './program.module.css';
import { type Desk, useAct } from './programDesk.ts';

type Changes = PlanCycle['lastChange']['changes'];

/** Each change of a plan: where, what, why. */
function ChangeList({ desk, changes }: { desk: Desk; changes: Changes }) {
  const lines = [...new Map(changes.map((change) => [JSON.stringify(change), change])).entries()];
  return (
    <ul className={styles.plain}>
      {lines.map(([key, change]) => {
        const { where, what, why } = changeText(change, desk.library);
        return (
          <li key={key}>
            <strong>{where}:</strong> {what}. <span className={styles.quiet}>{why}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** What the last change of the plan did, folded away. */
export function LastChange({ desk, change }: { desk: Desk; change: PlanCycle['lastChange'] }) {
  const { t } = useTranslation();
  if (change.cause === 'made') return null;
  return (
    <details className={styles.card}>
      <summary>
        {t('program.lastChange', {
          date: dateText(change.date),
          cause: t(`program.causes.${change.cause}`),
        })}
      </summary>
      {change.changes.length === 0 ? (
        <p>{t('program.lastNone')}</p>
      ) : (
        <ChangeList desk={desk} changes={change.changes} />
      )}
    </details>
  );
}

/** The plan could be brought up to date: the difference is shown before it is taken. */
export function PendingUpdate({
  desk,
  pending,
}: {
  desk: Desk;
  pending: NonNullable<ProgramState['pending']>;
}) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const update = useAct(desk, () => setIsOpen(false));
  const ask = () => update.mutate((program, who) => program.update(who));
  const { changes, newerAnalysis } = pending;
  const button = (
    <Button variant="primary" icon="refresh" busy={update.isPending} onClick={ask}>
      {t('program.update')}
    </Button>
  );
  return (
    <>
      <Message
        actions={
          <>
            {changes.length > 0 && (
              <Button onClick={() => setIsOpen(true)}>
                {t('program.showChanges', { count: changes.length })}
              </Button>
            )}
            {button}
          </>
        }
      >
        <strong>{t('program.pendingTitle')}</strong>{' '}
        {newerAnalysis !== null && t('program.pendingNew', { date: dateText(newerAnalysis.sessionDate) })}{' '}
        {changes.length === 0 && t('program.pendingNone')}
      </Message>
      {update.isError && <ErrorMessage error={update.error} />}
      <Dialog
        open={isOpen}
        wide
        onClose={() => setIsOpen(false)}
        title={t('program.changesTitle')}
        closeLabel={t('app.close')}
        footer={
          <>
            <Button onClick={() => setIsOpen(false)}>{t('app.cancel')}</Button>
            {button}
          </>
        }
      >
        <ChangeList desk={desk} changes={changes} />
      </Dialog>
    </>
  );
}
