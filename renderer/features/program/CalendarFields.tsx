import { useTranslation } from 'react-i18next';
import type { ProgramOptions } from '../../../shared/contract/programApiSchemas.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './program.module.css';

type Calendar = ProgramOptions['calendar'];
const KINDS = ['race', 'holiday', 'ill'] as const;

export interface CalendarFieldsProps {
  readonly calendar: Calendar;
  readonly today: string;
  readonly isWrong: boolean;
  readonly onChange: (calendar: Calendar) => void;
}

/** Dates on which the plan makes room. */
export function CalendarFields({ calendar, today, isWrong, onChange }: CalendarFieldsProps) {
  const { t } = useTranslation();
  const change = (at: number, fields: Partial<Calendar[number]>) =>
    onChange(calendar.map((entry, i) => (i === at ? { ...entry, ...fields } : entry)));
  return (
    <fieldset className={styles.group}>
      <legend>{t('program.calendar')}</legend>
      {calendar.map((entry, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries have no other identity while they are typed
        <div key={at} className={styles.card}>
          <div className={styles.fields}>
            <Select
              label={t('program.calendarKind')}
              value={entry.kind}
              options={KINDS.map((kind) => ({ value: kind, label: t(`program.calendarKinds.${kind}`) }))}
              onChange={(kind) => change(at, { kind })}
            />
            <TextField
              label={t('program.calendarFrom')}
              type="date"
              value={entry.from}
              onChange={(from) => change(at, { from, to: entry.to < from ? from : entry.to })}
            />
            <TextField
              label={t('program.calendarTo')}
              type="date"
              value={entry.to}
              error={isWrong && !(entry.from <= entry.to) ? t('program.calendarWrong') : undefined}
              onChange={(to) => change(at, { to })}
            />
          </div>
          <div className={styles.row}>
            <TextField
              label={t('program.calendarName')}
              value={entry.name}
              maxLength={200}
              onChange={(name) => change(at, { name })}
            />
            <IconButton
              icon="trash"
              label={t('program.calendarRemove', {
                name: entry.name || t(`program.calendarKinds.${entry.kind}`),
              })}
              onClick={() => onChange(calendar.filter((_, i) => i !== at))}
            />
          </div>
        </div>
      ))}
      <div>
        <Button
          icon="add"
          onClick={() => onChange([...calendar, { kind: 'race', from: today, to: today, name: '' }])}
        >
          {t('program.calendarAdd')}
        </Button>
      </div>
    </fieldset>
  );
}
