import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../ui/Form.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { EXCLUDE_REASONS } from './editing.ts';

export interface ExcludeDialogProps {
  /** "Left contact 412" */
  readonly stride: string;
  readonly onClose: () => void;
  readonly onExclude: (reason: string) => void;
}

const OWN_WORDS = 'own_words';
type Choice = (typeof EXCLUDE_REASONS)[number] | typeof OWN_WORDS;

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
      <Select<Choice>
        label={t('review.stride.reason')}
        value={choice}
        options={[
          ...EXCLUDE_REASONS.map((value) => ({ value, label: t(`review.reasons.${value}`) })),
          { value: OWN_WORDS, label: t('review.stride.ownWords') },
        ]}
        onChange={setChoice}
      />
      {choice === OWN_WORDS && (
        <TextField label={t('review.stride.words')} value={words} onChange={setWords} maxLength={200} />
      )}
    </FormDialog>
  );
}
