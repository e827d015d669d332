import { useTranslation } from 'react-i18next';
import type { Plan } from '../../../shared/domain/plan.ts';
import { SIDE_TEXTS } from '../../../shared/text/numberText.ts';
import { planNoteText } from '../../../shared/text/planTexts.ts';
import { ruleText } from '../../../shared/text/ruleTexts.ts';
import { Badge } from '../../ui/Badge.tsx';
import styles from './program.module.css';
import type { Desk } from './programDesk.ts';

/** The findings that the plan answers, at most two. */
export function Answers({ desk, plan }: { desk: Desk; plan: Plan }) {
  const { t } = useTranslation();
  const { library } = desk;
  return (
    <section className={styles.card} aria-label={t('program.answers')}>
      <h2>{t('program.answers')}</h2>
      {plan.answers.length === 0 && plan.notes.length === 0 && (
        <p className={styles.quiet}>{t('program.answersNone')}</p>
      )}
      {plan.notes.map((note) => (
        <p key={JSON.stringify(note)}>{planNoteText(note)}</p>
      ))}
      {plan.answers.map(({ rule, side, drills }) => (
        <div key={`${rule} ${side}`} className={styles.row}>
          <strong>{ruleText(rule).title}</strong>
          {side !== null && <Badge>{SIDE_TEXTS[side]}</Badge>}
          <span className={styles.quiet}>
            {drills.map((drill) => (library.has(drill) ? library.get(drill).name : drill)).join(', ')}
          </span>
        </div>
      ))}
    </section>
  );
}
