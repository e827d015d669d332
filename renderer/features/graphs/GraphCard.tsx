import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './graphs.module.css';
import { curveName, curveSign } from './graphTexts.ts';

export interface GraphCardProps {
  readonly id: string;
  readonly unit: string;
  /** What the cursor reads. */
  readonly values: ReactNode;
  readonly table: ReactNode;
  readonly children: ReactNode;
}

/** One graph under its name, with what the cursor reads and the table behind it. */
export function GraphCard({ id, unit, values, table, children }: GraphCardProps) {
  const { t } = useTranslation();
  return (
    <article className={styles.card} data-curve={id}>
      <header className={styles.cardHead}>
        <h2>{curveName(t, id)}</h2>
        <span className={styles.sign}>{`${unit}, ${curveSign(t, id)}`}</span>
        <span className={styles.now}>{values}</span>
      </header>
      {children}
      {table}
    </article>
  );
}
