import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { Message } from '../ui/Message.tsx';
import { errorSentence } from './errorSentence.ts';

/** An error as its sentence and next step, with a way to try again. */
export function ErrorMessage({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  const { t } = useTranslation();
  const { sentence, next } = errorSentence(error);
  return (
    <Message tone="danger" actions={onRetry && <Button onClick={onRetry}>{t('app.tryAgain')}</Button>}>
      <strong>{sentence}</strong> {next}
    </Message>
  );
}
