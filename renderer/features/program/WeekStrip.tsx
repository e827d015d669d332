import { useTranslation } from 'react-i18next';
import type { Plan } from '../../../shared/domain/plan.ts';
import { classNames } from '../../ui/classNames.ts';
import styles from './program.module.css';

export interface WeekStripProps {
  readonly plan: Plan;
  /** Week of today. */
  readonly now: number;
  readonly shown: number | undefined;
  readonly onShow: (week: number) => void;
}

/** The weeks of a plan with their phases and how full each is; one of them is shown below. */
export function WeekStrip({ plan, now, shown, onShow }: WeekStripProps) {
  const { t } = useTranslation();
  const fullest = Math.max(0, ...plan.weeks.map(({ load }) => load));
  const loadText = (load: number): string => {
    if (fullest === 0) return t('program.loadNone');
    return load === fullest
      ? t('program.loadFullest')
      : t('program.loadShare', { percent: Math.round((100 * load) / fullest) });
  };
  return (
    <fieldset className={styles.group}>
      <legend className="visuallyHidden">{t('program.weekStrip')}</legend>
      <div className={styles.strip}>
        {plan.weeks.map(({ index, phase, light, provisional, load }) => (
          <button
            key={index}
            type="button"
            className={classNames(styles.tile, styles.week)}
            data-phase={phase}
            data-provisional={provisional || undefined}
            aria-pressed={index === shown}
            aria-current={index === now ? 'date' : undefined}
            onClick={() => onShow(index)}
          >
            <span className={styles.weekName}>
              {t('program.week', { week: index })}
              {index === now && <span className={styles.quiet}> {t('program.now')}</span>}
            </span>
            <span>{t(`program.phases.${phase}`)}</span>
            <span className={styles.load} aria-hidden="true">
              <span style={{ width: `${fullest === 0 ? 0 : (100 * load) / fullest}%` }} />
            </span>
            <span className={styles.quiet}>{loadText(load)}</span>
            {light && <span className={styles.quiet}>{t('program.light')}</span>}
            {provisional && <span className={styles.quiet}>{t('program.provisional')}</span>}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
