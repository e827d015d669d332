import styles from './Progress.module.css';

export interface ProgressProps {
  readonly label: string;
  readonly done: number;
  /** 0 while the amount is not known. */
  readonly total: number;
}

export function Progress({ label, done, total }: ProgressProps) {
  const share = total > 0 ? Math.min(1, done / total) : undefined;
  return (
    <div
      className={styles.track}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={share === undefined ? undefined : Math.round(100 * share)}
    >
      <div
        className={share === undefined ? styles.unknown : styles.bar}
        style={share === undefined ? undefined : { width: `${100 * share}%` }}
      />
    </div>
  );
}
