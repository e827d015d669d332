import type { PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { secondsText } from './frameTexts.ts';
import styles from './Timeline.module.css';
import { frameFromX, type TrackScale, xFromTime } from './timelineMaths.ts';
import type { Zone, ZoneEdge } from './zone.ts';

export interface ZoneEdgesProps {
  readonly zone: Zone;
  readonly times: Float64Array;
  readonly scale: TrackScale;
  readonly onEdge: (edge: ZoneEdge, frame: number) => void;
}

/** What lies outside of the working zone in shade, with handles on its edges. */
export function ZoneEdges({ zone, times, scale, onEdge }: ZoneEdgesProps) {
  const { t } = useTranslation();
  if (zone === null) return null;
  const timeOf = (edge: ZoneEdge): number => times[zone[edge]] ?? 0;
  const [from, to] = [xFromTime(scale, timeOf('fromFrame')), xFromTime(scale, timeOf('toFrame'))];
  const frameAt = (event: PointerEvent<HTMLElement>): number => {
    const left = event.currentTarget.parentElement?.getBoundingClientRect().left ?? 0;
    return frameFromX(scale, event.clientX - left, times);
  };
  return (
    <>
      <div className={styles.outside} style={{ left: scale.leftPx, width: from - scale.leftPx }} />
      <div className={styles.outside} style={{ left: to, width: scale.leftPx + scale.widthPx - to }} />
      {(['fromFrame', 'toFrame'] as const).map((edge) => (
        <div
          key={edge}
          className={styles.edge}
          data-edge={edge}
          title={`${t(edge === 'fromFrame' ? 'review.zoneIn' : 'review.zoneOut')}: ${secondsText(timeOf(edge))}`}
          style={{ left: edge === 'fromFrame' ? from : to }}
          onPointerDown={(event) => {
            event.stopPropagation();
            event.currentTarget.setPointerCapture(event.pointerId);
          }}
          onPointerMove={(event) => {
            if (event.currentTarget.hasPointerCapture(event.pointerId)) onEdge(edge, frameAt(event));
          }}
        />
      ))}
    </>
  );
}
