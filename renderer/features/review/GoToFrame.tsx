import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './tools.module.css';

export interface GoToFrameProps {
  readonly frame: number;
  readonly lastFrame: number;
  readonly onGo: (frame: number) => void;
  readonly onClose: () => void;
}

/** Takes a frame number in place of the one on show: Enter goes there, Escape leaves it. */
export function GoToFrame({ frame, lastFrame, onGo, onClose }: GoToFrameProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const go = (): void => {
    const wanted = Number.parseInt(field.current?.value ?? '', 10);
    if (Number.isInteger(wanted)) onGo(Math.max(0, Math.min(lastFrame, wanted)));
    onClose();
  };
  return (
    <input
      ref={field}
      className={styles.number}
      inputMode="numeric"
      autoComplete="off"
      aria-label={t('review.goToFrameNumber')}
      defaultValue={frame}
      // The coach asked for the field, so that the next key is meant for it.
      // biome-ignore lint/a11y/noAutofocus: see above
      autoFocus
      onFocus={(event) => event.target.select()}
      onBlur={onClose}
      onKeyDown={(event) => {
        if (event.key === 'Enter') go();
        else if (event.key === 'Escape') onClose();
      }}
    />
  );
}
