import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../../shared/contract/librarySchemas.ts';
import { useClient } from '../../host/HostProvider.tsx';
import { queries } from '../../host/queries.ts';
import { useUnits } from '../../host/useUnits.ts';
import { today } from '../../ui/dates.ts';
import { FieldRow, FormDialog } from '../../ui/Form.tsx';
import { measureText, SPEED } from '../../ui/measures.ts';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { LabelsField } from './LabelsField.tsx';
import {
  draftFromSession,
  problemsOfSession,
  type SessionDraft,
  SPEED_RANGE_MPS,
  sessionFromDraft,
} from './sessionDraft.ts';

export interface SessionFormProps {
  readonly athleteId: string;
  /** Absent for a new one. */
  readonly session?: Session | undefined;
  /** The athlete's newest one, whose facts are proposed. */
  readonly last?: Session | undefined;
  readonly onClose: () => void;
  readonly onSaved?: (session: Session) => void;
}

export function SessionForm({ athleteId, session, last, onClose, onSaved }: SessionFormProps) {
  const { t } = useTranslation();
  const client = useClient();
  const units = useUnits();
  const [draft, setDraft] = useState(() => draftFromSession(session, last, units, today()));
  const known = useQuery(queries.labels(client)).data;
  const [wasTried, setWasTried] = useState(false);
  const set = (change: Partial<SessionDraft>) => setDraft({ ...draft, ...change });
  const problems = wasTried ? problemsOfSession(draft, units) : [];
  const save = useMutation({
    mutationFn: () => {
      const facts = sessionFromDraft(draft, units);
      return session === undefined
        ? client.sessions.create({ athleteId, ...facts })
        : client.sessions.update({ id: session.id, patch: facts });
    },
    onSuccess: (saved) => {
      onClose();
      onSaved?.(saved);
    },
  });
  const submit = () => {
    setWasTried(true);
    if (problemsOfSession(draft, units).length === 0) save.mutate();
  };
  const range = {
    from: measureText(SPEED[units], SPEED_RANGE_MPS.from),
    to: measureText(SPEED[units], SPEED_RANGE_MPS.to),
  };
  return (
    <FormDialog
      title={t(session === undefined ? 'session.newTitle' : 'session.editTitle')}
      onClose={onClose}
      onSubmit={submit}
      busy={save.isPending}
      error={save.error}
    >
      <FieldRow>
        <TextField
          label={t('session.date')}
          type="date"
          value={draft.date}
          error={problems.includes('date') ? t('athlete.dateWrong') : undefined}
          onChange={(date) => set({ date })}
        />
        <Select
          label={t('session.surface')}
          value={draft.surface}
          options={(['unknown', 'treadmill', 'overground'] as const).map((value) => ({
            value,
            label: t(`surfaces.${value}`),
          }))}
          onChange={(surface) => set({ surface })}
        />
      </FieldRow>
      <FieldRow>
        <NumberField
          label={t('session.speed')}
          unit={SPEED[units].unit}
          value={draft.speed}
          error={problems.includes('speed') ? t('session.speedWrong', range) : undefined}
          hint={t('session.speedHint')}
          onChange={(speed) => set({ speed })}
        />
        <NumberField
          label={t('session.incline')}
          unit="%"
          value={draft.inclinePercent}
          error={problems.includes('incline') ? t('session.inclineWrong') : undefined}
          onChange={(inclinePercent) => set({ inclinePercent })}
        />
      </FieldRow>
      <FieldRow>
        <TextField
          label={t('session.shoe')}
          value={draft.shoe}
          maxLength={200}
          onChange={(shoe) => set({ shoe })}
        />
        <Select
          label={t('session.fatigue')}
          value={draft.fatigue}
          options={(['unknown', 'fresh', 'usual', 'tired'] as const).map((value) => ({
            value,
            label: t(`session.fatigues.${value}`),
          }))}
          onChange={(fatigue) => set({ fatigue })}
        />
      </FieldRow>
      <LabelsField
        label={t('session.tags')}
        value={draft.tags}
        known={known?.tags ?? []}
        onChange={(tags) => set({ tags })}
      />
      <TextField
        label={t('session.notes')}
        multiline
        maxLength={10_000}
        value={draft.notes}
        onChange={(notes) => set({ notes })}
      />
    </FormDialog>
  );
}
