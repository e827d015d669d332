import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { EditsState } from '../../../shared/contract/workSchemas.ts';
import type { EventType, Side } from '../../../shared/domain/analysis.ts';
import { useKeyText } from '../../actions/useKeyText.ts';
import type { Player } from '../../player/player.ts';
import { EventSummary } from './EventSummary.tsx';
import { MeasuringSign } from './MeasuringSign.tsx';
import type { ReviewEvent } from './reviewEvents.ts';
import { ToolButton } from './ToolButton.tsx';
import styles from './tools.module.css';
import type { Editing } from './useEditing.ts';

export interface EventBarProps {
  readonly player: Player;
  readonly selected: ReviewEvent | undefined;
  /** Contacts that wait for a look. */
  readonly doubtful: number;
  readonly foot: Side;
  readonly onFoot: (foot: Side) => void;
  readonly onAccept: () => void;
  readonly onMove: () => void;
  readonly onReject: () => void;
  readonly onAdd: (type: EventType) => void;
  /** Opens the film strip; absent where there are no keypoints to find the foot by. */
  readonly onStrip: (() => void) | undefined;
  /** Begins to correct keypoints; absent without any. */
  readonly onCorrect: (() => void) | undefined;
  readonly onExclude: () => void;
  readonly editing: Editing;
  readonly edits: EditsState | undefined;
}

/** What can be done with the selected event, or at the frame on show. */
export function EventBar(props: EventBarProps) {
  const { t } = useTranslation();
  const keyText = useKeyText();
  const { selected, doubtful, foot, onFoot, onAdd, onStrip, onCorrect, editing, edits } = props;
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('review.events')}>
      <div className={styles.group}>
        {onStrip !== undefined && (
          <ToolButton label={t('review.strip.open')} action="review.openStrip" onClick={onStrip}>
            {t('review.strip.title')}
          </ToolButton>
        )}
        {onCorrect !== undefined && (
          <ToolButton label={t('review.correct.open')} action="review.correctJoints" onClick={onCorrect}>
            {t('review.correct.title')}
          </ToolButton>
        )}
      </div>
      {selected === undefined ? (
        <span className={styles.what}>
          {doubtful > 0
            ? t('review.doubtful', { count: doubtful, key: keyText('review.nextDoubt') })
            : t('review.noEvent')}
        </span>
      ) : (
        <SelectedEvent {...props} selected={selected} />
      )}
      {selected === undefined && <AddTools {...{ foot, onFoot, onAdd }} />}
      <div className={`${styles.group} ${styles.end}`}>
        <MeasuringSign isMeasuring={editing.isMeasuring} />
        <ToolButton
          label={t('review.undo')}
          action="review.undo"
          icon="undo"
          disabled={edits?.canUndo !== true}
          onClick={editing.undo}
        />
        <ToolButton
          label={t('review.redo')}
          action="review.redo"
          icon="redo"
          disabled={edits?.canRedo !== true}
          onClick={editing.redo}
        />
      </div>
    </div>
  );
}

/** Adds an event on the frame on show; with an event selected its own tools stand here, and the keys add as ever. */
function AddTools({ foot, onFoot, onAdd }: Pick<EventBarProps, 'foot' | 'onFoot' | 'onAdd'>) {
  const { t } = useTranslation();
  const keyText = useKeyText();
  return (
    <div className={styles.group}>
      <fieldset className={styles.segment} aria-label={t('review.addFor')}>
        {(['L', 'R'] as const).map((side) => (
          <ToolButton
            key={side}
            label={t('review.footKey', { side: t(`review.side.${side}`), key: keyText('review.switchFoot') })}
            pressed={foot === side}
            onClick={() => onFoot(side)}
          >
            {side}
          </ToolButton>
        ))}
      </fieldset>
      <ToolButton
        label={t('review.addContact')}
        action="review.addContactHere"
        onClick={() => onAdd('initial_contact')}
      >
        + {t('review.addContact')}
      </ToolButton>
      <ToolButton
        label={t('review.addToeOff')}
        action="review.addToeOffHere"
        onClick={() => onAdd('toe_off')}
      >
        + {t('review.addToeOff')}
      </ToolButton>
    </div>
  );
}

function SelectedEvent({
  player,
  selected,
  onAccept,
  onMove,
  onReject,
  onExclude,
}: EventBarProps & { selected: ReviewEvent }) {
  const { t } = useTranslation();
  const isHere = useStore(player.store, (state) => state.frame === selected.frame);
  const isGone = selected.state === 'rejected';
  return (
    <>
      <EventSummary event={selected} />
      <div className={styles.group}>
        <ToolButton
          label={t('review.accept')}
          action="review.acceptSelected"
          disabled={isGone}
          onClick={onAccept}
        >
          {t('review.accept')}
        </ToolButton>
        <ToolButton
          label={t('review.moveHere')}
          action="review.moveSelected"
          disabled={isGone || isHere}
          onClick={onMove}
        >
          {t('review.moveHere')}
        </ToolButton>
        <ToolButton
          label={t('review.reject')}
          action="review.rejectSelected"
          disabled={isGone}
          onClick={onReject}
        >
          {t('review.reject')}
        </ToolButton>
        {selected.type === 'initial_contact' && (
          <ToolButton
            label={t(selected.excluded === undefined ? 'review.stride.exclude' : 'review.stride.include')}
            action="review.excludeStride"
            disabled={isGone}
            onClick={onExclude}
          >
            {t(selected.excluded === undefined ? 'review.stride.out' : 'review.stride.in')}
          </ToolButton>
        )}
      </div>
    </>
  );
}
