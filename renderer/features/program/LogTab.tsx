import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays } from '../../../shared/program/calendar.ts';
import { Button } from '../../ui/Button.tsx';
import { Message } from '../../ui/Message.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { DayLog } from './DayLog.tsx';
import { ImportLog } from './ImportLog.tsx';
import { LogEntries } from './LogEntries.tsx';
import { OpenPains } from './OpenPains.tsx';
import { PainQuestion } from './PainQuestion.tsx';
import styles from './program.module.css';
import type { Desk } from './programDesk.ts';

/** What the athlete did, day by day, and what follows from it. */
export function LogTab({ desk }: { desk: Desk }) {
  const { t } = useTranslation();
  const { who, state } = desk;
  const [date, setDate] = useState(who.today);
  const [saved, setSaved] = useState('');
  const next = useRef<HTMLButtonElement>(null);
  const previous = useRef<HTMLButtonElement>(null);
  const { adherence, questions } = state.reading;
  const isDate = /^\d{4}-\d\d-\d\d$/.test(date);
  const planned = state.current?.plan.weeks
    .flatMap(({ days }) => days)
    .find((day) => day.date === date)?.items;
  const toCome = state.log.filter((entry) => entry.date > who.today).length;
  const entries = state.log.filter((entry) => entry.date === date);
  return (
    <div className={styles.stack}>
      {questions.map((question) => (
        <PainQuestion key={question.entry} desk={desk} question={question} />
      ))}
      <OpenPains desk={desk} />
      <div className={styles.spread}>
        <div className={styles.rowEnd}>
          <Button ref={previous} disabled={!isDate} onClick={() => setDate(addDays(date, -1))}>
            {t('program.previousDay')}
          </Button>
          <TextField label={t('program.date')} type="date" value={date} onChange={setDate} />
          <Button
            ref={next}
            disabled={!isDate || date >= who.today}
            onClick={() => setDate(addDays(date, 1))}
          >
            {t('program.nextDay')}
          </Button>
          <Button disabled={date === who.today} onClick={() => setDate(who.today)}>
            {t('program.goToday')}
          </Button>
          <span role="status">{saved === date && t('program.daySaved')}</span>
        </div>
        <ImportLog desk={desk} />
      </div>
      {toCome > 0 && <Message tone="warn">{t('program.daysToCome', { count: toCome })}</Message>}
      {date > who.today && <Message>{t('program.dayToCome')}</Message>}
      {isDate && date <= who.today && (
        <DayLog
          // A day is typed anew when it is another, or when it was stored.
          key={`${date} ${JSON.stringify(entries)}`}
          desk={desk}
          date={date}
          items={planned ?? []}
          entries={entries}
          onSaved={() => {
            setSaved(date);
            // The form comes anew: the keyboard goes on from here, to the next day.
            (date < who.today ? next : previous).current?.focus();
          }}
        />
      )}
      <p className={styles.quiet}>
        {adherence === null
          ? t('program.adherenceNone')
          : t('program.adherence', {
              percent: Math.round(adherence.share * 100),
              count: adherence.weeks,
            })}
      </p>
      <LogEntries desk={desk} />
    </div>
  );
}
