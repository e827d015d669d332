import { useStore } from 'zustand';
import type { EditsState } from '../../../shared/contract/workSchemas.ts';
import type { EventType, Side } from '../../../shared/domain/analysis.ts';
import type { Player } from '../../player/player.ts';
import { Spinner } from '../../ui/Spinner.tsx';
import { provenanceText } from './editing.ts';
import type { ReviewEvent } from './reviewEvents.ts';
import { ToolButton } from './ToolButton.tsx';
import { texts } from './texts.ts';
import styles from './tools.module.css';
import type { Editing } from './useEditing.ts';

export interface EventBarProps {
  readonly player: Player;
  readonly selected: ReviewEvent | undefined;
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
  const { selected, foot, onFoot, onAdd, editing, edits } = props;
  return (
    <div className={styles.bar} role="toolbar" aria-label={texts.events}>
      {selected === undefined ? (
        <span className={styles.what}>{texts.noEvent}</span>
      ) : (
        <SelectedEvent {...props} selected={selected} />
      )}
      <div className={styles.group}>
        <fieldset className={styles.segment} aria-label={texts.addFor}>
          {(['L', 'R'] as const).map((side) => (
            <ToolButton
              key={side}
              label={texts.footKey(side)}
              pressed={foot === side}
              onClick={() => onFoot(side)}
            >
              {side}
            </ToolButton>
          ))}
        </fieldset>
        <ToolButton label={texts.addContact} keys="C" onClick={() => onAdd('initial_contact')}>
          + {texts.addContact}
        </ToolButton>
        <ToolButton label={texts.addToeOff} keys="T" onClick={() => onAdd('toe_off')}>
          + {texts.addToeOff}
        </ToolButton>
      </div>
      <div className={`${styles.group} ${styles.end}`}>
        <output className={styles.speed}>
          {editing.isMeasuring && <Spinner size={14} label={texts.measuring} />}
        </output>
        <ToolButton
          label={texts.undo}
          keys="Ctrl+Z"
          icon="undo"
          disabled={edits?.canUndo !== true}
          onClick={editing.undo}
        />
        <ToolButton
          label={texts.redo}
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
  const isHere = useStore(player.store, (state) => state.frame === selected.frame);
  const isGone = selected.state === 'rejected';
  return (
    <>
      <span className={styles.what} aria-live="polite">
        <strong>{texts.event(selected.side, selected.type)}</strong> · {provenanceText(selected)}
        {selected.confidence !== undefined && ` · ${texts.confidence(selected.confidence)}`}
      </span>
      <div className={styles.group}>
        <ToolButton label={texts.accept} keys="A" disabled={isGone} onClick={onAccept}>
          {texts.accept}
        </ToolButton>
        <ToolButton label={texts.moveHere} keys="M" disabled={isGone || isHere} onClick={onMove}>
          {texts.moveHere}
        </ToolButton>
        <ToolButton label={texts.reject} keys="X" disabled={isGone} onClick={onReject}>
          {texts.reject}
        </ToolButton>
      </div>
    </>
  );
}
