import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { CurveView } from '../../../shared/contract/compareApi.ts';
import type { Side, Stride } from '../../../shared/domain/analysis.ts';
import { contactTimes, phaseAt, timeAtPhase } from '../../../shared/gait/phase.ts';
import { Chart, ChartCursor, type ChartMark } from '../../charts/Chart.tsx';
import type { LinearScale, Range } from '../../charts/chartMaths.ts';
import { DataTable } from '../../charts/DataTable.tsx';
import type { Player } from '../../player/player.ts';
import { GraphCard } from './GraphCard.tsx';
import { cycleLines, cycleRange, toneOf } from './graphData.ts';
import styles from './graphs.module.css';
import { cycleCsv, cycleRows } from './graphTables.ts';
import { curveName, curveUnit, sideName } from './graphTexts.ts';

const HEIGHT_PX = 170;
const WHOLE: Range = [0, 100];
const percentText = (value: number): string => `${value} %`;
const SIDES = ['L', 'R'] as const;

type Contacts = Readonly<Record<Side, readonly number[]>>;

export interface CycleGraphsProps {
  readonly player: Player;
  readonly times: Float64Array;
  readonly curves: readonly CurveView[];
  readonly nearSide: Side | null;
  readonly strides: readonly Stride[];
  readonly clipId: string;
  /** Whose stride a click goes into. */
  readonly foot: Side;
  readonly onSeek: (timeS: number) => void;
}

/** Mean ± SD of every chosen curve from contact to the next contact of the same foot. */
export function CycleGraphs(props: CycleGraphsProps) {
  const { t } = useTranslation();
  const { player, times, curves, nearSide, strides, clipId, foot, onSeek } = props;
  const contacts = useMemo<Contacts>(
    () => ({ L: contactTimes(strides, clipId, 'L'), R: contactTimes(strides, clipId, 'R') }),
    [strides, clipId],
  );
  /** The share of the stride at hand; before the first and after the last one, of the nearest. */
  const goTo = (percent: number): void => {
    const own = contacts[foot];
    const now = times[player.store.getState().frame] ?? 0;
    const last = own.length - 2;
    const cycle = phaseAt(own, now) ?? (now < (own[0] ?? 0) ? 0 : last);
    const time = timeAtPhase(own, Math.max(0, Math.min(last, Math.floor(cycle))) + percent / 100);
    if (time !== undefined) onSeek(time);
  };
  return (
    <>
      {curves.map((curve) => (
        <CycleGraph key={curve.id} {...{ player, times, curve, nearSide, contacts }} onPercent={goTo} />
      ))}
      {curves.length > 0 && <p className={styles.soft}>{t('graphs.cycleNote')}</p>}
    </>
  );
}

interface CycleGraphProps extends Pick<CycleGraphsProps, 'player' | 'times' | 'nearSide'> {
  readonly curve: CurveView;
  readonly contacts: Contacts;
  readonly onPercent: (percent: number) => void;
}

function CycleGraph({ player, times, curve, nearSide, contacts, onPercent }: CycleGraphProps) {
  const { t } = useTranslation();
  const lines = useMemo(() => cycleLines(curve, nearSide), [curve, nearSide]);
  const range = useMemo(() => cycleRange(curve), [curve]);
  const marks = useMemo(
    () =>
      curve.cycles.flatMap(({ side, toeOffPercent }): ChartMark[] =>
        toeOffPercent === null
          ? []
          : [
              {
                ...{ key: side, x: toeOffPercent, tone: toneOf(side, nearSide), isBroken: true },
                title: t('graphs.toeOffShare', {
                  side: t(`graphs.sides.${side}`),
                  percent: Math.round(toeOffPercent),
                }),
              },
            ],
      ),
    [curve, nearSide, t],
  );
  if (range === undefined) return null;
  const name = curveName(t, curve.id);
  const unit = curveUnit(t, curve.unit);
  const caption = t('graphs.chartCycle', { name });
  const sides = curve.cycles.map(({ side }) => sideName(t, side, nearSide));
  const percent = t('graphs.percent');
  return (
    <GraphCard
      id={curve.id}
      unit={unit}
      values={<StrideCounts curve={curve} nearSide={nearSide} />}
      table={
        <DataTable
          caption={caption}
          head={[percent, ...sides.map((side) => `${t('graphs.meanSd', { side })} (${unit})`)]}
          rows={() => cycleRows(curve)}
          csv={() =>
            cycleCsv(curve, [
              percent,
              ...sides.flatMap((side) => [
                `${t('graphs.mean', { side })} (${unit})`,
                `${t('graphs.sd', { side })} (${unit})`,
              ]),
            ])
          }
        />
      }
    >
      <Chart
        label={caption}
        heightPx={HEIGHT_PX}
        {...{ lines, marks }}
        x={WHOLE}
        y={range}
        xText={percentText}
        onPoint={onPercent}
        over={(x, heightPx) =>
          SIDES.map((side) => (
            <PhaseCursor
              key={side}
              {...{ player, times, x, heightPx }}
              contacts={contacts[side]}
              tone={toneOf(side, nearSide)}
            />
          ))
        }
      />
    </GraphCard>
  );
}

function StrideCounts({ curve, nearSide }: Pick<CycleGraphProps, 'curve' | 'nearSide'>) {
  const { t } = useTranslation();
  return curve.cycles.map(({ side, n, excluded, sd }) => (
    <span key={side} data-tone={toneOf(side, nearSide)}>
      {t(excluded === 0 ? 'graphs.strides' : 'graphs.stridesLeft', {
        ...{ side: t(`graphs.sides.${side}`), count: n, excluded },
      })}
      {sd === null && ` (${t('graphs.singleStride')})`}
    </span>
  ));
}

interface PhaseCursorProps extends Pick<CycleGraphsProps, 'player' | 'times'> {
  readonly x: LinearScale;
  readonly heightPx: number;
  readonly contacts: readonly number[];
  readonly tone: 'near' | 'far' | 'plain';
}

/** Where a foot is in its stride; nowhere before its first and after its last contact. */
function PhaseCursor({ player, times, x, heightPx, contacts, tone }: PhaseCursorProps) {
  const frame = useStore(player.store, (state) => state.frame);
  const phase = phaseAt(contacts, times[frame] ?? 0);
  if (phase === undefined) return null;
  return <ChartCursor x={x.at(100 * (phase - Math.floor(phase)))} {...{ heightPx, tone }} />;
}
