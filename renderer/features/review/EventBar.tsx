import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { EditsState } from '../../../shared/contract/workSchemas.ts';
import type { EventType, Side } from '../../../shared/domain/analysis.ts';
import type { Player } from '../../player/player.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { provenanceText } from './editing.ts';
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
  readonly editing: Editing;
  readonly edits: EditsState | undefined;
}

/** What can be done with the selected event, or at the frame on show. */
export function EventBar(props: EventBarProps) {
  const { t } = useTranslation();
  const { selected, doubtful, foot, onFoot, onAdd, editing, edits } = props;
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('review.events')}>
      {selected === undefined ? (
        <span className={styles.what}>
          {doubtful > 0 ? t('review.doubtful', { count: doubtful }) : t('review.noEvent')}
        </span>
      ) : (
        <SelectedEvent {...props} selected={selected} />
      )}
      <div className={styles.group}>
        <fieldset className={styles.segment} aria-label={t('review.addFor')}>
          {(['L', 'R'] as const).map((side) => (
            <ToolButton
              key={side}
              label={t('review.footKey', { side: t(`review.side.${side}`) })}
              pressed={foot === side}
              onClick={() => onFoot(side)}
            >
              {side}
            </ToolButton>
          ))}
        </fieldset>
        <ToolButton label={t('review.addContact')} keys="C" onClick={() => onAdd('initial_contact')}>
          + {t('review.addContact')}
        </ToolButton>
        <ToolButton label={t('review.addToeOff')} keys="T" onClick={() => onAdd('toe_off')}>
          + {t('review.addToeOff')}
        </ToolButton>
      </div>
      <div className={`${styles.group} ${styles.end}`}>
        <output className={styles.speed}>
          {editing.isMeasuring && <Spinner size={14} label={t('review.measuring')} />}
        </output>
        <ToolButton
          label={t('review.undo')}
          keys="Ctrl+Z"
          icon="undo"
          disabled={edits?.canUndo !== true}
          onClick={editing.undo}
        />
        <ToolButton
          label={t('review.redo')}
          keys="Ctrl+Shift+Z"
          icon="redo"
          disabled={edits?.canRedo !== true}
          onClick={editing.redo}
        />
      </div>
    </div>
  );
}

function SelectedEvent({
  player,
  selected,
  onAccept,
  onMove,
  onReject,
}: EventBarProps & { selected: ReviewEvent }) {
  const { t } = useTranslation();
  const isHere = useStore(player.store, (state) => state.frame === selected.frame);
  const isGone = selected.state === 'rejected';
  return (
    <>
      <span className={styles.what} aria-live="polite">
        <strong>
          {t('review.event', {
            side: t(`review.side.${selected.side}`),
            type: t(`review.eventType.${selected.type}`),
          })}
        </strong>{' '}
        · {provenanceText(selected)}
        {selected.confidence !== undefined &&
          ` · ${t('review.confidence', { percent: Math.round(selected.confidence * 100) })}`}
        {selected.doubts.length > 0 && (
          <span className={styles.doubt}>
            <Icon name="warning" size={14} />
            {selected.doubts.map((doubt) => t(`review.doubts.${doubt}`)).join(' ')}
          </span>
        )}
      </span>
      <div className={styles.group}>
        <ToolButton label={t('review.accept')} keys="A" disabled={isGone} onClick={onAccept}>
          {t('review.accept')}
        </ToolButton>
        <ToolButton label={t('review.moveHere')} keys="M" disabled={isGone || isHere} onClick={onMove}>
          {t('review.moveHere')}
        </ToolButton>
        <ToolButton label={t('review.reject')} keys="X" disabled={isGone} onClick={onReject}>
          {t('review.reject')}
        </ToolButton>
      </div>
    </>
  );
}
