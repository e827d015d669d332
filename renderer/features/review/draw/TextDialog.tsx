import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../ui/Form.tsx';
import { TextField } from '../../../ui/TextField.tsx';

export interface TextDialogProps {
  /** Undefined when the coach leaves it. */
  readonly onWords: (words: string | undefined) => void;
}

/** Asks what a text on the picture says. */
export function TextDialog({ onWords }: TextDialogProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  return (
    <FormDialog
      title={t('review.draw.text')}
      onClose={() => onWords(undefined)}
      onSubmit={() => {
        if (words.trim() !== '') onWords(words.trim());
      }}
      busy={false}
      error={undefined}
    >
      <TextField label={t('review.draw.words')} value={words} onChange={setWords} maxLength={200} />
    </FormDialog>
  );
}
