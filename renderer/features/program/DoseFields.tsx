import { useTranslation } from 'react-i18next';
import type { Dose } from '../../../shared/domain/plan.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { FieldRow } from '../../ui/Form.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';

/** A dose while it is typed. */
export interface DoseDraft {
  readonly sets: number | null;
  readonly amount: number | null;
  readonly unit: Dose['unit'];
  readonly per_side: boolean;
}

/** Undefined for what is no dose yet. */
export function doseFrom({ sets, amount, unit, per_side }: DoseDraft): Dose | undefined {
  if (sets === null || !Number.isInteger(sets) || sets < 1) return undefined;
  if (amount === null || !(amount > 0)) return undefined;
  return { sets, amount, unit, per_side };
}

export interface DoseFieldsProps {
  readonly value: DoseDraft;
  readonly wasTried: boolean;
  readonly onChange: (value: DoseDraft) => void;
}

export function DoseFields({ value, wasTried, onChange }: DoseFieldsProps) {
  const { t } = useTranslation();
  const set = (change: Partial<DoseDraft>) => onChange({ ...value, ...change });
  const error = wasTried && doseFrom(value) === undefined ? t('program.doseWrong') : undefined;
  return (
    <>
      <FieldRow>
        <NumberField
          label={t('program.sets')}
          value={value.sets}
          error={error}
          onChange={(sets) => set({ sets })}
        />
        <NumberField
          label={t('program.amount')}
          value={value.amount}
          onChange={(amount) => set({ amount })}
        />
        <Select
          label={t('program.unit')}
          value={value.unit}
          options={(['reps', 's', 'contacts', 'm'] as const).map((unit) => ({
            value: unit,
            label: t(`program.units.${unit}`),
          }))}
          onChange={(unit) => set({ unit })}
        />
      </FieldRow>
      <Checkbox
        label={t('program.perSide')}
        checked={value.per_side}
        onChange={(isPerSide) => set({ per_side: isPerSide })}
      />
    </>
  );
}
