import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { EditsState } from '../../../../shared/contract/workSchemas.ts';
import { useKeyText } from '../../../actions/useKeyText.ts';
import type { Player } from '../../../player/player.ts';
import { MeasuringSign } from '../MeasuringSign.tsx';
import { ToolButton } from '../ToolButton.tsx';
import styles from '../tools.module.css';
import type { Editing } from '../useEditing.ts';
import { JOINTS, REACHES } from './joints.ts';
import type { Correcting } from './useCorrecting.ts';

export interface CorrectBarProps {
  readonly player: Player;
  readonly correcting: Correcting;
  readonly edits: EditsState | undefined;
  readonly editing: Editing;
}

/** Which joint is moved, how far the change reaches, and how it is taken back. */
export function CorrectBar({ player, correcting, edits, editing }: CorrectBarProps) {
  const { t } = useTranslation();
  const keyText = useKeyText();
  const frame = useStore(player.store, (state) => state.frame);
  const { joint, reach, mark, hasCorrections } = correcting;
  const { from_frame, to_frame } = correcting.rangeAt(frame);
  const range = t('review.correct.range', { from: from_frame, to: to_frame });
  return (
    <div className={`${styles.bar} ${styles.wraps}`} role="toolbar" aria-label={t('review.correct.title')}>
      <div className={styles.group}>
        <fieldset className={styles.segment} aria-label={t('review.correct.side')}>
          {(['L', 'R'] as const).map((side) => (
            <ToolButton
              key={side}
              label={t('review.footKey', {
                side: t(`review.side.${side}`),
                key: keyText('review.correct.side'),
              })}
              pressed={joint.side === side}
              onClick={() => correcting.choose({ ...joint, side })}
            >
              {side}
            </ToolButton>
          ))}
        </fieldset>
        <select
          className={`${styles.select} ${styles.wide}`}
          aria-label={t('review.correct.joint')}
          value={joint.name}
          onChange={(event) => {
            const found = JOINTS.find(({ name }) => name === event.target.value);
            if (found !== undefined) correcting.chooseName(found.name);
          }}
        >
          {JOINTS.map(({ name }) => (
            <option key={name} value={name}>
              {t(`review.correct.joints.${name}`)} ({keyText(`review.correct.joint.${name}`)})
            </option>
          ))}
        </select>
        <select
          className={`${styles.select} ${styles.wide}`}
          aria-label={t('review.correct.reach')}
          value={String(reach)}
          onChange={(event) => correcting.setReach(Number(event.target.value))}
        >
          {REACHES.map((frames) => (
            <option key={frames} value={String(frames)}>
              {frames === 0 ? t('review.correct.alone') : t('review.correct.frames', { frames })} (
              {keyText(`review.correct.reach${frames}`)})
            </option>
          ))}
        </select>
      </div>
      <div className={`${styles.group} ${styles.end}`}>
        <MeasuringSign isMeasuring={editing.isMeasuring} isSmall />
        <ToolButton
          label={t('review.correct.mark')}
          action="review.correct.mark"
          pressed={mark !== undefined}
          onClick={correcting.setMark}
        >
          {range}
        </ToolButton>
        <ToolButton
          label={t('review.correct.swapIn', { range })}
          action="review.correct.swap"
          onClick={correcting.swap}
        >
          {t('review.correct.swap')}
        </ToolButton>
        <fieldset className={styles.segment} aria-label={t('review.correct.reset')}>
          <span className={styles.word}>{t('review.correct.resetWord')}</span>
          {(['joint', 'range', 'clip'] as const).map((what) => (
            <ToolButton
              key={what}
              label={
                what === 'clip'
                  ? t('review.correct.resetLong.clip')
                  : t('review.withKey', {
                      label: t(`review.correct.resetLong.${what}`),
                      key: keyText(
                        what === 'joint' ? 'review.correct.resetJoint' : 'review.correct.resetRange',
                      ),
                    })
              }
              disabled={!hasCorrections}
              onClick={() => correcting.reset(what)}
            >
              {t(`review.correct.resetShort.${what}`)}
            </ToolButton>
          ))}
        </fieldset>
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
          label={t('review.correct.done')}
          action="review.correctJoints"
          onClick={correcting.toggle}
        >
          {t('review.correct.doneShort')}
        </ToolButton>
      </div>
    </div>
  );
}
