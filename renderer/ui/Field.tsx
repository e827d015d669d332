import { type ReactNode, useId } from 'react';
import styles from './Field.module.css';

export interface FieldProps {
  readonly label: string;
  /** A quiet remark under the input. */
  readonly hint?: string | undefined;
  /** What is wrong with the entry, one sentence. */
  readonly error?: string | undefined;
}

/** What an input needs to be tied to its label and remarks. */
export interface FieldAttributes {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly className: string | undefined;
}

/** Label above, remark or error below, whatever the input. */
export function Field({
  label,
  hint,
  error,
  children,
}: FieldProps & { children: (attributes: FieldAttributes) => ReactNode }) {
  const id = useId();
  const remark = error ?? hint;
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        className: styles.input,
        'aria-describedby': remark === undefined ? undefined : `${id}-remark`,
        'aria-invalid': error === undefined ? undefined : true,
      })}
      {remark !== undefined && (
        <p id={`${id}-remark`} className={error === undefined ? styles.hint : styles.error}>
          {remark}
        </p>
      )}
    </div>
  );
}
