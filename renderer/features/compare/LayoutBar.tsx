import { useTranslation } from 'react-i18next';
import styles from './compare.module.css';

export interface StageLayout {
  readonly kind: 'side' | 'ghost';
  /** Of the second clip, 0-1. */
  readonly opacity: number;
  readonly onRunner: boolean;
  readonly isMirrored: boolean;
  readonly skeleton: boolean;
}

export interface LayoutBarProps {
  readonly layout: StageLayout;
  readonly onLayout: (layout: StageLayout) => void;
}

const KINDS = ['side', 'ghost'] as const;

/** How the two pictures stand to each other. */
export function LayoutBar({ layout, onLayout }: LayoutBarProps) {
  const { t } = useTranslation();
  const { kind, opacity, onRunner, isMirrored, skeleton } = layout;
  const check = (label: string, value: boolean, change: Partial<StageLayout>) => (
    <label className={styles.check}>
      <input type="checkbox" checked={value} onChange={() => onLayout({ ...layout, ...change })} />
      {label}
    </label>
  );
  return (
    <div className={styles.bar}>
      <fieldset className={styles.switch} aria-label={t('compare.layout')}>
        {KINDS.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={kind === one}
            onClick={() => onLayout({ ...layout, kind: one })}
          >
            {t(`compare.${one}`)}
          </button>
        ))}
      </fieldset>
      {kind === 'ghost' && (
        <>
          <label className={styles.check}>
            <input
              type="range"
              min="0"
              max="1"
              step="0.05"
              aria-label={t('compare.opacityLabel')}
              value={opacity}
              onChange={(event) => onLayout({ ...layout, opacity: Number(event.target.value) })}
            />
            <span className={styles.number}>
              {t('compare.opacity', { percent: Math.round(100 * opacity) })}
            </span>
          </label>
          {check(t('compare.onRunner'), onRunner, { onRunner: !onRunner })}
        </>
      )}
      {check(t('compare.mirror'), isMirrored, { isMirrored: !isMirrored })}
      {check(t('compare.skeleton'), skeleton, { skeleton: !skeleton })}
    </div>
  );
}
