import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../ui/Field.tsx';
import { suggestionsFor } from './labels.ts';

export interface LabelsFieldProps {
  readonly label: string;
  /** As typed, with commas between. */
  readonly value: string;
  /** Words in use elsewhere, to be offered. */
  readonly known: readonly string[];
  readonly onChange: (value: string) => void;
}

/** Words of the coach's own, with commas between; those in use are offered while typing. */
export function LabelsField({ label, value, known, onChange }: LabelsFieldProps) {
  const { t } = useTranslation();
  const list = useId();
  return (
    <Field label={label} hint={t('library.labelsHint')}>
      {(attributes) => (
        <>
          <input
            {...attributes}
            type="text"
            dir="auto"
            list={list}
            autoComplete="off"
            maxLength={1300}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          <datalist id={list}>
            {suggestionsFor(value, known).map((suggestion) => (
              <option key={suggestion} value={suggestion} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}
