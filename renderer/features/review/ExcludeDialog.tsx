import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../ui/Form.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { EXCLUDE_REASONS } from './editing.ts';
import styles from './panel.module.css';

export interface ExcludeDialogProps {
  /** "Left contact 412" */
  readonly stride: string;
  readonly onClose: () => void;
  readonly onExclude: (reason: string) => void;
}

const OWN_WORDS = 'own_words';
const CHOICES = [...EXCLUDE_REASONS, OWN_WORDS] as const;
type Choice = (typeof CHOICES)[number];

/** Asks why a stride is taken out of the numbers: the report tells it. */
export function ExcludeDialog({ stride, onClose, onExclude }: ExcludeDialogProps) {
  const { t } = useTranslation();
  const [choice, setChoice] = useState<Choice>('stumble');
  const [words, setWords] = useState('');
  const submit = (): void => {
    const reason = choice === OWN_WORDS ? words.trim() : choice;
    if (reason !== '') onExclude(reason);
  };
  return (
    <FormDialog
      title={t('review.stride.exclude')}
      onClose={onClose}
      onSubmit={submit}
      busy={false}
      error={undefined}
    >
      <p>{t('review.stride.explain', { stride })}</p>
      <fieldset className={styles.reasons}>
        <legend>{t('review.stride.reason')}</legend>
        {CHOICES.map((value) => (
          <label key={value}>
            <input
              type="radio"
              name="reason"
              value={value}
              checked={choice === value}
              onChange={() => setChoice(value)}
            />
            {value === OWN_WORDS ? t('review.stride.ownWords') : t(`review.reasons.${value}`)}
          </label>
        ))}
      </fieldset>
      {choice === OWN_WORDS && (
        <TextField label={t('review.stride.words')} value={words} onChange={setWords} maxLength={200} />
      )}
    </FormDialog>
  );
}
