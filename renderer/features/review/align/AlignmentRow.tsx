import { useTranslation } from 'react-i18next';
import type { AlignmentLine } from '../../../../shared/domain/alignment.ts';
import { ALIGNMENT_COLOURS, ALIGNMENT_NUMBERS } from '../../../../shared/picture/alignmentShapes.ts';
import type { AlignmentSaying } from '../../../../shared/program/alignmentSays.ts';
import {
  ALIGNMENT_NAMES,
  contactValueText,
  typicalText,
  verdictText,
} from '../../../../shared/text/alignmentTexts.ts';
import { readingText } from '../../../../shared/text/numberText.ts';
import { Badge } from '../../../ui/Badge.tsx';
import styles from './align.module.css';

export interface AlignmentRowProps {
  readonly line: AlignmentLine;
  /** What the session says by this definition; undefined where it concludes nothing. */
  readonly saying: AlignmentSaying | undefined;
  readonly isHouse: boolean;
}

/** One definition: this contact, the session with its ±, runners at this speed, and what it says. */
export function AlignmentRow({ line, saying, isHouse }: AlignmentRowProps) {
  const { t } = useTranslation();
  const typical = saying && typicalText(saying);
  return (
    <li className={styles.row} data-definition={line.id}>
      <span className={styles.number} style={{ background: ALIGNMENT_COLOURS[line.id] }}>
        {ALIGNMENT_NUMBERS[line.id]}
      </span>
      <div className={styles.what}>
        <p className={styles.name}>
          <strong>{ALIGNMENT_NAMES[line.id]}</strong>
          {isHouse && <Badge tone="accent">{t('review.align.isHouse')}</Badge>}
          {saying !== undefined && (
            <Badge tone={saying.verdict === 'cannot_tell' ? 'neutral' : 'info'}>
              {verdictText(saying.id, saying.verdict)}
            </Badge>
          )}
        </p>
        <dl className={styles.values}>
          <div>
            <dt>{t('review.align.here')}</dt>
            <dd>{contactValueText(line)}</dd>
          </div>
          {saying?.metric !== undefined && (
            <div>
              <dt>{t('review.align.session')}</dt>
              <dd>{readingText(saying.metric)}</dd>
            </div>
          )}
          {typical !== undefined && (
            <div>
              <dt>{t('review.align.typical')}</dt>
              <dd>{typical}</dd>
            </div>
          )}
        </dl>
        {line.id === 'midfoot' && <p className={styles.soft}>{t('review.align.drawnOnly')}</p>}
      </div>
    </li>
  );
}
