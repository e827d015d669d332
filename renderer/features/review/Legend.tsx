import { useTranslation } from 'react-i18next';
import type { Side } from '../../../shared/domain/analysis.ts';
import { otherSide } from '../../../shared/pose/keypoints.ts';
import { boneStyle, STANCE_COLOUR } from '../../overlay/overlayStyle.ts';
import type { BodyPart } from '../../overlay/skeletonScene.ts';
import styles from './Stage.module.css';

/** What the lines on the picture mean, and in words which foot is down. */
export function Legend({ nearSide, stance }: { nearSide: Side | null; stance: readonly Side[] }) {
  const { t } = useTranslation();
  const parts: readonly (readonly [BodyPart, string])[] =
    nearSide === null
      ? [
          ['left', t('review.side.L')],
          ['right', t('review.side.R')],
        ]
      : [
          ['near', t('review.nearLeg', { side: t(`review.side.${nearSide}`) })],
          ['far', t('review.farLeg', { side: t(`review.side.${otherSide(nearSide)}`) })],
        ];
  return (
    <div className={styles.legend}>
      {parts.map(([part, label]) => {
        const { colour, widthPx, dash } = boneStyle(part, true);
        return (
          <span key={part}>
            <svg width="26" height="6" aria-hidden="true">
              <path d="M1 3h24" stroke={colour} strokeWidth={widthPx} strokeDasharray={dash.join(' ')} />
            </svg>
            {label}
          </span>
        );
      })}
      <span>
        <svg width="10" height="10" aria-hidden="true">
          <circle
            cx="5"
            cy="5"
            r="4.5"
            fill={stance.length > 0 ? STANCE_COLOUR : 'none'}
            stroke={STANCE_COLOUR}
          />
        </svg>
        {t(`review.onGround.${groundKey(stance)}`)}
      </span>
    </div>
  );
}

const groundKey = ([one, ...more]: readonly Side[]): Side | 'both' | 'none' =>
  one === undefined ? 'none' : more.length > 0 ? 'both' : one;
