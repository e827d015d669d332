import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanWeek } from '../../../shared/domain/plan.ts';
import { weekdayText } from '../../../shared/text/changeText.ts';
import { FieldRow, FormDialog } from '../../ui/Form.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { type DoseDraft, DoseFields, doseFrom } from './DoseFields.tsx';
import { exerciseOptions } from './exerciseOptions.ts';
import { type Desk, useAct } from './programDesk.ts';

/** One more exercise on a day. */
export function AddDialog({ desk, week, onClose }: { desk: Desk; week: PlanWeek; onClose: () => void }) {
  const { t } = useTranslation();
  const options = exerciseOptions(t, desk.library.all);
  const [exercise, setExercise] = useState(options[0]?.value ?? '');
  const days = week.days.filter(({ kind }) => kind === 'training');
  const [weekday, setWeekday] = useState(
    days.find(({ date }) => date === null || date >= desk.who.today)?.weekday ?? days[0]?.weekday ?? 1,
  );
  const [isEvery, setIsEvery] = useState(false);
  const [dose, setDose] = useState<DoseDraft>(
    () => desk.library.all.find(({ id }) => id === exercise)?.dose ?? desk.library.get(exercise).dose,
  );
  const [reason, setReason] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const act = useAct(desk, onClose);
  const submit = () => {
    setWasTried(true);
    const typed = doseFrom(dose);
    if (typed === undefined) return;
    const change = {
      kind: 'add' as const,
      ...{ week: isEvery ? null : week.index, weekday, exercise, dose: typed, reason: reason.trim() },
    };
    act.mutate((program, who) => program.addOverride({ ...who, change }));
  };
  return (
    <FormDialog
      title={t('program.addExercise')}
      onClose={onClose}
      onSubmit={submit}
      busy={act.isPending}
      error={act.error}
    >
      <Select
        label={t('program.exercise')}
        value={exercise}
        options={options}
        onChange={(id) => {
          setExercise(id);
          setDose(desk.library.get(id).dose);
        }}
      />
      <FieldRow>
        <Select
          label={t('program.day')}
          value={String(weekday)}
          options={week.days.map((day) => ({ value: String(day.weekday), label: weekdayText(day.weekday) }))}
          onChange={(value) => setWeekday(Number(value))}
        />
        <Select
          label={t('program.changeWeeks')}
          value={isEvery ? 'every' : 'one'}
          options={[
            { value: 'one', label: t('program.thisWeek', { week: week.index }) },
            { value: 'every', label: t('program.everyWeek') },
          ]}
          onChange={(value) => setIsEvery(value === 'every')}
        />
      </FieldRow>
      <DoseFields key={exercise} value={dose} wasTried={wasTried} onChange={setDose} />
      <TextField label={t('program.whyOptional')} value={reason} maxLength={2000} onChange={setReason} />
    </FormDialog>
  );
}
