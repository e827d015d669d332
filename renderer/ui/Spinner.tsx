import styles from './Spinner.module.css';

/** A turning ring; with a label it also tells screen readers what is being waited for. */
export function Spinner({ size = 22, label }: { size?: number; label?: string }) {
  const ring = <span className={styles.ring} style={{ width: size, height: size }} aria-hidden="true" />;
  if (label === undefined) return ring;
  return (
    <output className={styles.labelled}>
      {ring}
      <span>{label}</span>
    </output>
  );
}
