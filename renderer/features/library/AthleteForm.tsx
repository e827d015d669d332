import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Athlete } from '../../../shared/contract/librarySchemas.ts';
import { useClient } from '../../host/HostProvider.tsx';
import { queries } from '../../host/queries.ts';
import { useUnits } from '../../host/useUnits.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { today } from '../../ui/dates.ts';
import { FieldRow, FormDialog } from '../../ui/Form.tsx';
import { HEIGHT, measureText } from '../../ui/measures.ts';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import {
  type AthleteDraft,
  athleteFromDraft,
  draftFromAthlete,
  HEIGHT_RANGE_M,
  problemsOfAthlete,
} from './athleteDraft.ts';
import { LabelsField } from './LabelsField.tsx';

export interface AthleteFormProps {
  /** Absent for a new one. */
  readonly athlete?: Athlete;
  readonly onClose: () => void;
  readonly onSaved?: (athlete: Athlete) => void;
}

export function AthleteForm({ athlete, onClose, onSaved }: AthleteFormProps) {
  const { t } = useTranslation();
  const client = useClient();
  const units = useUnits();
  const [draft, setDraft] = useState(() => draftFromAthlete(athlete, units, today()));
  const known = useQuery(queries.labels(client)).data;
  const [wasTried, setWasTried] = useState(false);
  const set = (change: Partial<AthleteDraft>) => setDraft({ ...draft, ...change });
  const problems = wasTried ? problemsOfAthlete(draft, units) : [];
  const save = useMutation({
    mutationFn: () => {
      const { legs, ...input } = athleteFromDraft(draft, units);
      return athlete === undefined
        ? client.athletes.create({ ...input, legs })
        : client.athletes.update({ id: athlete.id, patch: input });
    },
    onSuccess: (saved) => {
      onSaved?.(saved);
      onClose();
    },
  });
  const submit = () => {
    setWasTried(true);
    if (problemsOfAthlete(draft, units).length === 0) save.mutate();
  };
  const range = {
    from: measureText(HEIGHT[units], HEIGHT_RANGE_M.from),
    to: measureText(HEIGHT[units], HEIGHT_RANGE_M.to),
  };
  return (
    <FormDialog
      title={t(athlete === undefined ? 'athlete.newTitle' : 'athlete.editTitle')}
      onClose={onClose}
      onSubmit={submit}
      busy={save.isPending}
      error={save.error}
    >
      <TextField
        label={t('athlete.name')}
        value={draft.name}
        maxLength={200}
        required
        error={problems.includes('name') ? t('athlete.nameMissing') : undefined}
        onChange={(name) => set({ name })}
      />
      <FieldRow>
        <NumberField
          label={t('athlete.height')}
          unit={HEIGHT[units].unit}
          value={draft.height}
          hint={t('athlete.heightHint')}
          error={problems.includes('height') ? t('athlete.heightWrong', range) : undefined}
          onChange={(height) => set({ height })}
        />
        <NumberField
          label={t('athlete.birthYear')}
          value={draft.birthYear}
          error={problems.includes('birthYear') ? t('athlete.birthYearWrong') : undefined}
          onChange={(birthYear) => set({ birthYear })}
        />
      </FieldRow>
      <LabelsField
        label={t('athlete.groups')}
        value={draft.groups}
        known={known?.groups ?? []}
        onChange={(groups) => set({ groups })}
      />
      <Select
        label={t('athlete.consent')}
        value={draft.consent}
        hint={t('athlete.consentHint')}
        options={[
          { value: 'none', label: t('athlete.consentNone') },
          { value: 'athlete', label: t('athlete.consentAthlete') },
          { value: 'guardian', label: t('athlete.consentGuardian') },
        ]}
        onChange={(consent) => set({ consent })}
      />
      {draft.consent !== 'none' && (
        <>
          <FieldRow>
            {draft.consent === 'guardian' && (
              <TextField
                label={t('athlete.guardianName')}
                value={draft.guardianName}
                maxLength={200}
                onChange={(guardianName) => set({ guardianName })}
              />
            )}
            <TextField
              label={t('athlete.consentDate')}
              type="date"
              value={draft.consentDate}
              error={problems.includes('consentDate') ? t('athlete.dateWrong') : undefined}
              onChange={(consentDate) => set({ consentDate })}
            />
          </FieldRow>
          <Checkbox
            label={t('athlete.showFace')}
            checked={draft.showFace}
            onChange={(showFace) => set({ showFace })}
          />
        </>
      )}
      <TextField
        label={t('athlete.notes')}
        multiline
        maxLength={10_000}
        value={draft.notes}
        onChange={(notes) => set({ notes })}
      />
    </FormDialog>
  );
}
