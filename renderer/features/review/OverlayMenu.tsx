import { useTranslation } from 'react-i18next';
import type { Side } from '../../../shared/domain/analysis.ts';
import { useKeyText } from '../../actions/useKeyText.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { OVERLAYS, type OverlayChoice, SEGMENTS } from './overlayChoice.ts';
import styles from './tools.module.css';

export interface OverlayMenuProps {
  readonly overlays: OverlayChoice;
  readonly onOverlays: (overlays: OverlayChoice) => void;
  /** Without keypoints there are drawings only. */
  readonly hasPose: boolean;
  readonly nearSide: Side | null;
}

/** What is laid over the picture, each with its key. */
export function OverlayMenu({ overlays, onOverlays, hasPose, nearSide }: OverlayMenuProps) {
  const { t } = useTranslation();
  const keyText = useKeyText();
  const box = (name: keyof OverlayChoice, label: string) => (
    <Checkbox
      key={name}
      label={label}
      checked={overlays[name]}
      onChange={(isShown) => onOverlays({ ...overlays, [name]: isShown })}
    />
  );
  const legOf = (side: Side): string =>
    nearSide === null
      ? t('review.overlay.leg', { side: t(`review.side.${side}`) })
      : t(side === nearSide ? 'review.nearLeg' : 'review.farLeg', { side: t(`review.side.${side}`) });
  return (
    <Popover
      title={t('review.overlay.title')}
      trigger={
        <button type="button" className={styles.tool}>
          {t('review.overlay.title')} ▾
        </button>
      }
    >
      <div className={styles.overlays}>
        {hasPose && (
          <fieldset>
            <legend>
              {t('review.withKey', { label: t('review.skeleton'), key: keyText('review.skeleton') })}
            </legend>
            {SEGMENTS.map((name) =>
              box(name, name === 'L' || name === 'R' ? legOf(name) : t(`review.overlay.${name}`)),
            )}
          </fieldset>
        )}
        <fieldset>
          <legend>{t('review.overlay.more')}</legend>
          {OVERLAYS.filter(([name]) => hasPose || name === 'drawings').map(([name, action]) =>
            box(name, t('review.withKey', { label: t(`review.overlay.${name}`), key: keyText(action) })),
          )}
        </fieldset>
      </div>
    </Popover>
  );
}
