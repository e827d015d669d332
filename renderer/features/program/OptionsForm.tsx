import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProgramOptions } from '../../../shared/contract/programApiSchemas.ts';
import { gearText } from '../../../shared/program/spoken.ts';
import { weekdayText } from '../../../shared/text/changeText.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { FieldRow, FormDialog } from '../../ui/Form.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { CalendarFields } from './CalendarFields.tsx';
import { allEquipment, problemsOfOptions } from './optionsDraft.ts';
import styles from './program.module.css';
import { type Desk, useAct } from './programDesk.ts';
import { WEEKDAYS } from './programTexts.ts';

const WEEKS = [6, 7, 8] as const;
const toggled = <Value,>(list: readonly Value[], value: Value, isIn: boolean): Value[] =>
  isIn ? [...list.filter((one) => one !== value), value] : list.filter((one) => one !== value);

/** What the coach sets for the athlete's plans. */
export function OptionsForm({ desk, onClose }: { desk: Desk; onClose: () => void }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(desk.state.options);
  const [minutesPerDay, setMinutes] = useState<number | null>(draft.minutesPerDay);
  const [maxExercises, setCap] = useState<number | null>(draft.maxExercises);
  const [wasTried, setWasTried] = useState(false);
  const save = useAct(desk, onClose);
  const set = (change: Partial<ProgramOptions>) => setDraft({ ...draft, ...change });
  const found = problemsOfOptions({ ...draft, minutesPerDay, maxExercises });
  const problems = wasTried ? found : [];
  const submit = () => {
    setWasTried(true);
    if (found.length > 0 || minutesPerDay === null || maxExercises === null) return;
    const patch = { ...draft, minutesPerDay, maxExercises };
    save.mutate((program, who) => program.setOptions({ ...who, patch }));
  };
  return (
    <FormDialog
      title={t('program.optionsTitle')}
      onClose={onClose}
      onSubmit={submit}
      busy={save.isPending}
      error={save.error}
    >
      <p className={styles.quiet}>{t('program.optionsHint')}</p>
      <FieldRow>
        <Select
          label={t('program.weeks')}
          value={String(draft.weeks)}
          options={WEEKS.map((weeks) => ({
            value: String(weeks),
            label: t('program.weeksOption', { count: weeks }),
          }))}
          onChange={(value) => set({ weeks: WEEKS.find((weeks) => String(weeks) === value) ?? 8 })}
        />
        <NumberField
          label={t('program.minutes')}
          value={minutesPerDay}
          error={problems.includes('minutes') ? t('program.minutesWrong') : undefined}
          onChange={setMinutes}
        />
        <NumberField
          label={t('program.cap')}
          value={maxExercises}
          error={problems.includes('cap') ? t('program.capWrong') : undefined}
          onChange={setCap}
        />
      </FieldRow>
      <fieldset className={styles.group}>
        <legend>{t('program.days')}</legend>
        <div className={styles.checks}>
          {WEEKDAYS.map((day) => (
            <Checkbox
              key={day}
              label={weekdayText(day)}
              checked={draft.trainingDays.includes(day)}
              onChange={(isIn) =>
                set({ trainingDays: toggled(draft.trainingDays, day, isIn).sort((a, b) => a - b) })
              }
            />
          ))}
        </div>
        {problems.includes('days') && <p role="alert">{t('program.daysMissing')}</p>}
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{t('program.equipment')}</legend>
        <div className={styles.checks}>
          {allEquipment(desk.library.all).map((thing) => (
            <Checkbox
              key={thing}
              label={gearText(thing)}
              checked={draft.equipment.includes(thing)}
              onChange={(isIn) => set({ equipment: toggled(draft.equipment, thing, isIn) })}
            />
          ))}
        </div>
      </fieldset>
      <CalendarFields
        calendar={draft.calendar}
        today={desk.who.today}
        isWrong={problems.includes('calendar')}
        onChange={(calendar) => set({ calendar })}
      />
      <div className={styles.group}>
        <Checkbox
          label={t('program.noBarefoot')}
          checked={draft.noBarefoot}
          onChange={(noBarefoot) => set({ noBarefoot })}
        />
        <Checkbox
          label={t('program.shoesWanted')}
          checked={draft.footwear.wanted}
          onChange={(wanted) => set({ footwear: { ...draft.footwear, wanted } })}
        />
        <Checkbox
          label={t('program.shoesStride')}
          checked={draft.footwear.comfortableStride}
          onChange={(comfortableStride) => set({ footwear: { ...draft.footwear, comfortableStride } })}
        />
      </div>
    </FormDialog>
  );
}
