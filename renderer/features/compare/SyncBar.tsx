import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './compare.module.css';
import type { TieControl } from './useTie.ts';

export interface SyncBarProps {
  readonly control: TieControl;
  readonly hasContacts: { readonly first: boolean; readonly second: boolean };
}

const MODES = ['time', 'phase'] as const;
const CLIPS = ['first', 'second'] as const;
const SIDES = ['L', 'R'] as const;

/** What ties the clips: time or phase, a contact of each, and an offset. */
export function SyncBar({ control, hasContacts }: SyncBarProps) {
  const { t } = useTranslation();
  const { tie, foot, setFoot, setMode, canPhase, isByHand, moveAnchor, moveOffset, clearOffset } = control;
  const missing = CLIPS.filter((which) => !hasContacts[which]);
  return (
    <section className={styles.sync} aria-label={t('compare.sync')}>
      <div className={styles.bar}>
        <fieldset className={styles.switch} aria-label={t('compare.sync')}>
          {MODES.map((mode) => (
            <button
              key={mode}
              type="button"
              aria-pressed={tie.mode === mode}
              disabled={mode === 'phase' && (!canPhase || isByHand)}
              title={t(`compare.syncHelp.${mode}`)}
              onClick={() => setMode(mode)}
            >
              {t(mode === 'time' ? 'compare.byTime' : 'compare.byPhase')}
            </button>
          ))}
        </fieldset>
        <label className={styles.check}>
          {t('compare.foot')}
          <select value={foot} onChange={(event) => setFoot(event.target.value === 'L' ? 'L' : 'R')}>
            {SIDES.map((side) => (
              <option key={side} value={side}>
                {t(`compare.sides.${side}`)}
              </option>
            ))}
          </select>
        </label>
        {CLIPS.map((which) => (
          <Anchor
            key={which}
            which={which}
            index={tie[which].anchor}
            count={isByHand || !hasContacts[which] ? 0 : tie[which].contacts.length}
            onMove={(by) => moveAnchor(which, by)}
          />
        ))}
        <span className={styles.group}>
          <span className={styles.soft}>{t('compare.offset')}</span>
          <IconButton
            icon="stepBack"
            label={`${t('compare.offsetBack')} (,)`}
            onClick={() => moveOffset(-1)}
          />
          <button
            type="button"
            className={styles.reset}
            title={t('compare.offsetNone')}
            data-testid="offset"
            onClick={clearOffset}
          >
            {t('compare.offsetFrames', { frames: signed(tie.offsetFrames) })}
          </button>
          <IconButton
            icon="stepForward"
            label={`${t('compare.offsetForward')} (.)`}
            onClick={() => moveOffset(1)}
          />
        </span>
        <Button variant="quiet" title={`${t('compare.sameMomentHelp')} (M)`} onClick={control.tieHere}>
          {t('compare.sameMoment')}
        </Button>
      </div>
      {missing[0] !== undefined && !isByHand && (
        <p className={styles.soft}>
          {missing.length === 2
            ? t('compare.noContactsBoth')
            : t('compare.noContacts', { which: t(`compare.which.${missing[0]}`) })}
        </p>
      )}
    </section>
  );
}

const signed = (value: number): string => (value > 0 ? `+${value}` : String(value).replace('-', '−'));

interface AnchorProps {
  readonly which: 'first' | 'second';
  readonly index: number;
  /** 0 where the clips are tied by hand or nothing is known. */
  readonly count: number;
  readonly onMove: (by: 1 | -1) => void;
}

function Anchor({ which, index, count, onMove }: AnchorProps) {
  const { t } = useTranslation();
  if (count === 0) return null;
  const name = { which: t(`compare.which.${which}`) };
  return (
    <span className={styles.group}>
      <span className={styles.soft}>{t('compare.contactOf', name)}</span>
      <IconButton
        icon="previous"
        label={t('compare.earlier', name)}
        disabled={index === 0}
        onClick={() => onMove(-1)}
      />
      <span className={styles.number}>{t('compare.contactNo', { n: index + 1, count })}</span>
      <IconButton
        icon="next"
        label={t('compare.later', name)}
        disabled={index >= count - 1}
        onClick={() => onMove(1)}
      />
    </span>
  );
}
