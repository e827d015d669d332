import { useTranslation } from 'react-i18next';
import type { Side } from '../../../../shared/domain/analysis.ts';
import type { Drawing } from '../../../../shared/domain/drawing.ts';
import { isShownIn, rearfootDeg, rearfootHalfWidthDeg } from '../../../../shared/picture/drawingShapes.ts';
import { useKeyText } from '../../../actions/useKeyText.ts';
import styles from './align.module.css';

export interface RearfootByHandProps {
  readonly drawings: readonly Drawing[];
  /** Frame of the contact that is looked at, and its foot. */
  readonly frame: number;
  readonly side: Side;
}

/** How near a mark is taken to be to its place, pixels of the picture. */
const MARK_PX = 2;

/** What the coach measured of the rearfoot by four marks on this frame, seen from behind. */
export function RearfootByHand({ drawings, frame, side }: RearfootByHandProps) {
  const { t } = useTranslation();
  const keyText = useKeyText();
  const angles = drawings.flatMap((drawing) => {
    if (drawing.tool !== 'rearfoot' || !isShownIn(drawing, frame)) return [];
    const deg = rearfootDeg(drawing.points);
    const off = rearfootHalfWidthDeg(drawing.points, MARK_PX);
    // From behind the outside of the left foot is to the left.
    return deg === undefined || off === undefined
      ? []
      : [{ id: drawing.id, off: Math.ceil(off), deg: side === 'R' ? deg : -deg }];
  });
  return (
    <section aria-labelledby="rearfoot">
      <h3 id="rearfoot">{t('review.align.byHand')}</h3>
      {angles.length === 0 ? (
        <p className={styles.soft}>
          {t('review.align.byHandHint', { draw: keyText('review.drawOnPicture') })}
        </p>
      ) : (
        <ul className={styles.angles}>
          {angles.map(({ id, deg, off }) => (
            <li key={id}>
              {t('review.align.byHandEntry', { frame, off, px: MARK_PX, value: signedText(deg) })}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** "+6", "−3", "0". */
function signedText(deg: number): string {
  const whole = Math.round(deg);
  return whole === 0 ? '0' : `${whole < 0 ? '−' : '+'}${Math.abs(whole)}`;
}
