import { type PointerEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import { useElementSize } from '../overlay/useElementSize.ts';
import type { Size } from '../overlay/viewTransform.ts';
import { classNames } from '../ui/classNames.ts';
import styles from './Chart.module.css';
import {
  type BandPoint,
  bandPath,
  type ChartPoint,
  type LinearScale,
  linearScale,
  linePath,
  niceTicks,
  type Range,
} from './chartMaths.ts';

/** How a line looks: colour and dash say the same, so that neither is needed alone. */
export type LineTone = 'near' | 'far' | 'plain';

export interface ChartLine {
  readonly key: string;
  readonly tone: LineTone;
  readonly points: readonly ChartPoint[];
  /** Mean ± SD round the line. */
  readonly band?: readonly BandPoint[];
}

export interface ChartMark {
  readonly key: string;
  readonly x: number;
  readonly tone: LineTone;
  /** A contact stands solid, a toe-off broken. */
  readonly isBroken: boolean;
  readonly title: string;
}

export interface ChartProps {
  /** Said to screen readers in place of the drawing; the table beside it holds the numbers. */
  readonly label: string;
  readonly heightPx: number;
  readonly x: Range;
  readonly y: Range;
  readonly lines: readonly ChartLine[];
  readonly marks?: readonly ChartMark[];
  readonly xText: (value: number) => string;
  readonly yText?: (value: number) => string;
  /** Where the pointer presses or drags, in values of x. */
  readonly onPoint?: (x: number) => void;
  /** What moves while a clip plays, drawn over the lines. */
  readonly over?: (x: LinearScale, heightPx: number, y: LinearScale) => ReactNode;
}

const LEFT_PX = 44;
const RIGHT_PX = 22;
const TOP_PX = 6;
const BOTTOM_PX = 20;
const X_SPACING_PX = 74;
const Y_SPACING_PX = 26;

/** Lines over a shared axis. Everything but `over` is drawn once. */
export function Chart(props: ChartProps) {
  const { label, heightPx, onPoint } = props;
  const place = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  const [isDragging, setDragging] = useState(false);
  useElementSize(place, setSize);
  const [low, high] = props.x;
  const x = useMemo(
    () => linearScale([low, high], [LEFT_PX, Math.max(LEFT_PX + 1, size.width - RIGHT_PX)]),
    [low, high, size.width],
  );
  const point = (event: PointerEvent<HTMLDivElement>): void => {
    const { left } = event.currentTarget.getBoundingClientRect();
    onPoint?.(Math.min(high, Math.max(low, x.invert(event.clientX - left))));
  };
  return (
    <div
      ref={place}
      className={styles.chart}
      style={{ height: heightPx }}
      data-live={onPoint !== undefined || undefined}
      onPointerDown={(event) => {
        if (event.button !== 0 || onPoint === undefined) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setDragging(true);
        point(event);
      }}
      onPointerMove={(event) => {
        if (isDragging) point(event);
      }}
      onPointerUp={() => setDragging(false)}
      onPointerCancel={() => setDragging(false)}
    >
      {size.width > 0 && (
        <svg width={size.width} height={heightPx} role="img" aria-label={label}>
          <Drawing {...props} scale={x} widthPx={size.width} />
          {props.over?.(x, heightPx - BOTTOM_PX, yScale(props.y, heightPx))}
        </svg>
      )}
    </div>
  );
}

const yScale = (y: Range, heightPx: number): LinearScale => linearScale(y, [heightPx - BOTTOM_PX, TOP_PX]);

function Drawing(props: ChartProps & { scale: LinearScale; widthPx: number }) {
  const { heightPx, x, y, lines, marks, xText, yText = String, scale, widthPx } = props;
  return useMemo(() => {
    const bottom = heightPx - BOTTOM_PX;
    const up = yScale(y, heightPx);
    const right = widthPx - RIGHT_PX;
    return (
      <>
        {niceTicks(y, Math.max(2, Math.floor(bottom / Y_SPACING_PX))).map((tick) => (
          <g key={tick}>
            <line
              className={classNames(styles.grid, tick === 0 && styles.zero)}
              x1={LEFT_PX}
              x2={right}
              y1={up.at(tick)}
              y2={up.at(tick)}
            />
            <text className={styles.yTick} x={LEFT_PX - 6} y={up.at(tick) + 4}>
              {yText(tick)}
            </text>
          </g>
        ))}
        {niceTicks(x, Math.max(2, Math.floor(widthPx / X_SPACING_PX))).map((tick) => (
          <text key={tick} className={styles.xTick} x={scale.at(tick)} y={heightPx - 5}>
            {xText(tick)}
          </text>
        ))}
        {marks?.map((mark) => (
          <line
            key={mark.key}
            className={classNames(styles.mark, styles[mark.tone], mark.isBroken && styles.broken)}
            x1={scale.at(mark.x)}
            x2={scale.at(mark.x)}
            y1={TOP_PX}
            y2={bottom}
          >
            <title>{mark.title}</title>
          </line>
        ))}
        {/* An inner drawing cuts off what runs beyond its edges. */}
        <svg
          x={LEFT_PX}
          y={0}
          width={Math.max(0, right - LEFT_PX)}
          height={heightPx}
          viewBox={`${LEFT_PX} 0 ${Math.max(1, right - LEFT_PX)} ${heightPx}`}
          aria-hidden="true"
        >
          {lines.map(
            ({ key, tone, band }) =>
              band !== undefined && (
                <path
                  key={key}
                  className={classNames(styles.band, styles[tone])}
                  d={bandPath(band, scale, up)}
                />
              ),
          )}
          {lines.map(({ key, tone, points }) => (
            <path
              key={key}
              className={classNames(styles.line, styles[tone])}
              d={linePath(points, scale, up)}
            />
          ))}
        </svg>
      </>
    );
  }, [heightPx, x, y, lines, marks, xText, yText, scale, widthPx]);
}

/** Upright line at a place of the x axis. */
export function ChartCursor({
  x,
  heightPx,
  tone = 'plain',
}: {
  x: number;
  heightPx: number;
  tone?: LineTone;
}) {
  return (
    <line
      className={classNames(styles.cursor, styles[tone])}
      x1={0}
      x2={0}
      y1={0}
      y2={heightPx}
      transform={`translate(${x.toFixed(1)} 0)`}
    />
  );
}
