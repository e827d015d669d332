import type { Side } from '../../../shared/domain/analysis.ts';
import { boneStyle, STANCE_COLOUR } from '../../overlay/overlayStyle.ts';
import type { BodyPart } from '../../overlay/skeletonScene.ts';
import styles from './Stage.module.css';
import { texts } from './texts.ts';

/** What the lines on the picture mean, and in words which foot is down. */
export function Legend({ nearSide, stance }: { nearSide: Side | null; stance: readonly Side[] }) {
  const parts: readonly (readonly [BodyPart, string])[] =
    nearSide === null
      ? [
          ['left', texts.side.L],
          ['right', texts.side.R],
        ]
      : [
          ['near', texts.nearLeg(nearSide)],
          ['far', texts.farLeg(nearSide)],
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
        {texts.onGround(stance)}
      </span>
    </div>
  );
}
