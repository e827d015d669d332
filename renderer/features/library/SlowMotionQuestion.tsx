import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Clip } from '../../../shared/contract/clipSchemas.ts';
import { factorText } from '../../../shared/text/timingTexts.ts';
import { useClient } from '../../host/HostProvider.tsx';
import { ErrorMessage } from '../../i18n/ErrorMessage.tsx';
import { Button } from '../../ui/Button.tsx';
import { Message } from '../../ui/Message.tsx';
import { SlowMotionPreview } from './SlowMotionPreview.tsx';
import styles from './SlowMotionQuestion.module.css';

export interface SlowMotionQuestionProps {
  readonly clip: Clip;
  /** The coach said it: everything is measured anew. */
  readonly onAnswered: () => void;
}

/** Asks how much a clip is slowed down, with the clip playing at each speed that running can have. */
export function SlowMotionQuestion({ clip, onAnswered }: SlowMotionQuestionProps) {
  const { t } = useTranslation();
  const client = useClient();
  const { timing } = clip;
  const [chosen, setChosen] = useState(timing?.candidates[0]);
  const answer = useMutation({
    mutationFn: (factor: number) =>
      client.clips.update({
        id: clip.id,
        patch: { captureFps: Number((factor * clip.containerFps).toFixed(3)) },
      }),
    onSuccess: onAnswered,
  });
  const section = useRef<HTMLElement>(null);
  const isOpen = timing?.source === 'open';
  useEffect(() => {
    if (!isOpen) return;
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    section.current?.scrollIntoView({ block: 'nearest', behavior: isStill ? 'instant' : 'smooth' });
  }, [isOpen]);
  if (timing === null || !isOpen) return null;
  const cadence = timing.evidence.file_cadence;
  if (timing.candidates.length === 0)
    return (
      <Message tone="warn">{t('slowMotion.nothingFits', { cadence: Math.round(cadence ?? 0) })}</Message>
    );
  return (
    <section ref={section} className={styles.question} aria-label={t('slowMotion.title')}>
      <SlowMotionPreview clip={clip} factor={chosen ?? 1} />
      <div className={styles.words}>
        <h4>{t('slowMotion.title')}</h4>
        <p>{t('slowMotion.text')}</p>
        <fieldset className={styles.choices}>
          <legend className="visuallyHidden">{t('slowMotion.title')}</legend>
          {timing.candidates.map((factor) => (
            <label key={factor} className={styles.choice}>
              <input
                type="radio"
                name={`speed-${clip.id}`}
                checked={factor === chosen}
                onChange={() => setChosen(factor)}
              />
              <span>
                <strong>
                  {factor === 1
                    ? t('slowMotion.none')
                    : t(factor < 1 ? 'slowMotion.fast' : 'slowMotion.slowed', { factor: factorText(factor) })}
                </strong>
                <span className={styles.facts}>
                  {t('slowMotion.facts', {
                    fps: Number((factor * clip.containerFps).toFixed(1)),
                    cadence: Math.round(factor * (cadence ?? 0)),
                  })}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
        {answer.isError && <ErrorMessage error={answer.error} />}
        <Button
          variant="primary"
          icon="check"
          busy={answer.isPending}
          disabled={chosen === undefined}
          onClick={() => chosen !== undefined && answer.mutate(chosen)}
        >
          {t('slowMotion.confirm')}
        </Button>
      </div>
    </section>
  );
}
