import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { EditsState } from '../../../../shared/contract/workSchemas.ts';
import { DRAWING_COLOURS, type Drawing, type DrawingColour } from '../../../../shared/domain/drawing.ts';
import { drawingValue } from '../../../../shared/picture/drawingShapes.ts';
import { useKeyText } from '../../../actions/useKeyText.ts';
import type { Player } from '../../../player/player.ts';
import { ToolButton } from '../ToolButton.tsx';
import styles from '../tools.module.css';
import type { Editing } from '../useEditing.ts';
import { DrawIcon } from './DrawIcon.tsx';
import drawStyles from './draw.module.css';
import { DRAW_CHOICES, SPANS } from './drawTools.ts';
import type { Drawings } from './useDrawing.ts';

export interface DrawBarProps {
  readonly player: Player;
  /** True seconds of all frames. */
  readonly times: Float64Array;
  readonly heightPx: number;
  readonly drawing: Drawings;
  readonly edits: EditsState | undefined;
  readonly editing: Editing;
}

/** What is drawn with, in which frames it is shown, and what is drawn already. */
export function DrawBar({ player, times, heightPx, drawing, edits, editing }: DrawBarProps) {
  const { t } = useTranslation();
  const { tool, colour, span, follows, selected } = drawing;
  const colours = Object.keys(DRAWING_COLOURS).filter((one): one is DrawingColour => one in DRAWING_COLOURS);
  return (
    <div className={`${styles.bar} ${styles.wraps}`} role="toolbar" aria-label={t('review.draw.toolbar')}>
      <fieldset className={drawStyles.tools} aria-label={t('review.draw.title')}>
        {DRAW_CHOICES.map((name) => (
          <ToolButton
            key={name}
            label={t(`review.draw.tools.${name}`)}
            action={`review.draw.tool.${name}`}
            pressed={tool === name}
            sign={<DrawIcon name={name} />}
            onClick={() => drawing.setTool(name)}
          />
        ))}
      </fieldset>
      <span className={drawStyles.colour}>
        <span className={drawStyles.swatch} style={{ background: DRAWING_COLOURS[colour] }} />
        <select
          className={styles.select}
          aria-label={t('review.draw.colour')}
          value={colour}
          onChange={(event) => {
            const found = colours.find((one) => one === event.target.value);
            if (found !== undefined) drawing.setColour(found);
          }}
        >
          {colours.map((one) => (
            <option key={one} value={one}>
              {t(`review.draw.colours.${one}`)}
            </option>
          ))}
        </select>
      </span>
      {selected === undefined ? (
        <span className={drawStyles.tools}>
          <select
            className={styles.select}
            aria-label={t('review.draw.span')}
            value={span}
            onChange={(event) => {
              const found = SPANS.find((one) => one === event.target.value);
              if (found !== undefined) drawing.setSpan(found);
            }}
          >
            {SPANS.map((one) => (
              <option key={one} value={one}>
                {t(`review.draw.spans.${one}`)}
              </option>
            ))}
          </select>
          {drawing.hasJoints && (
            <ToolButton
              label={t('review.draw.followLong')}
              action="review.draw.follow"
              pressed={follows}
              sign={<DrawIcon name="follow" />}
              onClick={() => drawing.setFollows(!follows)}
            />
          )}
        </span>
      ) : (
        <SelectedTools drawing={drawing} selected={selected} />
      )}
      <div className={`${styles.group} ${styles.end}`}>
        <DrawingList {...{ player, times, heightPx, drawing }} />
        <ToolButton
          label={t('review.draw.remove')}
          action="review.draw.remove"
          disabled={selected === undefined}
          sign={<DrawIcon name="remove" />}
          onClick={drawing.removeLast}
        />
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
        <ToolButton
          primary
          label={t('review.draw.done')}
          action="review.drawOnPicture"
          onClick={drawing.toggle}
        >
          {t('review.draw.doneShort')}
        </ToolButton>
      </div>
    </div>
  );
}

function SelectedTools({ drawing, selected }: { drawing: Drawings; selected: Drawing }) {
  const { t } = useTranslation();
  const keyText = useKeyText();
  return (
    <span className={drawStyles.tools}>
      <ToolButton
        label={t('review.withKey', { label: t('review.draw.fromLong'), key: keyText('review.draw.from') })}
        onClick={() => drawing.setEdge('fromFrame')}
      >
        {t('review.draw.from')}
      </ToolButton>
      <ToolButton
        label={t('review.withKey', { label: t('review.draw.toLong'), key: keyText('review.draw.to') })}
        onClick={() => drawing.setEdge('toFrame')}
      >
        {t('review.draw.to')}
      </ToolButton>
      {drawing.canMark && (
        <ToolButton
          label={t('review.withKey', { label: t('review.draw.markLong'), key: keyText('review.draw.mark') })}
          onClick={drawing.mark}
        >
          {t(selected.tool === 'counter' ? 'review.draw.markCount' : 'review.draw.mark')}
        </ToolButton>
      )}
    </span>
  );
}

/** Every drawing of the clip with what it says: choosing one goes to it. */
function DrawingList({ player, times, heightPx, drawing }: Omit<DrawBarProps, 'edits' | 'editing'>) {
  const { t } = useTranslation();
  const frame = useStore(player.store, (state) => state.shownFrame) ?? 0;
  const { own, selected, jointAt } = drawing;
  const textOf = (one: Drawing): string => {
    const at = frame >= one.fromFrame && frame <= one.toFrame ? frame : one.frame;
    const value = drawingValue(one, { frame: at, times, heightPx, jointAt });
    const what = [t(`review.draw.tools.${one.tool}`), value].filter((part) => part !== undefined).join(' ');
    return one.fromFrame === one.toFrame
      ? t('review.draw.entry', { what, frame: one.fromFrame })
      : t('review.draw.entryRange', { what, from: one.fromFrame, to: one.toFrame });
  };
  return (
    <select
      className={`${styles.select} ${drawStyles.list}`}
      aria-label={t('review.draw.list')}
      value={selected?.id ?? ''}
      onChange={(event) => drawing.select(own.find(({ id }) => id === event.target.value))}
    >
      <option value="">{t('review.draw.none', { count: own.length })}</option>
      {own.map((one) => (
        <option key={one.id} value={one.id}>
          {textOf(one)}
        </option>
      ))}
    </select>
  );
}
