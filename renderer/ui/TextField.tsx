import type { HTMLInputTypeAttribute } from 'react';
import { Field, type FieldProps } from './Field.tsx';

export interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: HTMLInputTypeAttribute;
  readonly multiline?: boolean;
  readonly required?: boolean;
  readonly maxLength?: number;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
}

export function TextField(props: TextFieldProps) {
  const { label, hint, error, value, onChange, multiline = false, type = 'text', autoFocus, ...rest } = props;
  return (
    <Field label={label} hint={hint} error={error}>
      {(attributes) =>
        multiline ? (
          <textarea
            {...attributes}
            {...rest}
            dir="auto"
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        ) : (
          <input
            {...attributes}
            {...rest}
            {...(autoFocus === true ? { 'data-autofocus': true } : {})}
            dir="auto"
            type={type}
            autoComplete="off"
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </Field>
  );
}
