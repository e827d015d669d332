import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../shared/contract/handlers.ts';
import type { PlanItem } from '../../../shared/domain/plan.ts';
import { weekdayText } from '../../../shared/text/changeText.ts';
import { FieldRow, FormDialog } from '../../ui/Form.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { type DoseDraft, DoseFields, doseFrom } from './DoseFields.tsx';
import { exerciseOptions } from './exerciseOptions.ts';
import { type Desk, useAct } from './programDesk.ts';
import { WEEKDAYS } from './programTexts.ts';

export type NewChange = CallInput<'program.addOverride'>['change'];
const ACTIONS = ['dose', 'move', 'swap', 'remove'] as const;
type Action = (typeof ACTIONS)[number];

export interface ChangeDialogProps {
  readonly desk: Desk;
  readonly week: number;
  readonly weekday: number;
  readonly item: PlanItem;
  readonly onClose: () => void;
}

/** Another dose, day or exercise, or none at all; a refusal says why and changes nothing. */
export function ChangeDialog({ desk, week, weekday, item, onClose }: ChangeDialogProps) {
  const { t } = useTranslation();
  const { exercise } = item;
  const [action, setAction] = useState<Action>('dose');
  const [isEvery, setIsEvery] = useState(false);
  const [dose, setDose] = useState<DoseDraft>(item.dose);
  const [to, setTo] = useState(weekday === 7 ? 6 : weekday + 1);
  const others = desk.library.all.filter(({ id }) => id !== exercise);
  const [by, setBy] = useState(others[0]?.id ?? '');
  const [reason, setReason] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const act = useAct(desk, onClose);
  const changeFrom = (): NewChange | undefined => {
    const common = { exercise, week: isEvery ? null : week, reason: reason.trim() };
    if (action === 'remove') return { kind: 'remove', ...common };
    if (action === 'swap') return { kind: 'swap', ...common, by };
    if (action === 'move') return { kind: 'move', ...common, from: weekday, to };
    const typed = doseFrom(dose);
    return typed && { kind: 'dose', ...common, dose: typed };
  };
  const submit = () => {
    setWasTried(true);
    const change = changeFrom();
    if (change !== undefined) act.mutate((program, who) => program.addOverride({ ...who, change }));
  };
  return (
    <FormDialog
      title={t('program.changeOf', { name: desk.library.get(exercise).name })}
      onClose={onClose}
      onSubmit={submit}
      busy={act.isPending}
      error={act.error}
    >
      <FieldRow>
        <Select
          label={t('program.changeWhat')}
          value={action}
          options={ACTIONS.map((value) => ({ value, label: t(`program.actions.${value}`) }))}
          onChange={setAction}
        />
        <Select
          label={t('program.changeWeeks')}
          value={isEvery ? 'every' : 'one'}
          options={[
            { value: 'one', label: t('program.thisWeek', { week }) },
            { value: 'every', label: t('program.everyWeek') },
          ]}
          onChange={(value) => setIsEvery(value === 'every')}
        />
      </FieldRow>
      {action === 'dose' && <DoseFields value={dose} wasTried={wasTried} onChange={setDose} />}
      {action === 'move' && (
        <Select
          label={t('program.toDay')}
          value={String(to)}
          options={WEEKDAYS.filter((day) => day !== weekday).map((day) => ({
            value: String(day),
            label: weekdayText(day),
          }))}
          onChange={(value) => setTo(Number(value))}
        />
      )}
      {action === 'swap' && (
        <Select label={t('program.by')} value={by} options={exerciseOptions(t, others)} onChange={setBy} />
      )}
      <TextField label={t('program.whyOptional')} value={reason} maxLength={2000} onChange={setReason} />
    </FormDialog>
  );
}
