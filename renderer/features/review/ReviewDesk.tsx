import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Clip } from '../../../shared/contract/clipSchemas.ts';
import type { EditsState } from '../../../shared/contract/workSchemas.ts';
import type { Analysis, EventType, Metric, RepairedJoint, Side } from '../../../shared/domain/analysis.ts';
import { nearestFrame } from '../../../shared/domain/frameTable.ts';
import { isPoseEdit } from '../../../shared/gait/replayEvents.ts';
import { otherSide } from '../../../shared/pose/keypoints.ts';
import { keyOf } from '../../actions/keyChoice.ts';
import { type Offer, useActions } from '../../actions/useActions.ts';
import type { Keypoints } from '../../overlay/keypointReader.ts';
import type { Player } from '../../player/player.ts';
import { AlignmentButton, AlignmentCard } from './align/AlignmentCard.tsx';
import { useAligning } from './align/useAligning.ts';
import { CorrectBar } from './correct/CorrectBar.tsx';
import { correctActions } from './correct/correctActions.ts';
import { useCorrecting } from './correct/useCorrecting.ts';
import { DeskNotices } from './DeskNotices.tsx';
import { DrawBar } from './draw/DrawBar.tsx';
import { drawActions } from './draw/drawActions.ts';
import { TextDialog } from './draw/TextDialog.tsx';
import { useDrawing } from './draw/useDrawing.ts';
import { EventBar } from './EventBar.tsx';
import { ExcludeDialog } from './ExcludeDialog.tsx';
import { acceptEdit, addEdit, moveEdit, rejectEdit, strideEdit } from './editing.ts';
import { Findings } from './Findings.tsx';
import { MetricsPanel } from './MetricsPanel.tsx';
import { firstPlace } from './metricPanel.ts';
import { NotAnalysed } from './NotAnalysed.tsx';
import { FIRST_OVERLAYS, withSkeleton } from './overlayChoice.ts';
import panel from './panel.module.css';
import { goToClip, takeGoal } from './pendingGoal.ts';
import styles from './Review.module.css';
import { reviewActions } from './reviewActions.ts';
import {
  countLostEdits,
  doubtfulEvents,
  type EventChoice,
  eventFrom,
  loopAt,
  type ReviewEvent,
  reviewEvents,
} from './reviewEvents.ts';
import { Stage } from './Stage.tsx';
import { ContactStrip } from './strip/ContactStrip.tsx';
import { StripBar } from './strip/StripBar.tsx';
import { stripActions } from './strip/stripActions.ts';
import { useStrip } from './strip/useStrip.ts';
import { Timeline } from './Timeline.tsx';
import { type LoopChoice, TransportBar } from './TransportBar.tsx';
import { useEditing } from './useEditing.ts';
import { useHeldSteps } from './useHeldSteps.ts';
import { useStageView } from './useStageView.ts';
import { useZone } from './useZone.ts';
import { loopOfZone } from './zone.ts';

export interface ReviewDeskProps {
  readonly clip: Clip;
  readonly player: Player;
  /** True seconds of all frames. */
  readonly times: Float64Array;
  /** As they were found. */
  readonly keypoints: Keypoints | undefined;
  readonly latest: { readonly analysis: Analysis; readonly outdated: boolean } | null;
  readonly edits: EditsState | undefined;
}

/** Stage, measurements and timeline of an opened clip, and what ties them together. */
export function ReviewDesk({ clip, player, times, keypoints: found, latest, edits }: ReviewDeskProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const analysis = latest?.analysis;
  const own = analysis?.clips.find(({ id }) => id === clip.id);
  const nearSide = own === undefined ? sideOfRole(clip.role) : own.near_side;
  const [selectedKey, setSelectedKey] = useState<string>();
  const [foot, setFoot] = useState<Side>(nearSide ?? 'L');
  const [overlays, setOverlays] = useState(FIRST_OVERLAYS);
  const [loop, setLoop] = useState<LoopChoice>('off');
  const view = useStageView(clip.width, clip.height);
  const zone = useZone(clip);
  const editing = useEditing(clip.sessionId, analysis);
  const error = useStore(player.store, (state) => state.error);
  const laid = useMemo(() => edits?.edits.map(({ edit }) => edit) ?? [], [edits]);
  const poseEdits = useMemo(
    () => laid.filter(isPoseEdit).filter((edit) => edit.clip === clip.id),
    [laid, clip.id],
  );
  const events = useMemo(
    () => reviewEvents(analysis?.events ?? [], laid, clip.id, times),
    [analysis?.events, laid, clip.id, times],
  );
  const lostEdits = useMemo(
    () => (analysis === undefined ? 0 : countLostEdits(analysis.events, laid, clip.id)),
    [analysis, laid, clip.id],
  );
  const selected = events.find(({ key }) => key === selectedKey);
  const [excluding, setExcluding] = useState<ReviewEvent>();
  const frameNow = () => player.store.getState().frame;
  const timeNow = () => times[frameNow()] ?? 0;

  useEffect(() => {
    const goal = takeGoal(clip.id);
    if (goal !== undefined) player.seek(nearestFrame(times, goal.timeS));
  }, [clip.id, player, times]);
  useEffect(() => {
    // The loop stays where it was set, so that it can be watched while stepping elsewhere.
    if (loop === 'off') player.setLoop(undefined);
    else if (loop === 'zone') player.setLoop(loopOfZone(zone.zone));
    else player.setLoop(loopAt(events, player.store.getState().frame, loop));
  }, [player, loop, events, zone.zone]);

  const show = (event: ReviewEvent, shift = 0): void => {
    setSelectedKey(event.key);
    setFoot(event.side);
    player.pause();
    player.seek(event.frame + shift);
  };
  const select = (event: ReviewEvent): void => {
    editing.clearProblem();
    show(event);
  };
  const aligning = useAligning({ clip, events, selected, onSelect: select, player, times });
  const strip = useStrip({ clipId: clip.id, events, selected, show, times, editing });
  const correcting = useCorrecting({
    ...{ clipId: clip.id, width: clip.width, height: clip.height, frameCount: times.length },
    ...{ found, repaired: own?.repaired ?? NOTHING_REPAIRED, edits: poseEdits, player, editing, foot },
  });
  const { keypoints, placed } = correcting;
  const corrected = useMemo(() => new Set([...placed.values()].flatMap((frames) => [...frames])), [placed]);
  const drawings = edits?.drawings ?? NO_DRAWINGS;
  const drawing = useDrawing({
    ...{ clipId: clip.id, image: view.image, frameCount: times.length },
    ...{ keypoints, drawings, player, editing },
  });
  const hasTools = strip.isOpen || correcting.isOn || drawing.isOn;
  useHeldSteps(player, !hasTools);

  const go = (goalClip: string, timeS: number): void => {
    player.pause();
    setSelectedKey(undefined);
    if (goalClip === clip.id) player.seek(nearestFrame(times, timeS));
    else goToClip(goalClip, timeS);
  };
  const onMetric = (metric: Metric): void => {
    const place = analysis === undefined ? undefined : firstPlace(analysis, metric, clip.id);
    if (place !== undefined) go(place.clip, place.timeS);
  };
  const onEvent = (direction: 1 | -1, choice?: EventChoice): void => {
    // The card shows mid-stance from behind: the next contact is the next one after the one at hand.
    const from = aligning.isOn && selected !== undefined ? selected.frame : frameNow();
    const event = eventFrom(events, from, direction, choice);
    if (event !== undefined) select(event);
  };
  const onEdit = (make: (event: ReviewEvent) => Parameters<typeof editing.add>[0]) => () => {
    if (selected !== undefined && selected.state !== 'rejected') void editing.add(make(selected));
  };
  const onAccept = onEdit((event) => acceptEdit(clip.id, event));
  const onMove = onEdit((event) => moveEdit(clip.id, event, timeNow()));
  const onReject = onEdit((event) => rejectEdit(clip.id, event));
  const onAdd = (type: EventType): void => void editing.add(addEdit(clip.id, foot, type, timeNow()));
  const onExclude = (): void => {
    if (selected?.type !== 'initial_contact' || selected.state === 'rejected') return;
    if (selected.excluded === undefined) setExcluding(selected);
    else void editing.add(strideEdit(clip.id, selected, undefined));
  };
  /** One tool at a time. */
  const endTools = (but: unknown): void => {
    if (strip !== but) strip.close();
    for (const tool of [correcting, drawing]) if (tool !== but && tool.isOn) tool.toggle();
  };
  const onStrip = (): void => {
    endTools(strip);
    strip.toggle();
  };
  const onCorrect = (): void => {
    endTools(correcting);
    correcting.toggle();
  };
  const onDraw = (): void => {
    endTools(drawing);
    // The card goes on about its contact, which the drawing may be of.
    if (!aligning.isOn) setSelectedKey(undefined);
    drawing.toggle();
  };
  const onFollow = (): void => view.setFollowing(!view.isFollowing);
  const modeActions = strip.isOpen
    ? stripActions(strip)
    : correcting.isOn
      ? correctActions(correcting)
      : drawing.isOn
        ? drawActions(drawing)
        : [];
  useActions(
    actionsOver(
      modeActions,
      correcting.isOn || drawing.isOn,
      reviewActions({
        ...{ player, onEvent, onAccept, onMove, onReject, onAdd, onExclude, onStrip, onCorrect, onDraw },
        onAlign: aligning.toggle,
        onGraphs: () => void navigate({ to: '/graphs/$clipId', params: { clipId: clip.id } }),
        onCompare: () => void navigate({ to: '/compare/$clipId', params: { clipId: clip.id } }),
        lastFrame: times.length - 1,
        hasSelected: () => selected !== undefined,
        canUndo: edits?.canUndo === true,
        canRedo: edits?.canRedo === true,
        onSwitchFoot: () => setFoot(otherSide),
        onDeselect: () => setSelectedKey(undefined),
        onUndo: editing.undo,
        onRedo: editing.redo,
        onZoom: view.zoomBy,
        onFit: view.fit,
        onSkeleton: () => setOverlays(withSkeleton),
        onOverlay: (name) => setOverlays((now) => ({ ...now, [name]: !now[name] })),
        onFollow,
        hasPose: keypoints !== undefined,
        onZoneIn: () => zone.setEdge('fromFrame', frameNow()),
        onZoneOut: () => zone.setEdge('toFrame', frameNow()),
      }),
    ),
  );

  const shared = { player, times, events };
  return (
    <div className={styles.desk}>
      <div className={styles.stageCell}>
        <Stage
          timeScale={clip.timeScale}
          {...shared}
          {...{ view, keypoints, selected, foot, nearSide, overlays, correcting, drawing, aligning }}
          direction={own?.direction ?? null}
        />
        <DeskNotices
          // The notice above says already that the file is gone.
          error={clip.missing && !clip.hasProxy ? undefined : error}
          onRetry={() => player.seek(frameNow())}
          editing={editing}
          zoneProblem={zone.problem}
          outdated={latest?.outdated === true && !editing.isMeasuring}
        />
      </div>
      <aside className={panel.panel}>
        {aligning.isOn && (
          <AlignmentCard
            {...{ aligning, analysis }}
            isFromBehind={own?.view === 'rear'}
            drawings={drawing.own}
          />
        )}
        {!aligning.isOn && keypoints !== undefined && <AlignmentButton onOpen={aligning.toggle} />}
        {aligning.isOn ? null : analysis === undefined || own === undefined ? (
          <NotAnalysed sessionId={clip.sessionId} isOther={analysis !== undefined} />
        ) : (
          <Findings
            {...{ player, analysis }}
            clipId={clip.id}
            onGo={(goalClip, frame) => {
              const found = analysis.findings
                .flatMap(({ frames }) => frames)
                .find((one) => one.clip === goalClip && one.frame === frame);
              if (found !== undefined) go(goalClip, found.time_s);
            }}
            onConfirm={editing.confirm}
          />
        )}
        {!aligning.isOn && analysis !== undefined && (
          <MetricsPanel
            {...{ player, analysis, events, selectedKey, onMetric }}
            clipId={clip.id}
            firstTab={nearSide ?? 'both'}
            onSelect={select}
            lostEdits={lostEdits}
          />
        )}
      </aside>
      <div className={styles.bottom}>
        <TransportBar
          {...{ player, times, loop, overlays, nearSide, onDraw }}
          isDrawing={drawing.isOn}
          onContact={onEvent}
          timeScale={clip.timeScale}
          firstPtsS={clip.firstPtsS}
          hasEvents={events.length > 0}
          hasPose={keypoints !== undefined}
          onLoop={setLoop}
          onOverlays={setOverlays}
          hasZone={zone.zone !== null}
          isFollowing={view.isFollowing}
          onFollow={onFollow}
        />
        {correcting.isOn ? (
          <CorrectBar {...{ player, correcting, edits, editing }} />
        ) : drawing.isOn ? (
          <DrawBar {...{ player, times, drawing, edits, editing }} heightPx={clip.height} />
        ) : strip.isOpen ? (
          <StripBar {...{ strip, selected, edits, editing, onExclude }} />
        ) : (
          analysis !== undefined && (
            <EventBar
              {...{ player, selected, foot, onAccept, onMove, onReject, onAdd, onExclude }}
              {...{ editing, edits }}
              doubtful={doubtfulEvents(events).length}
              onFoot={setFoot}
              onStrip={keypoints && onStrip}
              onCorrect={keypoints && onCorrect}
            />
          )
        )}
        {strip.isOpen && keypoints !== undefined ? (
          <ContactStrip {...{ player, keypoints, times, strip, selected }} image={view.image} />
        ) : (
          <Timeline
            {...shared}
            clip={clip}
            selectedKey={selectedKey}
            zone={zone}
            corrected={corrected}
            onSelect={(event) => {
              setSelectedKey(event?.key);
              if (event !== undefined) setFoot(event.side);
            }}
          />
        )}
      </div>
      {drawing.asking !== undefined && <TextDialog onWords={drawing.giveText} />}
      {excluding !== undefined && (
        <ExcludeDialog
          stride={`${t('review.event', {
            side: t(`review.side.${excluding.side}`),
            type: t('review.eventType.initial_contact'),
          })} ${excluding.frame}`}
          onClose={() => setExcluding(undefined)}
          onExclude={(reason) => {
            void editing.add(strideEdit(clip.id, excluding, reason));
            setExcluding(undefined);
          }}
        />
      )}
    </div>
  );
}

/** The same list each time, so that nothing is drawn anew for it. */
const NO_DRAWINGS: EditsState['drawings'] = [];
const NOTHING_REPAIRED: readonly RepairedJoint[] = [];

/** Nobody changes an event by a slip of the hand while working on the picture. */
const EVENT_ACTIONS: ReadonlySet<string> = new Set(
  [
    'acceptSelected',
    'moveSelected',
    'rejectSelected',
    'addContactHere',
    'addToeOffHere',
    'excludeStride',
  ].map((name) => `review.${name}`),
);

/** What a tool does with a key goes over what the desk does with it. */
const actionsOver = (over: readonly Offer[], isOnPicture: boolean, under: readonly Offer[]): Offer[] => [
  ...under.filter(
    ({ id }) => !(isOnPicture && EVENT_ACTIONS.has(id)) && !over.some((tool) => keyOf(tool.id) === keyOf(id)),
  ),
  ...over,
];

const sideOfRole = (role: Clip['role']): Side | null =>
  role === 'side_left' ? 'L' : role === 'side_right' ? 'R' : null;
