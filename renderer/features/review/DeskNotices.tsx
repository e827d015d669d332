import { errorSentence } from '../../i18n/errorSentence.ts';
import { Button } from '../../ui/Button.tsx';
import { Message } from '../../ui/Message.tsx';
import styles from './Review.module.css';
import { texts } from './texts.ts';
import type { Editing } from './useEditing.ts';

export interface DeskNoticesProps {
  /** Why the frame cannot be shown. */
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly editing: Editing;
  readonly outdated: boolean;
}

/** What went wrong, and what to do about it, over the upper edge of the picture. */
export function DeskNotices({ error, onRetry, editing, outdated }: DeskNoticesProps) {
  const problem = editing.problem === undefined ? undefined : errorSentence(editing.problem);
  if (error === undefined && problem === undefined && !outdated) return null;
  return (
    <div className={styles.over}>
      {error !== undefined && (
        <Message tone="danger" actions={<Button onClick={onRetry}>{texts.tryAgain}</Button>}>
          {texts.cannotShow}
        </Message>
      )}
      {problem !== undefined && (
        <Message tone="danger" actions={<Button onClick={editing.clearProblem}>{texts.close}</Button>}>
          <strong>{problem.sentence}</strong> {problem.next}
        </Message>
      )}
      {outdated && problem === undefined && (
        <Message tone="warn" actions={<Button onClick={editing.recompute}>{texts.measureAgain}</Button>}>
          {texts.outdated}
        </Message>
      )}
    </div>
  );
}
