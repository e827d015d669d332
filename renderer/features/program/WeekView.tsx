import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plan, PlanItem, PlanWeek } from '../../../shared/domain/plan.ts';
import { planNoteText, SETTING_TEXTS } from '../../../shared/text/planTexts.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Message } from '../../ui/Message.tsx';
import { ChangeDialog } from './ChangeDialog.tsx';
import { DayCard } from './DayCard.tsx';
import { openCriteria } from './gateTexts.ts';
import styles from './program.module.css';
import type { Desk } from './programDesk.ts';
import { WhyDialog } from './WhyDialog.tsx';

/** One week: why it is how it is, and its days. */
export function WeekView({ desk, plan, week }: { desk: Desk; plan: Plan; week: PlanWeek }) {
  const { t } = useTranslation();
  const [why, setWhy] = useState<PlanItem | undefined>();
  const [changed, setChanged] = useState<{ item: PlanItem; weekday: number } | undefined>();
  const { phase, light, provisional, footwear, surface, notes, days, index } = week;
  const gate = desk.state.standing.gates.find(({ opens }) => opens === phase);
  const missing = gate === undefined ? [] : openCriteria(t, gate.criteria);
  return (
    <section className={styles.stack} aria-label={t('program.week', { week: index })}>
      <div className={styles.row}>
        <h2>{t('program.week', { week: index })}</h2>
        <Badge tone="info">
          {t('program.phase', { phase })}: {t(`program.phases.${phase}`)}
        </Badge>
        {light && <Badge>{t('program.light')}</Badge>}
        {provisional && <Badge tone="warn">{t('program.provisional')}</Badge>}
        <span className={styles.quiet}>
          {SETTING_TEXTS[footwear] ?? footwear} {SETTING_TEXTS[surface] ?? surface}
        </span>
      </div>
      {provisional && (
        <Message>
          {phase > 1 && <strong>{t('program.provisionalTitle', { phase })}</strong>}{' '}
          {missing.length > 0 && `${t('program.missingIs')} ${missing.join('; ')}. ${t('program.toTests')}`}
        </Message>
      )}
      {notes.length > 0 && (
        <ul className={styles.plain}>
          {notes.map((note) => (
            <li key={JSON.stringify(note)}>{planNoteText(note)}</li>
          ))}
        </ul>
      )}
      <div className={styles.days}>
        {days.map((day) => (
          <DayCard
            key={day.weekday}
            desk={desk}
            week={index}
            day={day}
            onWhy={setWhy}
            onChange={(item) => setChanged({ item, weekday: day.weekday })}
          />
        ))}
      </div>
      {why !== undefined && (
        <WhyDialog desk={desk} plan={plan} item={why} onClose={() => setWhy(undefined)} />
      )}
      {changed !== undefined && (
        <ChangeDialog
          desk={desk}
          week={index}
          weekday={changed.weekday}
          item={changed.item}
          onClose={() => setChanged(undefined)}
        />
      )}
    </section>
  );
}
