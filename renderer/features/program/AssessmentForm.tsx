import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Assessment } from '../../../shared/domain/assessment.ts';
import { spokenObservations } from '../../../shared/program/data/tests.ts';
import { ErrorMessage } from '../../i18n/ErrorMessage.tsx';
import { Button } from '../../ui/Button.tsx';
import { Message } from '../../ui/Message.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import {
  type AssessmentDraft,
  assessmentFrom,
  draftFromAssessment,
  FORM_TESTS,
  wrongLines,
} from './assessmentDraft.ts';
import styles from './program.module.css';
import { type Desk, useAct } from './programDesk.ts';
import { SIDES, sideText } from './programTexts.ts';
import { TestFields } from './TestFields.tsx';

export interface AssessmentFormProps {
  readonly desk: Desk;
  readonly kind: Assessment['kind'];
  /** Absent for a new one. */
  readonly assessment?: Assessment | undefined;
  readonly onClose: () => void;
}

const ROLES = ['baseline', 'gate_1_2', 'gate_2_3', 'tracking'] as const;

/** Every test per side with its protocol; what stays empty was not done. */
export function AssessmentForm({ desk, kind, assessment, onClose }: AssessmentFormProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(() => draftFromAssessment(assessment, desk.who.today));
  const [problem, setProblem] = useState<'range' | 'empty' | undefined>();
  const save = useAct(desk, onClose);
  const set = (change: Partial<AssessmentDraft>) => setDraft({ ...draft, ...change });
  const wrong = wrongLines(draft);
  const pain = draft.painNextMorning;
  const isPainWrong = pain !== null && !(pain >= 0 && pain <= 10);
  const submit = () => {
    const input = assessmentFrom(draft, kind, assessment?.id ?? null);
    const isEmpty = input.results.length + input.observations.length === 0 && pain === null;
    const found = wrong.length > 0 || isPainWrong ? 'range' : isEmpty ? 'empty' : undefined;
    setProblem(found);
    if (found === undefined)
      save.mutate((program, who) => program.saveAssessment({ ...who, assessment: input }));
  };
  const title = assessment !== undefined ? 'editTest' : kind === 'baseline' ? 'newBaseline' : 'newRetest';
  return (
    <form
      className={styles.stack}
      aria-label={t(`program.${title}`)}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={styles.spread}>
        <h2>{t(`program.${title}`)}</h2>
        <span className={styles.quiet}>{t('program.formHint')}</span>
      </div>
      <div className={styles.fields}>
        <TextField
          label={t('program.date')}
          type="date"
          value={draft.date}
          onChange={(date) => set({ date })}
        />
        <NumberField
          label={t('program.painNext')}
          hint={t('program.painNextHint')}
          value={pain}
          error={isPainWrong ? t('program.rpeWrong') : undefined}
          onChange={(painNextMorning) => set({ painNextMorning })}
        />
      </div>
      {ROLES.map((role) => (
        <section key={role} className={styles.stack} aria-label={t(`program.groups.${role}`)}>
          <h3>{t(`program.groups.${role}`)}</h3>
          <div className={styles.days}>
            {FORM_TESTS.filter((test) => test.role === role).map((test) => (
              <TestFields key={test.id} test={test} draft={draft} wrong={wrong} onChange={setDraft} />
            ))}
          </div>
        </section>
      ))}
      <section className={styles.card} aria-label={t('program.observed')}>
        <h3>{t('program.observed')}</h3>
        <p className={styles.quiet}>{t('program.observedHint')}</p>
        {spokenObservations().map(({ id, name, how }) => (
          <div key={id} className={styles.logRow}>
            <span>
              <strong>{name}</strong>
              <br />
              <span className={styles.quiet}>{how}</span>
            </span>
            <span className={styles.row}>
              {SIDES.map((side) => (
                <Select
                  key={side}
                  label={`${name}, ${sideText(t, side).toLocaleLowerCase()}`}
                  value={draft.seen[`${id}:${side}`] ?? 'none'}
                  options={[
                    { value: 'none', label: t('program.seenNone') },
                    { value: 'no', label: t('program.seenNo') },
                    { value: 'yes', label: t('program.seenYes') },
                  ]}
                  onChange={(value) => {
                    const { [`${id}:${side}`]: _, ...rest } = draft.seen;
                    set({
                      seen: value === 'yes' || value === 'no' ? { ...rest, [`${id}:${side}`]: value } : rest,
                    });
                  }}
                />
              ))}
            </span>
          </div>
        ))}
      </section>
      <TextField
        label={t('program.note')}
        multiline
        maxLength={2000}
        value={draft.note}
        onChange={(note) => set({ note })}
      />
      {problem !== undefined && (
        <Message tone="danger">
          {t(problem === 'range' ? 'program.fixValues' : 'program.nothingEntered')}
        </Message>
      )}
      {save.isError && <ErrorMessage error={save.error} />}
      <div className={styles.row}>
        <Button variant="primary" type="submit" busy={save.isPending}>
          {t('app.save')}
        </Button>
        <Button onClick={onClose}>{t('app.cancel')}</Button>
      </div>
    </form>
  );
}
