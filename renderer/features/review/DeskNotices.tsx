import { useTranslation } from 'react-i18next';
import { errorSentence } from '../../i18n/errorSentence.ts';
import { Button } from '../../ui/Button.tsx';
import { Message } from '../../ui/Message.tsx';
import styles from './Review.module.css';
import type { Editing } from './useEditing.ts';

export interface DeskNoticesProps {
  /** Why the frame cannot be shown. */
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly editing: Editing;
  /** Why the working zone was not stored. */
  readonly zoneProblem: unknown;
  readonly outdated: boolean;
}

/** What went wrong, and what to do about it, over the upper edge of the picture. */
export function DeskNotices({ error, onRetry, editing, zoneProblem, outdated }: DeskNoticesProps) {
  const { t } = useTranslation();
  const failure = editing.problem ?? zoneProblem;
  const problem = failure === undefined ? undefined : errorSentence(failure);
  if (error === undefined && problem === undefined && !outdated) return null;
  return (
    <div className={styles.over}>
      {error !== undefined && (
        <Message tone="danger" actions={<Button onClick={onRetry}>{t('review.tryAgain')}</Button>}>
          {t('review.cannotShow')}
        </Message>
      )}
      {problem !== undefined && (
        <Message tone="danger" actions={<Button onClick={editing.clearProblem}>{t('review.close')}</Button>}>
          <strong>{problem.sentence}</strong> {problem.next}
        </Message>
      )}
      {outdated && problem === undefined && (
        <Message
          tone="warn"
          actions={<Button onClick={editing.recompute}>{t('review.measureAgain')}</Button>}
        >
          {t('review.outdated')}
        </Message>
      )}
    </div>
  );
}
