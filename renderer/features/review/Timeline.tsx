import { type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Clip } from '../../../shared/contract/clipSchemas.ts';
import { clipThumbnailUrl } from '../../../shared/contract/mediaUrls.ts';
import { ownUrl } from '../../host/pageKey.ts';
import { useElementSize } from '../../overlay/useElementSize.ts';
import type { Size } from '../../overlay/viewTransform.ts';
import type { Player } from '../../player/player.ts';
import { secondsText } from './frameTexts.ts';
import { type ReviewEvent, stances } from './reviewEvents.ts';
import styles from './Timeline.module.css';
import { LANES, TimelineLane } from './TimelineLane.tsx';
import { frameFromX, markTimes, type TrackScale, xFromTime } from './timelineMaths.ts';
import type { ZoneEditing } from './useZone.ts';
import { ZoneEdges } from './ZoneEdges.tsx';

/** A click this near to a tick means the tick, CSS pixels. */
const HIT_PX = 8;
/** Room for the names of the lanes. */
const LEFT_PX = 30;
const RIGHT_PX = 14;
const MARK_SPACING_PX = 84;

export interface TimelineProps {
  readonly clip: Pick<Clip, 'id' | 'turn' | 'thumbnailCount'>;
  readonly player: Player;
  readonly times: Float64Array;
  readonly events: readonly ReviewEvent[];
  readonly selectedKey: string | undefined;
  readonly onSelect: (event: ReviewEvent | undefined) => void;
  readonly zone: ZoneEditing;
  /** Frames in which a coach corrected keypoints. */
  readonly corrected: ReadonlySet<number>;
}

/** Film strip, a lane of events for each foot, round times; click and drag to go anywhere. */
export function Timeline(props: TimelineProps) {
  const { t } = useTranslation();
  const { clip, player, times, events, selectedKey, onSelect, zone, corrected } = props;
  const { id, turn, thumbnailCount } = clip;
  const place = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  const [isScrubbing, setScrubbing] = useState(false);
  useElementSize(place, setSize);
  const scale = useMemo<TrackScale>(
    () => ({
      leftPx: LEFT_PX,
      widthPx: Math.max(1, size.width - LEFT_PX - RIGHT_PX),
      durationS: times.at(-1) ?? 0,
    }),
    [size.width, times],
  );
  const bars = useMemo(() => stances(events), [events]);

  const pointOf = (event: PointerEvent<HTMLDivElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return;
    const { x, y } = pointOf(event);
    const hit = hitAt(events, scale, x, y);
    player.pause();
    onSelect(hit);
    if (hit !== undefined) {
      player.seek(hit.frame);
      return;
    }
    event.currentTarget.setPointerCapture(event.pointerId);
    setScrubbing(true);
    player.seek(frameFromX(scale, x, times));
  };
  return (
    <section className={styles.timeline} aria-label={t('review.timeline')}>
      <div
        ref={place}
        className={styles.track}
        onPointerDown={onPointerDown}
        onPointerMove={(event) => {
          if (isScrubbing) player.seek(frameFromX(scale, pointOf(event).x, times));
        }}
        onPointerUp={() => setScrubbing(false)}
        onPointerCancel={() => setScrubbing(false)}
      >
        <div className={styles.strip} style={{ left: LEFT_PX, right: RIGHT_PX }} aria-hidden="true">
          {Array.from({ length: Math.min(thumbnailCount, fittingPictures(size.width)) }, (_, i) => (
            <img
              // The pictures of a strip never change their places.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              key={i}
              src={ownUrl(
                clipThumbnailUrl(id, pictureAt(i, thumbnailCount, fittingPictures(size.width)), turn),
              )}
              alt=""
              draggable={false}
            />
          ))}
        </div>
        <svg className={styles.lanes} width={size.width} height={LANES.heightPx} aria-hidden="true">
          {(['L', 'R'] as const).map((side) => (
            <TimelineLane
              key={side}
              side={side}
              scale={scale}
              bars={bars.filter((bar) => bar.side === side)}
              events={events.filter((event) => event.side === side)}
              selectedKey={selectedKey}
            />
          ))}
          {[...corrected].map((frame) => (
            <rect
              key={frame}
              x={xFromTime(scale, times[frame] ?? 0) - 1.5}
              y={LANES.betweenPx - 2}
              width={3}
              height={4}
              className={styles.corrected}
            />
          ))}
          {markTimes(scale, MARK_SPACING_PX).map((time) => (
            <text key={time} x={xFromTime(scale, time)} y={LANES.marksPx} className={styles.mark}>
              {Number(time.toFixed(1))} s
            </text>
          ))}
        </svg>
        <ZoneEdges zone={zone.zone} times={times} scale={scale} onEdge={zone.setEdge} />
        {zone.zone !== null && (
          <div className={styles.zone}>
            <span>
              {t('review.zoneText', {
                from: secondsText(times[zone.zone.fromFrame] ?? 0),
                to: secondsText(times[zone.zone.toFrame] ?? 0),
              })}
            </span>
            <button type="button" onPointerDown={(event) => event.stopPropagation()} onClick={zone.clear}>
              {t('review.clearZone')}
            </button>
          </div>
        )}
        <Playhead player={player} times={times} scale={scale} />
      </div>
    </section>
  );
}

/** About as wide as high on the strip, so that nothing is squeezed. */
const fittingPictures = (widthPx: number): number => Math.max(1, Math.floor(widthPx / 52));
const pictureAt = (i: number, count: number, fitting: number): number =>
  count <= fitting ? i : Math.floor(((i + 0.5) * count) / fitting);

/** The tick under a pointer: of the lane at that height, the nearest one. */
function hitAt(events: readonly ReviewEvent[], scale: TrackScale, x: number, y: number) {
  const side = LANES.sideAt(y);
  const distance = (event: ReviewEvent) => Math.abs(xFromTime(scale, event.timeS) - x);
  return events
    .filter((event) => event.side === side && distance(event) <= HIT_PX)
    .sort((a, b) => distance(a) - distance(b))[0];
}

/** Where the clip stands: a slider for the keyboard (the arrow keys step everywhere on the page). */
function Playhead({ player, times, scale }: { player: Player; times: Float64Array; scale: TrackScale }) {
  const { t } = useTranslation();
  const frame = useStore(player.store, (state) => state.frame);
  const time = times[frame] ?? 0;
  const onKeyDown = (event: KeyboardEvent): void => {
    const jump = { PageUp: times.length / 10, PageDown: -times.length / 10 }[event.key];
    if (jump === undefined) return;
    event.preventDefault();
    player.step(Math.round(jump));
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={t('review.timeline')}
      aria-valuemin={0}
      aria-valuemax={times.length - 1}
      aria-valuenow={frame}
      aria-valuetext={t('review.timelineAt', { frame: frame, time: secondsText(time) })}
      className={styles.playhead}
      style={{ transform: `translateX(${xFromTime(scale, time)}px)` }}
      onKeyDown={onKeyDown}
    />
  );
}
