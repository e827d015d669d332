import type { LineTone } from './Chart.tsx';
import styles from './LineKey.module.css';

/** A piece of a line with its name. */
export function LineKey({ tone, name }: { tone: LineTone; name: string }) {
  return (
    <span className={styles.key}>
      <svg width="22" height="10" aria-hidden="true">
        <line x1="1" x2="21" y1="5" y2="5" className={styles[tone]} />
      </svg>
      {name}
    </span>
  );
}
