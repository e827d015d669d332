import { useTranslation } from 'react-i18next';
import {
  ALIGNMENT_DEFINITIONS,
  type AlignmentId,
  PLANE_OF_DEFINITION,
} from '../../../../shared/domain/alignment.ts';
import type { Analysis } from '../../../../shared/domain/analysis.ts';
import type { Drawing } from '../../../../shared/domain/drawing.ts';
import { alignmentSays, sayingsOf } from '../../../../shared/program/alignmentSays.ts';
import { ALIGNMENT_NAMES, agreementText, alignmentLegend } from '../../../../shared/text/alignmentTexts.ts';
import { noticeText } from '../../../../shared/text/noticeTexts.ts';
import { useKeyText } from '../../../actions/useKeyText.ts';
import { ErrorMessage } from '../../../i18n/ErrorMessage.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { ToolButton } from '../ToolButton.tsx';
import { AlignmentRow } from './AlignmentRow.tsx';
import styles from './align.module.css';
import { HouseDefinition } from './HouseDefinition.tsx';
import { RearfootByHand } from './RearfootByHand.tsx';
import type { Aligning } from './useAligning.ts';
import { useHouseDefinition } from './useHouseDefinition.ts';

export interface AlignmentCardProps {
  readonly aligning: Aligning;
  readonly analysis: Analysis | undefined;
  /** Only then the rearfoot is seen. */
  readonly isFromBehind: boolean;
  /** Drawings of the clip. */
  readonly drawings: readonly Drawing[];
}

/** What "the foot is under the body" comes to, by every definition: of the contact at hand and of the session. */
export function AlignmentCard({ aligning, analysis, isFromBehind, drawings }: AlignmentCardProps) {
  const { t } = useTranslation();
  const { contact, frame, plane } = aligning;
  const house = useHouseDefinition();
  return (
    <section className={styles.card} aria-labelledby="alignment">
      <header className={styles.head}>
        <h2 id="alignment">{t('review.align.title')}</h2>
        <IconButton icon="close" label={t('review.align.close')} onClick={aligning.toggle} />
      </header>
      {aligning.error !== null && aligning.error !== undefined && <ErrorMessage error={aligning.error} />}
      {contact === undefined || frame === undefined || plane === undefined ? (
        <Nothing aligning={aligning} />
      ) : (
        <>
          <p className={styles.contact} aria-live="polite">
            <strong>
              {t('review.event', {
                side: t(`review.side.${contact.side}`),
                type: t('review.eventType.initial_contact'),
              })}
            </strong>
            <span>{t(`review.align.drawnAt.${plane}`, { frame })}</span>
            {!contact.counts && <span>{t('review.align.notCounted')}</span>}
          </p>
          <Definitions {...{ contact, plane, analysis }} house={house.chosen} />
          {isFromBehind && <RearfootByHand {...{ drawings, frame }} side={contact.side} />}
        </>
      )}
      <HouseDefinition {...house} />
    </section>
  );
}

/** The way to it by the pointer. */
export function AlignmentButton({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation();
  return (
    <div>
      <ToolButton label={t('review.align.open')} action="review.align" onClick={onOpen}>
        {t('review.align.question')}
      </ToolButton>
    </div>
  );
}

function Nothing({ aligning }: { aligning: Aligning }) {
  const { t } = useTranslation();
  const keyText = useKeyText();
  const { isLoading, isEmpty, reason } = aligning;
  const keys = { previous: keyText('review.previousContact'), next: keyText('review.nextContact') };
  return (
    <p className={styles.soft}>
      {isLoading
        ? t('review.align.loading')
        : !isEmpty
          ? t('review.align.choose', keys)
          : reason === undefined
            ? t('review.align.noneYet')
            : t('review.align.none', { reason: noticeText(reason) })}
    </p>
  );
}

interface DefinitionsProps {
  readonly contact: NonNullable<Aligning['contact']>;
  readonly plane: 'side' | 'frontal';
  readonly analysis: Analysis | undefined;
  readonly house: AlignmentId | null;
}

function Definitions({ contact, plane, analysis, house }: DefinitionsProps) {
  const { t } = useTranslation();
  const sayings = analysis === undefined ? [] : sayingsOf(alignmentSays(analysis), plane, contact.side);
  const elsewhere = ALIGNMENT_DEFINITIONS.filter((id) => PLANE_OF_DEFINITION[id] !== plane);
  return (
    <>
      <ol className={styles.rows}>
        {contact.lines.map((line) => (
          <AlignmentRow
            key={line.id}
            line={line}
            saying={sayings.find(({ id }) => id === line.id)}
            isHouse={line.id === house}
          />
        ))}
      </ol>
      {sayings.length > 0 && <p>{agreementText(sayings)}</p>}
      <p className={styles.soft}>
        {t('review.align.toView', { names: elsewhere.map((id) => ALIGNMENT_NAMES[id]).join('; ') })}
      </p>
      <details className={styles.words}>
        <summary>{t('review.align.words')}</summary>
        <p className={styles.soft}>{alignmentLegend()}</p>
      </details>
    </>
  );
}
