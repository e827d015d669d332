import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProgramState } from '../../../shared/contract/programApiSchemas.ts';
import type { BodyArea } from '../../../shared/domain/plan.ts';
import { ErrorMessage } from '../../i18n/ErrorMessage.tsx';
import { Button } from '../../ui/Button.tsx';
import { dateText } from '../../ui/dates.ts';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import styles from './program.module.css';
import { type Desk, useAct } from './programDesk.ts';
import { AREAS } from './SorenessFields.tsx';

export interface PainQuestionProps {
  readonly desk: Desk;
  readonly question: ProgramState['reading']['questions'][number];
}

/** The one question that a word in a note opens; until it is answered the load is held. */
export function PainQuestion({ desk, question }: PainQuestionProps) {
  const { t } = useTranslation();
  const [isYes, setIsYes] = useState(false);
  const [area, setArea] = useState<BodyArea | ''>('');
  const [level, setLevel] = useState<number | null>(null);
  const [wasTried, setWasTried] = useState(false);
  const answer = useAct(desk);
  const { entry: entryId, date, words } = question;
  const isLevel = level !== null && level >= 0 && level <= 10;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setWasTried(true);
    if (!isLevel || area === '') return;
    answer.mutate((program, who) =>
      program.answerPain({ ...who, entryId, answer: { pain: true, area, level } }),
    );
  };
  const no = () =>
    answer.mutate((program, who) => program.answerPain({ ...who, entryId, answer: { pain: false } }));
  const title = t('program.painQuestion', { date: dateText(date), words: words.join(', ') });
  return (
    <section className={styles.card} data-asks aria-label={title}>
      <h2>{title}</h2>
      {!isYes && (
        <div className={styles.row}>
          <Button busy={answer.isPending} onClick={no}>
            {t('program.painNo')}
          </Button>
          <Button onClick={() => setIsYes(true)}>{t('program.painYes')}</Button>
        </div>
      )}
      {isYes && (
        <form className={styles.stack} onSubmit={submit} noValidate>
          <div className={styles.fields}>
            <Select<BodyArea | ''>
              label={t('program.painWhere')}
              value={area}
              error={wasTried && area === '' ? t('program.painPlace') : undefined}
              options={[
                { value: '', label: t('program.painPlace') },
                ...AREAS.map((one) => ({ value: one, label: t(`program.areas.${one}`) })),
              ]}
              onChange={setArea}
            />
            <NumberField
              label={t('program.painLevel')}
              value={level}
              error={wasTried && !isLevel ? t('program.painWrong') : undefined}
              onChange={setLevel}
            />
          </div>
          <div className={styles.row}>
            <Button variant="primary" type="submit" busy={answer.isPending}>
              {t('program.painSave')}
            </Button>
            <Button onClick={() => setIsYes(false)}>{t('app.cancel')}</Button>
          </div>
        </form>
      )}
      {answer.isError && <ErrorMessage error={answer.error} />}
    </section>
  );
}
