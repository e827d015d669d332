import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { CurveView } from '../../../shared/contract/compareApi.ts';
import type { Side } from '../../../shared/domain/analysis.ts';
import { Chart, ChartCursor, type ChartMark } from '../../charts/Chart.tsx';
import type { LinearScale, Range } from '../../charts/chartMaths.ts';
import { DataTable } from '../../charts/DataTable.tsx';
import type { Player } from '../../player/player.ts';
import { GraphCard } from './GraphCard.tsx';
import {
  type CurveTimes,
  curveTimes,
  type EventMark,
  timeLines,
  timeRange,
  toneOf,
  valueAt,
} from './graphData.ts';
import styles from './graphs.module.css';
import { timeCsv, timeRows } from './graphTables.ts';
import { curveName, curveUnit, sideName, valueText } from './graphTexts.ts';
import { WINDOWS, type WindowChoice, windowAt } from './timeWindow.ts';

const HEIGHT_PX = 150;
const secondsText = (value: number): string => `${Number(value.toFixed(2))} s`;

export interface TimeGraphsProps {
  readonly player: Player;
  readonly times: Float64Array;
  readonly everyFrames: number;
  readonly curves: readonly CurveView[];
  readonly nearSide: Side | null;
  readonly marks: readonly EventMark[];
  readonly window: WindowChoice;
  readonly onSeek: (timeS: number) => void;
}

/** Every chosen curve over the same stretch of time; the stretch turns like a page where the cursor leaves it. */
export function TimeGraphs(props: TimeGraphsProps) {
  const { t } = useTranslation();
  const { player, times, everyFrames, curves, nearSide, marks, window, onSeek } = props;
  const held = useRef<Range>([0, 0]);
  // Only a turned page draws the lines anew, not every frame.
  const shownKey = useStore(player.store, ({ frame }) => {
    held.current = windowAt(held.current, WINDOWS[window], times.at(-1) ?? 0, times[frame] ?? 0);
    return held.current.join(' ');
  });
  const shown = useMemo((): Range => {
    const [from = 0, to = 0] = shownKey.split(' ').map(Number);
    return [from, to];
  }, [shownKey]);
  const at = useMemo(() => curveTimes({ everyFrames }, times), [everyFrames, times]);
  const chartMarks = useMemo(
    () =>
      marks
        .filter(({ timeS }) => timeS >= shown[0] && timeS <= shown[1])
        .map(({ side, type, timeS }): ChartMark => {
          const text = { side: t(`graphs.sides.${side}`), time: timeS.toFixed(3) };
          return {
            ...{ key: `${side} ${type} ${timeS}`, x: timeS, tone: toneOf(side, nearSide) },
            isBroken: type === 'toeOff',
            title: t(type === 'toeOff' ? 'graphs.toeOff' : 'graphs.contact', text),
          };
        }),
    [marks, shown, nearSide, t],
  );
  return (
    <>
      {curves.map((curve) => (
        <TimeGraph
          key={curve.id}
          {...{ player, times, everyFrames, curve, nearSide, shown, at, onSeek }}
          marks={chartMarks}
        />
      ))}
      {marks.length > 0 && curves.length > 0 && <p className={styles.soft}>{t('graphs.marksNote')}</p>}
    </>
  );
}

interface TimeGraphProps
  extends Pick<TimeGraphsProps, 'player' | 'times' | 'everyFrames' | 'nearSide' | 'onSeek'> {
  readonly curve: CurveView;
  readonly shown: Range;
  readonly at: CurveTimes;
  readonly marks: readonly ChartMark[];
}

function TimeGraph({
  player,
  times,
  everyFrames,
  curve,
  nearSide,
  shown,
  at,
  marks,
  onSeek,
}: TimeGraphProps) {
  const { t } = useTranslation();
  const lines = useMemo(() => timeLines(curve, at, shown, nearSide), [curve, at, shown, nearSide]);
  const range = useMemo(() => timeRange(curve), [curve]);
  if (range === undefined) return null;
  const name = curveName(t, curve.id);
  const unit = curveUnit(t, curve.unit);
  const caption = t('graphs.chartTime', { name, from: shown[0].toFixed(1), to: shown[1].toFixed(1) });
  const head = [
    t('graphs.frame'),
    t('graphs.time'),
    ...curve.traces.map(({ side }) =>
      side === null ? `${name} (${unit})` : `${sideName(t, side, nearSide)} (${unit})`,
    ),
  ];
  return (
    <GraphCard
      id={curve.id}
      unit={unit}
      values={<ValuesNow {...{ player, everyFrames, curve, nearSide }} />}
      table={
        <DataTable
          caption={caption}
          head={head}
          rows={() => timeRows(curve, at, shown)}
          csv={() => timeCsv(curve, at, head)}
        />
      }
    >
      <Chart
        label={caption}
        heightPx={HEIGHT_PX}
        {...{ lines, marks }}
        x={shown}
        y={range}
        xText={secondsText}
        onPoint={onSeek}
        over={(x, heightPx) => <TimeCursor {...{ player, times, x, heightPx }} />}
      />
    </GraphCard>
  );
}

interface TimeCursorProps extends Pick<TimeGraphsProps, 'player' | 'times'> {
  readonly x: LinearScale;
  readonly heightPx: number;
}

function TimeCursor({ player, times, x, heightPx }: TimeCursorProps) {
  const frame = useStore(player.store, (state) => state.frame);
  return <ChartCursor x={x.at(times[frame] ?? 0)} heightPx={heightPx} />;
}

/** What the curve says at the frame on show. */
function ValuesNow({
  player,
  everyFrames,
  curve,
  nearSide,
}: Pick<TimeGraphProps, 'player' | 'everyFrames' | 'curve' | 'nearSide'>) {
  const { t } = useTranslation();
  const frame = useStore(player.store, (state) => state.frame);
  return curve.traces.map(({ side, values }) => (
    <span key={side} data-tone={toneOf(side, nearSide)}>
      {side === null ? '' : `${t(`graphs.sides.${side}`)} `}
      <strong>{valueText(t, valueAt(values, everyFrames, frame), curve.unit)}</strong>
    </span>
  ));
}
