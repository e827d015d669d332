import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type TestDefinition, testById } from '../../../shared/program/data/tests.ts';
import { numberFromText } from '../../ui/NumberField.tsx';
import { type AssessmentDraft, countedOf, isInRange, linesOf, type TestLine } from './assessmentDraft.ts';
import { MetronomeButton } from './MetronomeButton.tsx';
import styles from './program.module.css';
import { sideText } from './programTexts.ts';
import { Stopwatch } from './Stopwatch.tsx';
import { testUnit, testValue } from './testTexts.ts';

export interface TestFieldsProps {
  readonly test: TestDefinition;
  readonly draft: AssessmentDraft;
  /** Keys of lines that hold what cannot be. */
  readonly wrong: readonly string[];
  readonly onChange: (draft: AssessmentDraft) => void;
}

/** One test: how it is done, its watch or beat, and the trials of each side. */
export function TestFields({ test: { id }, draft, wrong, onChange }: TestFieldsProps) {
  const { t } = useTranslation();
  const test = testById(id);
  const lines = linesOf(test);
  const trialNumbers = Array.from({ length: test.trials }, (_, i) => i);
  const lineText = ({ side, condition }: TestLine) =>
    [sideText(t, side), condition === 'eyes_closed' ? t('program.eyesClosed') : '']
      .filter(Boolean)
      .join(', ');
  const set = (key: string, at: number, value: number | null) => {
    const before = draft.trials[key] ?? [];
    const trials = trialNumbers.map((i) => (i === at ? value : (before[i] ?? null)));
    onChange({ ...draft, trials: { ...draft.trials, [key]: trials } });
  };
  const name = (line: TestLine, at: number) =>
    [
      test.name,
      lineText(line),
      test.trials > 1 ? t('program.trial', { number: at + 1 }).toLocaleLowerCase() : '',
    ]
      .filter(Boolean)
      .join(', ');
  const next = lines
    .filter(({ condition }) => condition !== 'eyes_closed')
    .concat(lines.filter(({ condition }) => condition === 'eyes_closed'))
    .flatMap((line) => trialNumbers.map((at) => ({ line, at })))
    .find(({ line, at }) => (draft.trials[line.key]?.[at] ?? null) === null);
  const unit = testUnit(test.id);
  return (
    <section className={styles.card} aria-label={test.name}>
      <div className={styles.spread}>
        <h4>
          {test.name}
          {unit !== '' && <span className={styles.quiet}> {unit}</span>}
        </h4>
        <span className={styles.quiet}>{t(`program.counts.${test.counts}`)}</span>
      </div>
      <details>
        <summary>{t('program.protocol')}</summary>
        <ol className={styles.plain}>
          {test.protocol.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        {test.norm !== undefined && (
          <p className={styles.quiet}>
            {test.norm.text} ({test.norm.source})
          </p>
        )}
      </details>
      {test.timing === 'stopwatch' && (
        <Stopwatch
          label={`${t('program.watch')}: ${test.name}`}
          decimals={1}
          next={next && name(next.line, next.at)}
          onUse={(seconds) => {
            const value = Math.min(test.highest, seconds);
            if (next !== undefined)
              set(next.line.key, next.at, Number(value.toFixed(Math.max(test.decimals, 1))));
          }}
        />
      )}
      {test.timing === 'metronome' && test.beatsPerMinute !== undefined && (
        <MetronomeButton beatsPerMinute={test.beatsPerMinute} />
      )}
      {lines.map((line) => {
        const value = countedOf(draft, line);
        const isWrong = wrong.includes(line.key);
        return (
          <div key={line.key} className={styles.trials}>
            <span>{lineText(line)}</span>
            {trialNumbers.map((at) => (
              <TrialInput
                key={at}
                label={name(line, at)}
                isWrong={isWrongTrial(test, draft.trials[line.key]?.[at] ?? null)}
                value={draft.trials[line.key]?.[at] ?? null}
                onChange={(trial) => set(line.key, at, trial)}
              />
            ))}
            <span className={styles.quiet}>
              {isWrong
                ? t('program.rangeWrong', { from: test.lowest, to: test.highest })
                : value !== undefined && test.trials > 1
                  ? t('program.takes', { value: testValue(test.id, value) })
                  : ''}
            </span>
          </div>
        );
      })}
    </section>
  );
}

const isWrongTrial = (test: TestDefinition, trial: number | null): boolean =>
  trial !== null && !isInRange(test, trial);

interface TrialInputProps {
  readonly label: string;
  readonly isWrong: boolean;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

function TrialInput({ label, isWrong, value, onChange }: TrialInputProps) {
  const [text, setText] = useState(value === null ? '' : String(value));
  // What is typed stays as it is; a value from the watch takes its place.
  const isTyped = Object.is(numberFromText(text), value) || Number.isNaN(value);
  return (
    <input
      type="text"
      inputMode="decimal"
      autoComplete="off"
      aria-label={label}
      aria-invalid={isWrong || undefined}
      value={isTyped ? text : String(value ?? '')}
      onChange={(event) => {
        setText(event.target.value);
        onChange(numberFromText(event.target.value));
      }}
    />
  );
}
