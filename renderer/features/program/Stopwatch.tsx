import { type KeyboardEvent, type MouseEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import styles from './program.module.css';
import { elapsedMs, STOPPED, toggled, watchText } from './stopwatch.ts';

export interface StopwatchProps {
  /** Names the watch where a page has several. */
  readonly label: string;
  /** Field that the time goes to next; absent when all are filled. */
  readonly next: string | undefined;
  /** Seconds. */
  readonly onUse: (seconds: number) => void;
  /** Digits of the seconds that are handed on. */
  readonly decimals: number;
}

/** Takes the time of the press itself, not that of its release or of the next picture. */
export function Stopwatch({ label, next, onUse, decimals }: StopwatchProps) {
  const { t } = useTranslation();
  const [watch, setWatch] = useState(STOPPED);
  const [nowMs, setNowMs] = useState(0);
  const isRunning = watch.startedMs !== undefined;
  useEffect(() => {
    if (!isRunning) return;
    let frame = requestAnimationFrame(function show(timeMs) {
      setNowMs(timeMs);
      frame = requestAnimationFrame(show);
    });
    return () => cancelAnimationFrame(frame);
  }, [isRunning]);
  const press = (timeMs: number) => setWatch((before) => toggled(before, timeMs));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== ' ' && event.key !== 'Enter') return;
    event.preventDefault();
    if (!event.repeat) press(event.timeStamp);
  };
  const onKeyUp = (event: KeyboardEvent): void => {
    if (event.key === ' ') event.preventDefault();
  };
  // A press of the pointer was counted when it went down; what comes without one is a screen reader's.
  const onClick = (event: MouseEvent): void => {
    if (event.detail === 0) press(event.timeStamp);
  };
  // Cut off as it is shown, so that nobody is given time that was not held.
  const seconds = Math.floor((watch.heldMs / 1000) * 10 ** decimals) / 10 ** decimals;
  return (
    <fieldset className={styles.group}>
      <legend>{label}</legend>
      <div className={styles.watch}>
        <span className={styles.time} role="timer" aria-label={label}>
          {watchText(elapsedMs(watch, nowMs))}
        </span>
        <Button
          variant="primary"
          onPointerDown={(event) => press(event.timeStamp)}
          onKeyDown={onKeyDown}
          onKeyUp={onKeyUp}
          onClick={onClick}
        >
          {t(isRunning ? 'program.watchStop' : 'program.watchStart')}
        </Button>
        {!isRunning && watch.heldMs > 0 && next !== undefined && (
          <Button
            onClick={() => {
              onUse(seconds);
              setWatch(STOPPED);
            }}
          >
            {t('program.watchUse', { value: seconds.toFixed(decimals) })}
          </Button>
        )}
        <span className={styles.quiet}>
          {next === undefined ? t('program.watchHint') : t('program.watchNext', { field: next })}
        </span>
      </div>
    </fieldset>
  );
}
