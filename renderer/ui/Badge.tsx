import type { ReactNode } from 'react';
import type { Grade } from '../../shared/domain/analysis.ts';
import { GRADE_TEXTS } from '../../shared/text/numberText.ts';
import styles from './Badge.module.css';
import { classNames } from './classNames.ts';

export type BadgeTone = 'neutral' | 'accent' | 'good' | 'info' | 'warn' | 'danger';

export function Badge({ tone = 'neutral', children }: { tone?: BadgeTone; children: ReactNode }) {
  return <span className={classNames(styles.badge, styles[tone])}>{children}</span>;
}

const GRADE_BARS: Readonly<Record<Grade, number>> = { high: 3, medium: 2, low: 1, not_reported: 0 };
const GRADE_TONES: Readonly<Record<Grade, BadgeTone>> = {
  high: 'good',
  medium: 'info',
  low: 'warn',
  not_reported: 'neutral',
};

/** How sure a value is: by its word, the number of filled bars, and the colour. */
export function GradeBadge({ grade }: { grade: Grade }) {
  return (
    <Badge tone={GRADE_TONES[grade]}>
      <span className={styles.bars} aria-hidden="true">
        {[1, 2, 3].map((bar) => (
          <span key={bar} className={bar <= GRADE_BARS[grade] ? styles.filled : styles.hollow} />
        ))}
      </span>
      {GRADE_TEXTS[grade]}
    </Badge>
  );
}
