import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LibraryItem } from '../../../shared/contract/exerciseSchemas.ts';
import { spokenExercise, storedChange } from '../../../shared/program/spoken.ts';
import { useClient } from '../../host/HostProvider.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { FieldRow, FormDialog } from '../../ui/Form.tsx';
import { Message } from '../../ui/Message.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { DoseFields } from './DoseFields.tsx';
import { draftFromExercise, type ExerciseDraft, exerciseFrom } from './exerciseDraft.ts';
import styles from './program.module.css';
import { AREAS } from './SorenessFields.tsx';

const LEVELS = [1, 2, 3, 4] as const;
const PHASES = [1, 2, 3] as const;
const DOMAINS = ['mobility', 'strength', 'functional'] as const;
const LONG = ['why', 'how', 'cues'] as const;
const AFTER = ['progression', 'regression', 'videoCheck', 'contraindications'] as const;
const LABELS = {
  why: 'whyField',
  how: 'how',
  cues: 'cues',
  progression: 'harder',
  regression: 'easier',
  videoCheck: 'watchFor',
  contraindications: 'leaveOut',
} as const;
const LISTS: readonly string[] = ['how', 'cues', 'contraindications'];

/** A change of an exercise, or a new one of the coach's own. */
export function ExerciseForm({ item, onClose }: { item?: LibraryItem; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useClient();
  const cache = useQueryClient();
  const [draft, setDraft] = useState(() => draftFromExercise(item && spokenExercise(item.exercise)));
  const [wasTried, setWasTried] = useState(false);
  const set = (change: Partial<ExerciseDraft>) => setDraft({ ...draft, ...change });
  const written = exerciseFrom(draft);
  const save = useMutation({
    mutationFn: (exercise: NonNullable<typeof written>) => {
      if (item === undefined) {
        const { level, needsPainFree } = draft;
        const more = { level, ...(needsPainFree ? { needsPainFree: true as const } : {}) };
        return client.library.addOwn({ exercise: { ...exercise, ...more } });
      }
      const { id } = item.exercise;
      const change = { id, change: storedChange(id, exercise) };
      return item.state === 'own' ? client.library.editOwn(change) : client.library.change(change);
    },
    onSuccess: (items) => {
      cache.setQueryData(['library'], items);
      onClose();
    },
  });
  const longField = (field: (typeof LONG)[number] | (typeof AFTER)[number]) => (
    <TextField
      key={field}
      label={t(`program.${LABELS[field]}`)}
      hint={LISTS.includes(field) ? t('program.onePerLine') : undefined}
      multiline
      value={draft[field]}
      onChange={(text) => set({ [field]: text })}
    />
  );
  return (
    <FormDialog
      title={item === undefined ? t('program.libraryAdd') : spokenExercise(item.exercise).name}
      onClose={onClose}
      busy={save.isPending}
      error={save.error}
      onSubmit={() => {
        setWasTried(true);
        if (written !== undefined) save.mutate(written);
      }}
    >
      <TextField
        label={t('program.name')}
        value={draft.name}
        maxLength={200}
        onChange={(name) => set({ name })}
      />
      <FieldRow>
        <Select
          label={t('program.domain')}
          value={draft.domain}
          options={DOMAINS.map((value) => ({ value, label: t(`program.domains.${value}`) }))}
          onChange={(domain) => set({ domain })}
        />
        {item === undefined && (
          <Select
            label={t('program.level')}
            value={String(draft.level)}
            options={LEVELS.map((level) => ({ value: String(level), label: String(level) }))}
            onChange={(value) => set({ level: LEVELS.find((level) => String(level) === value) ?? 1 })}
          />
        )}
      </FieldRow>
      <Choices
        label={t('program.phasesField')}
        all={PHASES}
        chosen={draft.phases}
        text={(phase) => t(`program.phases.${phase}`)}
        onChange={(phases) => set({ phases })}
      />
      <DoseFields value={draft.dose} wasTried={wasTried} onChange={(dose) => set({ dose })} />
      {LONG.map(longField)}
      <FieldRow>
        <TextField label={t('program.tempo')} value={draft.tempo} onChange={(tempo) => set({ tempo })} />
        <TextField
          label={t('program.surface')}
          value={draft.surface}
          onChange={(surface) => set({ surface })}
        />
        <TextField
          label={t('program.footwear')}
          value={draft.footwear}
          onChange={(footwear) => set({ footwear })}
        />
      </FieldRow>
      <TextField
        label={t('program.needs')}
        hint={t('program.onePerLine')}
        multiline
        value={draft.equipment}
        onChange={(equipment) => set({ equipment })}
      />
      {AFTER.map(longField)}
      <Choices
        label={t('program.loads')}
        all={AREAS}
        chosen={draft.loads}
        text={(area) => t(`program.areas.${area}`)}
        onChange={(loads) => set({ loads })}
      />
      {item === undefined && (
        <Checkbox
          label={t('program.needsPainFree')}
          checked={draft.needsPainFree}
          onChange={(needsPainFree) => set({ needsPainFree })}
        />
      )}
      {wasTried && written === undefined && <Message tone="danger">{t('program.fieldsMissing')}</Message>}
    </FormDialog>
  );
}

interface ChoicesProps<Value> {
  readonly label: string;
  readonly all: readonly Value[];
  readonly chosen: readonly Value[];
  readonly text: (value: Value) => string;
  readonly onChange: (chosen: Value[]) => void;
}

function Choices<Value extends string | number>({ label, all, chosen, text, onChange }: ChoicesProps<Value>) {
  return (
    <fieldset className={styles.group}>
      <legend>{label}</legend>
      <div className={styles.checks}>
        {all.map((value) => (
          <Checkbox
            key={value}
            label={text(value)}
            checked={chosen.includes(value)}
            onChange={(isIn) => onChange(all.filter((one) => (one === value ? isIn : chosen.includes(one))))}
          />
        ))}
      </div>
    </fieldset>
  );
}
