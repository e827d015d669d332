import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Side } from '../../../shared/domain/analysis.ts';
import { contactTimes, percentAtFrame } from '../../../shared/gait/phase.ts';
import { useClient } from '../../host/HostProvider.tsx';
import { queries } from '../../host/queries.ts';
import { dateText } from '../../ui/dates.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './compare.module.css';
import type { ComparedClip } from './comparedClip.ts';
import type { PairPlayer } from './pairPlayer.ts';

export interface ClipFactsProps {
  readonly which: 'first' | 'second';
  readonly one: ComparedClip;
  readonly foot: Side;
  /** Of the second clip: it may have no such moment, and may be stepped by itself to be tied. */
  readonly pair?: PairPlayer;
}

/** Whose clip it is, its rate, and where it stands in time and stride. */
export function ClipFacts({ which, one, foot, pair }: ClipFactsProps) {
  const { t } = useTranslation();
  const client = useClient();
  const { clip, player, times, analysis } = one;
  const { data: session } = useQuery(queries.session(client, clip.sessionId));
  const athleteId = session?.athleteId;
  const { data: athlete } = useQuery({
    ...queries.athlete(client, athleteId ?? ''),
    enabled: athleteId !== undefined,
  });
  const frame = useStore(player.store, (state) => state.frame);
  const time = times[frame] ?? 0;
  const percent = percentAtFrame(contactTimes(analysis?.strides ?? [], clip.id, foot), times, frame);
  const fps = Math.round(clip.containerFps * clip.timeScale);
  const title = [athlete?.name, session && dateText(session.date), clip.fileName].filter(Boolean).join(' · ');
  return (
    <section className={styles.fact} aria-label={t(`compare.${which}`)} data-which={which}>
      <strong className={styles.name} title={title} dir="auto">
        {title}
      </strong>
      <span className={styles.numbers}>
        <span>{t('compare.facts', { fps })}</span>
        <span data-testid={`${which}-frame`}>{`${frame} / ${times.length - 1}`}</span>
        <span>{`${time.toFixed(3)} s`}</span>
        {percent !== undefined && (
          <span data-testid={`${which}-phase`}>
            {t('compare.phaseNow', { side: t(`compare.sides.${foot}`), percent })}
          </span>
        )}
        {pair !== undefined && (
          <>
            <IconButton
              icon="stepBack"
              label={`${t('compare.nudge')}: ${t('review.stepBack')}`}
              onClick={() => player.step(-1)}
            />
            <IconButton
              icon="stepForward"
              label={`${t('compare.nudge')}: ${t('review.stepForward')}`}
              onClick={() => player.step(1)}
            />
            <NoOther pair={pair} />
          </>
        )}
      </span>
    </section>
  );
}

function NoOther({ pair }: { pair: PairPlayer }) {
  const { t } = useTranslation();
  const hasOther = useStore(pair.store, (state) => state.hasOther);
  return <output className={styles.warn}>{hasOther ? '' : t('compare.noOther')}</output>;
}
