import type { Side } from '../../../shared/domain/analysis.ts';
import type { ReviewEvent, Stance } from './reviewEvents.ts';
import styles from './Timeline.module.css';
import { type TrackScale, xFromTime } from './timelineMaths.ts';

const STRIP_PX = 40;
const CENTRES = { L: 16, R: 44 } as const satisfies Record<Side, number>;

/** Heights on the timeline, CSS pixels: lanes inside their drawing, `sideAt` from the top of the whole track. */
export const LANES = {
  heightPx: 76,
  marksPx: 71,
  betweenPx: (CENTRES.L + CENTRES.R) / 2,
  sideAt(y: number): Side | undefined {
    const inside = y - STRIP_PX;
    return (['L', 'R'] as const).find((side) => Math.abs(inside - CENTRES[side]) <= 14);
  },
};

export interface TimelineLaneProps {
  readonly side: Side;
  readonly scale: TrackScale;
  readonly bars: readonly Stance[];
  readonly events: readonly ReviewEvent[];
  readonly selectedKey: string | undefined;
}

/** One foot: bars while it is down (open where its stride is left out), filled marks for contacts, hollow ones for toe-offs. */
export function TimelineLane({ side, scale, bars, events, selectedKey }: TimelineLaneProps) {
  const y = CENTRES[side];
  const selected = events.find(({ key }) => key === selectedKey);
  return (
    <g>
      <line x1={scale.leftPx} x2={scale.leftPx + scale.widthPx} y1={y} y2={y} className={styles.lane} />
      <text x={10} y={y + 4} className={styles.laneName}>
        {side}
      </text>
      {bars.map(({ contact, toeOff }) => {
        const x = xFromTime(scale, contact.timeS);
        const width = Math.max(1, xFromTime(scale, toeOff.timeS) - x);
        const kind = contact.excluded === undefined ? styles.bar : styles.outBar;
        return <rect key={contact.key} x={x} y={y - 4} width={width} height={8} className={kind} />;
      })}
      {events.map((event) => (
        <Mark key={event.key} event={event} scale={scale} y={y} />
      ))}
      {selected !== undefined && (
        <circle cx={xFromTime(scale, selected.timeS)} cy={y} r={10} className={styles.selected} />
      )}
    </g>
  );
}

/** Round where it was found (under a pointer where it deserves a look), a diamond where a coach put it, a cross where one rejected it. */
function Mark({ event, scale, y }: { event: ReviewEvent; scale: TrackScale; y: number }) {
  const x = xFromTime(scale, event.timeS);
  const { state, type, auto, doubts } = event;
  const kind = type === 'initial_contact' ? styles.contact : styles.toeOff;
  if (state === 'rejected') {
    return <path d={`M${x - 4} ${y - 4}l8 8m0-8l-8 8`} className={styles.rejected} />;
  }
  if (state === 'moved' || state === 'added') {
    return (
      <g>
        {auto !== undefined && (
          <line
            x1={xFromTime(scale, auto.timeS)}
            x2={xFromTime(scale, auto.timeS)}
            y1={y - 11}
            y2={y + 11}
            className={styles.wasAt}
          />
        )}
        <path d={`M${x} ${y - 7}l7 7l-7 7l-7-7z`} className={`${kind} ${styles.edited}`} />
      </g>
    );
  }
  return (
    <g>
      {doubts.length > 0 && <path d={`M${x} ${y - 15}l4 6h-8z`} className={styles.doubt} />}
      <circle cx={x} cy={y} r={5} className={`${kind} ${state === 'accepted' ? styles.edited : ''}`} />
    </g>
  );
}
