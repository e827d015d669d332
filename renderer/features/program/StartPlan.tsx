import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { weekdayText } from '../../../shared/text/changeText.ts';
import { ErrorMessage } from '../../i18n/ErrorMessage.tsx';
import { Button } from '../../ui/Button.tsx';
import { dateText } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Message } from '../../ui/Message.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { OptionsForm } from './OptionsForm.tsx';
import styles from './program.module.css';
import { type Desk, useAct } from './programDesk.ts';

/** How a cycle begins: what it answers and when, with the way to the tests and the options. */
export function StartPlan({ desk, onTests }: { desk: Desk; onTests: () => void }) {
  const { t } = useTranslation();
  const { next, current, analyses, standing, options } = desk.state;
  const [isOpen, setIsOpen] = useState(false);
  const [sessionId, setSessionId] = useState(current?.basis?.sessionId ?? analyses[0]?.sessionId ?? '');
  const { today } = desk.who;
  const earliest = next === null || next.earliestStart < today ? today : next.earliestStart;
  const [startDate, setStartDate] = useState(current?.plan.start_date ?? earliest);
  const make = useAct(desk);
  if (next === null) return null;
  const isValid = /^\d{4}-\d\d-\d\d$/.test(startDate);
  const submit = () =>
    make.mutate((program, who) =>
      program.makePlan({ ...who, sessionId: sessionId === '' ? null : sessionId, startDate }),
    );
  const fields = (
    <section className={styles.card} aria-label={t('program.startNext', { cycle: next.cycle })}>
      <h2>{t('program.startNext', { cycle: next.cycle })}</h2>
      {current !== null && (
        <p>{t('program.notBegun', { date: dateText(current.plan.start_date ?? startDate) })}</p>
      )}
      {next.loadBefore !== null && <p className={styles.quiet}>{t('program.startLoad')}</p>}
      <div className={styles.fields}>
        <TextField
          label={t('program.startDate')}
          type="date"
          value={startDate}
          hint={t('program.startDateHint', { date: dateText(next.earliestStart) })}
          error={isValid ? undefined : t('program.dateWrong')}
          onChange={setStartDate}
        />
        <Select
          label={t('program.basis')}
          value={sessionId}
          options={[
            ...analyses.map((one) => ({ value: one.sessionId, label: dateText(one.sessionDate) })),
            { value: '', label: t('program.basisNone') },
          ]}
          onChange={setSessionId}
        />
      </div>
      <p className={styles.quiet}>
        {[
          t('program.weeksOption', { count: options.weeks }),
          options.trainingDays.map((day) => weekdayText(day)).join(', '),
          t('program.minutesOf', { minutes: options.minutesPerDay }),
        ].join(' · ')}
      </p>
      {make.isError && <ErrorMessage error={make.error} />}
      <div className={styles.row}>
        <Button variant="primary" busy={make.isPending} disabled={!isValid} onClick={submit}>
          {t(current === null ? 'program.makePlan' : 'program.remakePlan')}
        </Button>
        <Button icon="settings" onClick={() => setIsOpen(true)}>
          {t('program.options')}
        </Button>
      </div>
      {isOpen && <OptionsForm desk={desk} onClose={() => setIsOpen(false)} />}
    </section>
  );
  const hasBaseline = standing.missing.length === 0;
  if (current !== null) return fields;
  return (
    <>
      {next.cycle === 1 && (
        <EmptyState
          icon="report"
          title={t('program.startTitle')}
          text={t(hasBaseline ? 'program.startText' : 'program.startNoBaseline')}
          actions={
            !hasBaseline && (
              <Button variant="primary" onClick={onTests}>
                {t('program.doBaseline')}
              </Button>
            )
          }
        />
      )}
      {next.cycle > 1 && !hasBaseline && <Message>{t('program.noGates')}</Message>}
      {fields}
    </>
  );
}
