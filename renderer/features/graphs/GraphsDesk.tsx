import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Clip } from '../../../shared/contract/clipSchemas.ts';
import type { ClipCurvesView } from '../../../shared/contract/compareApi.ts';
import type { Analysis, Side } from '../../../shared/domain/analysis.ts';
import { nearestFrame } from '../../../shared/domain/frameTable.ts';
import { useActions } from '../../actions/useActions.ts';
import type { Keypoints } from '../../overlay/keypointReader.ts';
import { ClipScreen } from '../../player/ClipScreen.tsx';
import { PlayBar } from '../../player/PlayBar.tsx';
import { neighbourFrame, playActions } from '../../player/playActions.ts';
import type { Player } from '../../player/player.ts';
import { CycleGraphs } from './CycleGraphs.tsx';
import { type GraphKind, GraphTools } from './GraphTools.tsx';
import { eventMarks } from './graphData.ts';
import styles from './graphs.module.css';
import { TimeGraphs } from './TimeGraphs.tsx';
import type { WindowChoice } from './timeWindow.ts';

export interface GraphsDeskProps {
  readonly clip: Clip;
  readonly player: Player;
  /** True seconds of all frames. */
  readonly times: Float64Array;
  readonly keypoints: Keypoints | undefined;
  readonly curves: ClipCurvesView;
  readonly analysis: Analysis | undefined;
}

/** What is drawn at first: the leg from the side, everything from behind. */
const FIRST_SHOWN = 3;

/** Picture on the left, graphs on the right; one cursor for both. */
export function GraphsDesk({ clip, player, times, keypoints, curves, analysis }: GraphsDeskProps) {
  const { t } = useTranslation();
  const nearSide = analysis?.clips.find(({ id }) => id === clip.id)?.near_side ?? null;
  const strides = useMemo(() => analysis?.strides ?? [], [analysis]);
  const marks = useMemo(() => eventMarks(strides, clip.id), [strides, clip.id]);
  const contacts = useMemo(
    () => marks.filter(({ type }) => type === 'contact').map(({ timeS }) => nearestFrame(times, timeS)),
    [marks, times],
  );
  const [kind, setKind] = useState<GraphKind>('time');
  const [window, setWindow] = useState<WindowChoice>('s4');
  const [foot, setFoot] = useState<Side>(nearSide ?? 'L');
  const [shown, setShown] = useState<readonly string[]>(() =>
    curves.curves.slice(0, FIRST_SHOWN).map(({ id }) => id),
  );
  const onContact = (direction: 1 | -1): void => {
    const frame = neighbourFrame(contacts, player.store.getState().frame, direction);
    player.pause();
    if (frame !== undefined) player.seek(frame);
  };
  useActions([
    ...playActions(player, times.length - 1),
    {
      id: 'graphs.previousContact',
      run: () => onContact(-1),
    },
    {
      id: 'graphs.nextContact',
      run: () => onContact(1),
    },
    {
      id: 'graphs.overTime',
      run: () => setKind('time'),
    },
    {
      id: 'graphs.overCycle',
      run: () => setKind('cycle'),
    },
  ]);
  const seek = (timeS: number): void => {
    player.pause();
    player.seek(nearestFrame(times, timeS));
  };
  const drawn = curves.curves.filter(({ id }) => shown.includes(id));
  const shared = { player, times, nearSide, curves: drawn, onSeek: seek };
  return (
    <div className={styles.desk}>
      <section className={styles.video} aria-label={t('graphs.video', { file: clip.fileName })}>
        <ClipScreen
          label={t('graphs.video', { file: clip.fileName })}
          {...{ player, keypoints, nearSide }}
          image={clip}
        />
        <PlayBar {...{ player, times }} onContact={contacts.length > 0 ? onContact : undefined} />
      </section>
      <section className={styles.graphs} aria-label={t('graphs.title')}>
        <GraphTools
          {...{ kind, window, foot, shown, nearSide }}
          all={curves.curves}
          onKind={setKind}
          onWindow={setWindow}
          onFoot={setFoot}
          onShown={setShown}
        />
        {drawn.length === 0 && <p className={styles.soft}>{t('graphs.noMeasure')}</p>}
        {kind === 'time' ? (
          <TimeGraphs {...shared} {...{ marks, window }} everyFrames={curves.everyFrames} />
        ) : (
          <CycleGraphs {...shared} {...{ strides, foot }} clipId={clip.id} />
        )}
      </section>
    </div>
  );
}
