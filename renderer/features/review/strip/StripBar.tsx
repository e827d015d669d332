import { useTranslation } from 'react-i18next';
import type { EditsState } from '../../../../shared/contract/workSchemas.ts';
import { REJECT_REASONS } from '../editing.ts';
import { MeasuringSign } from '../MeasuringSign.tsx';
import type { ReviewEvent } from '../reviewEvents.ts';
import { ToolButton } from '../ToolButton.tsx';
import styles from '../tools.module.css';
import type { Editing } from '../useEditing.ts';
import type { Strip } from './useStrip.ts';

export interface StripBarProps {
  readonly strip: Strip;
  readonly selected: ReviewEvent | undefined;
  readonly edits: EditsState | undefined;
  readonly editing: Editing;
  readonly onExclude: () => void;
}

/** What one key does with the event of the film strip. */
export function StripBar({ strip, selected, edits, editing, onExclude }: StripBarProps) {
  const { t } = useTranslation();
  const isGone = selected === undefined || selected.state === 'rejected';
  return (
    <div className={`${styles.bar} ${styles.wraps}`} role="toolbar" aria-label={t('review.strip.title')}>
      <div className={styles.group}>
        <ToolButton
          primary
          label={t('review.accept')}
          action="review.strip.accept"
          disabled={isGone}
          onClick={strip.accept}
        >
          {t('review.accept')}
        </ToolButton>
        <ToolButton
          label={t('review.strip.earlier')}
          action="review.strip.earlier"
          icon="stepBack"
          disabled={isGone}
          onClick={() => strip.shiftBy(-1)}
        />
        <ToolButton
          label={t('review.strip.later')}
          action="review.strip.later"
          icon="stepForward"
          disabled={isGone}
          onClick={() => strip.shiftBy(1)}
        />
      </div>
      <fieldset className={styles.segment} aria-label={t('review.reject')}>
        {REJECT_REASONS.map((reason) => (
          <ToolButton
            key={reason}
            label={t('review.strip.rejectFor', { reason: t(`review.reasons.${reason}`) })}
            action={`review.strip.reject.${reason}`}
            disabled={isGone}
            onClick={() => strip.reject(reason)}
          >
            {t(`review.strip.rejectShort.${reason}`)}
          </ToolButton>
        ))}
      </fieldset>
      <div className={`${styles.group} ${styles.end}`}>
        <MeasuringSign isMeasuring={editing.isMeasuring} isSmall />
        {selected?.type === 'initial_contact' && (
          <ToolButton
            label={t(selected.excluded === undefined ? 'review.stride.exclude' : 'review.stride.include')}
            action="review.excludeStride"
            disabled={isGone}
            onClick={onExclude}
          >
            {t(selected.excluded === undefined ? 'review.stride.out' : 'review.stride.in')}
          </ToolButton>
        )}
        <ToolButton
          label={t('review.undo')}
          action="review.strip.undo"
          icon="undo"
          disabled={edits?.canUndo !== true}
          onClick={strip.undo}
        />
        <ToolButton
          label={t('review.redo')}
          action="review.redo"
          icon="redo"
          disabled={edits?.canRedo !== true}
          onClick={editing.redo}
        />
        <ToolButton label={t('review.strip.close')} action="review.openStrip" onClick={strip.close}>
          {t('review.close')}
        </ToolButton>
      </div>
    </div>
  );
}
