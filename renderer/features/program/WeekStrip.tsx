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

/** The weeks of a plan with their phases; one of them is shown below. */
export function WeekStrip({ plan, now, shown, onShow }: WeekStripProps) {
  const { t } = useTranslation();
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
            <span className={styles.quiet}>{t('program.load', { load: Math.round(load) })}</span>
            {light && <span className={styles.quiet}>{t('program.light')}</span>}
            {provisional && <span className={styles.quiet}>{t('program.provisional')}</span>}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
