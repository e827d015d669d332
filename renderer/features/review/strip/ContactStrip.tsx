import { useTranslation } from 'react-i18next';
import { useKeyText } from '../../../actions/useKeyText.ts';
import type { Keypoints } from '../../../overlay/keypointReader.ts';
import type { Size } from '../../../overlay/viewTransform.ts';
import type { Player } from '../../../player/player.ts';
import { EventSummary } from '../EventSummary.tsx';
import type { ReviewEvent } from '../reviewEvents.ts';
import { StripFrame } from './StripFrame.tsx';
import styles from './strip.module.css';
import { STRIP_CHOICES } from './stripOrder.ts';
import { useCrops } from './useCrops.ts';
import type { Strip } from './useStrip.ts';

export interface ContactStripProps {
  readonly player: Player;
  /** Size of the upright picture. */
  readonly image: Size;
  readonly keypoints: Keypoints;
  /** True seconds of all frames. */
  readonly times: Float64Array;
  readonly strip: Strip;
  readonly selected: ReviewEvent | undefined;
}

/** Pictures of the foot three frames before and after an event, and how far the walk through all of them has come. */
export function ContactStrip({ player, image, keypoints, times, strip, selected }: ContactStripProps) {
  const { t } = useTranslation();
  const keyText = useKeyText();
  const { shift, next } = strip;
  const crops = useCrops({
    player,
    image,
    keypoints,
    frameCount: times.length,
    event: selected,
    shift,
    next,
  });
  const chosen = selected === undefined ? undefined : selected.frame + shift;
  return (
    <section className={styles.strip} aria-label={t('review.strip.title')}>
      <div className={styles.side}>
        <Progress strip={strip} />
        <label className={styles.field}>
          <span className="visuallyHidden">{t('review.strip.which')}</span>
          <select
            value={strip.choice}
            onChange={(event) => {
              const found = STRIP_CHOICES.find((one) => one === event.target.value);
              if (found !== undefined) strip.setChoice(found);
            }}
          >
            {STRIP_CHOICES.map((one) => (
              <option key={one} value={one}>
                {t(`review.strip.choices.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={strip.isDoubtfulFirst}
            onChange={(event) => strip.setDoubtfulFirst(event.target.checked)}
          />
          {t('review.strip.doubtfulFirst')}
        </label>
      </div>
      <div className={styles.main}>
        {crops === undefined || chosen === undefined || selected === undefined ? (
          <p className={styles.empty}>
            {strip.count === 0
              ? t('review.strip.none')
              : t('review.strip.choose', { key: keyText('review.strip.next') })}
          </p>
        ) : (
          <>
            <p className={styles.summary}>
              <EventSummary event={shift === 0 ? selected : movedTo(selected, chosen)} />
            </p>
            <ol className={styles.frames} data-state={selected.state}>
              {Array.from({ length: crops.to - crops.from + 1 }, (_, i) => crops.from + i).map((frame) => (
                <StripFrame
                  key={frame}
                  frame={frame}
                  awayS={(times[frame] ?? 0) - (times[chosen] ?? 0)}
                  picture={crops.pictureOf(frame)}
                  crop={crops.crop}
                  isChosen={frame === chosen}
                  isAuto={frame === selected.auto?.frame}
                  onChoose={() => strip.shiftBy(frame - chosen)}
                />
              ))}
            </ol>
          </>
        )}
      </div>
    </section>
  );
}

/** What accepting would make of it. */
const movedTo = (event: ReviewEvent, frame: number): ReviewEvent => ({
  ...event,
  ...{ state: 'moved', frame, confidence: undefined, doubts: [] },
});

function Progress({ strip }: { strip: Strip }) {
  const { t } = useTranslation();
  const { count, decided, place } = strip;
  const isDone = count > 0 && decided === count;
  return (
    <div>
      <strong className={styles.place}>
        {place === undefined ? t('review.strip.title') : t('review.strip.place', { place, count })}
      </strong>
      <progress max={Math.max(1, count)} value={decided} aria-label={t('review.strip.progress')} />
      <output className={styles.done}>
        {isDone ? t('review.strip.allDecided') : t('review.strip.decided', { decided, count })}
      </output>
    </div>
  );
}
