import { useState } from 'react';
import styles from './Field.module.css';
import { Field, type FieldProps } from './Field.tsx';

export interface NumberFieldProps extends FieldProps {
  /** Null is an empty field. */
  readonly value: number | null;
  /** Called with NaN while the text is not a number. */
  readonly onChange: (value: number | null) => void;
  readonly unit?: string;
  readonly placeholder?: string;
  readonly disabled?: boolean;
}

/** A number as text, with comma or point; the text stays what was typed. */
export function NumberField({ label, hint, error, value, onChange, unit, ...rest }: NumberFieldProps) {
  const [text, setText] = useState(value === null || Number.isNaN(value) ? '' : String(value));
  const isSame = Object.is(numberFromText(text), value);
  const shown = isSame || Number.isNaN(value) ? text : value === null ? '' : String(value);
  return (
    <Field label={label} hint={hint} error={error}>
      {(attributes) => (
        <div className={styles.numberRow}>
          <input
            {...attributes}
            {...rest}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            value={shown}
            onChange={(event) => {
              setText(event.target.value);
              onChange(numberFromText(event.target.value));
            }}
          />
          {unit !== undefined && (
            <span className={styles.unit} aria-hidden="true">
              {unit}
            </span>
          )}
        </div>
      )}
    </Field>
  );
}

/** Null for an empty text, NaN for what is no number. */
export function numberFromText(text: string): number | null {
  const trimmed = text.trim().replace(',', '.');
  if (trimmed === '') return null;
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(trimmed) ? Number(trimmed) : Number.NaN;
}
