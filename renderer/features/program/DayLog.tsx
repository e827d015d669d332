import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LogEntry } from '../../../shared/domain/drillLog.ts';
import type { PlanItem } from '../../../shared/domain/plan.ts';
import { isMain } from '../../../shared/program/dose.ts';
import { ErrorMessage } from '../../i18n/ErrorMessage.tsx';
import { Button } from '../../ui/Button.tsx';
import { Message } from '../../ui/Message.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import {
  DONES,
  type Done,
  draftFromDay,
  entriesFromDay,
  type LogDraft,
  problemsOfDay,
  WHOLE_DAY,
} from './logDraft.ts';
import styles from './program.module.css';
import { type Desk, useAct } from './programDesk.ts';
import { doseText } from './programTexts.ts';
import { SorenessFields } from './SorenessFields.tsx';

const KEYS: Readonly<Record<string, Done>> = { d: 'done', p: 'partly', s: 'skipped' };

export interface DayLogProps {
  readonly desk: Desk;
  readonly date: string;
  /** What the plan holds on that day. */
  readonly items: readonly PlanItem[];
  readonly entries: readonly LogEntry[];
  readonly onSaved: () => void;
}

/** The day's exercises to tick, and how it felt. */
export function DayLog({ desk, date, items, entries, onSaved }: DayLogProps) {
  const { t } = useTranslation();
  const main = items.filter(isMain);
  const planned = main.map(({ exercise }) => exercise);
  const [draft, setDraft] = useState(() => draftFromDay(entries, planned));
  const [wasTried, setWasTried] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const save = useAct(desk, onSaved);
  const set = (change: Partial<LogDraft>) => setDraft({ ...draft, ...change });
  const problems = wasTried ? problemsOfDay(draft) : [];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setWasTried(true);
    if (problemsOfDay(draft).length > 0) return;
    const lines = entriesFromDay(draft, date, entries, planned);
    save.mutate((program, who) => program.saveLogEntries({ ...who, entries: lines }));
  };
  const rows = main.length === 0 ? [WHOLE_DAY] : planned;
  const onKeyDown = (event: KeyboardEvent, row: number): void => {
    const done = KEYS[event.key.toLowerCase()];
    const id = rows[row];
    if (done === undefined || id === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    set({ ticks: { ...draft.ticks, [id]: done } });
    const next = list.current?.querySelectorAll('fieldset')[row + 1];
    next?.querySelector<HTMLInputElement>('input:checked, input')?.focus();
  };
  return (
    <form className={styles.card} onSubmit={submit} noValidate>
      {main.length === 0 ? (
        <p>{t(desk.state.current === null ? 'program.noPlanLog' : 'program.nothingPlanned')}</p>
      ) : (
        <div className={styles.spread}>
          <span className={styles.quiet}>{t('program.logHint')}</span>
          <Button onClick={() => set({ ticks: Object.fromEntries(planned.map((id) => [id, 'done'])) })}>
            {t('program.allDone')}
          </Button>
        </div>
      )}
      <div ref={list}>
        {rows.map((id, row) => {
          const item = main.find(({ exercise }) => exercise === id);
          const name = item === undefined ? t('program.wholeDay') : desk.library.get(item.exercise).name;
          return (
            <div key={id} className={styles.logRow}>
              <span dir="auto">
                <span className={styles.itemName}>{name}</span>{' '}
                {item !== undefined && <span className={styles.quiet}>{doseText(t, item.dose)}</span>}
              </span>
              <fieldset className={styles.ticks} onKeyDown={(event) => onKeyDown(event, row)}>
                <legend className="visuallyHidden">{name}</legend>
                {DONES.map((done) => (
                  <label key={done} className={styles.tick}>
                    <input
                      type="radio"
                      name={`tick ${id}`}
                      checked={draft.ticks[id] === done}
                      onChange={() => set({ ticks: { ...draft.ticks, [id]: done } })}
                    />
                    {t(`program.dones.${done}`)}
                  </label>
                ))}
              </fieldset>
            </div>
          );
        })}
      </div>
      <div className={styles.fields}>
        <NumberField
          label={t('program.rpe')}
          value={draft.rpe}
          error={problems.includes('rpe') ? t('program.rpeWrong') : undefined}
          onChange={(rpe) => set({ rpe })}
        />
        <TextField
          label={t('program.note')}
          value={draft.note}
          maxLength={2000}
          onChange={(note) => set({ note })}
        />
      </div>
      <SorenessFields
        soreness={draft.soreness}
        isWrong={problems.includes('soreness')}
        onChange={(soreness) => set({ soreness })}
      />
      {problems.includes('ticks') && <Message tone="danger">{t('program.tickOne')}</Message>}
      {save.isError && <ErrorMessage error={save.error} />}
      <div>
        <Button variant="primary" type="submit" busy={save.isPending}>
          {t('program.saveDay')}
        </Button>
      </div>
    </form>
  );
}
