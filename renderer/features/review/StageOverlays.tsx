import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Side } from '../../../shared/domain/analysis.ts';
import { LEG } from '../../../shared/pose/keypoints.ts';
import {
  drawGround,
  drawPlumbLine,
  drawRing,
  drawSkeleton,
  drawTrail,
  type Pen,
} from '../../overlay/draw.ts';
import { groundLine, type Standing } from '../../overlay/groundLine.ts';
import { type Keypoints, keypointAt } from '../../overlay/keypointReader.ts';
import { OverlayLayer } from '../../overlay/OverlayLayer.tsx';
import { TRAIL_COLOUR } from '../../overlay/overlayStyle.ts';
import { skeletonScene } from '../../overlay/skeletonScene.ts';
import type { Player } from '../../player/player.ts';
import { AngleOverlay } from './AngleOverlay.tsx';
import { Legend } from './Legend.tsx';
import { hasSkeleton, type OverlayChoice, SEGMENTS } from './overlayChoice.ts';
import { liveContacts, type ReviewEvent, type Stance, stanceSides, stances } from './reviewEvents.ts';
import styles from './Stage.module.css';
import type { StageView } from './useStageView.ts';

export interface StageOverlaysProps {
  readonly player: Player;
  readonly view: StageView;
  readonly keypoints: Keypoints | undefined;
  /** True seconds of all frames. */
  readonly times: Float64Array;
  readonly events: readonly ReviewEvent[];
  readonly selected: ReviewEvent | undefined;
  /** Foot whose trail is drawn. */
  readonly foot: Side;
  readonly nearSide: Side | null;
  readonly overlays: OverlayChoice;
  /** Where the runner goes to on the picture. */
  readonly direction: 'left' | 'right' | null;
}

/** How far back a trail goes, true seconds. */
const TRAIL_S = 0.7;

export function StageOverlays(props: StageOverlaysProps) {
  const { player, view, keypoints, times, events, selected, foot, nearSide, overlays } = props;
  const { L, R, trunk, arms } = overlays;
  const frame = useStore(player.store, (state) => state.shownFrame);
  const allStances = useMemo(() => stances(events), [events]);
  const stance = frame === undefined ? [] : stanceSides(allStances, frame);
  const stanceKey = stance.join('');
  const pose = useMemo(() => {
    if (frame === undefined || keypoints === undefined) return undefined;
    const sides = [...stanceKey].filter((side): side is Side => side === 'L' || side === 'R');
    const wanted = { L, R, trunk, arms };
    const segments = new Set(SEGMENTS.filter((segment) => wanted[segment]));
    const scene = skeletonScene(keypoints, frame, { nearSide, stance: sides, segments });
    return (pen: Pen) => drawSkeleton(pen, scene, view.view);
  }, [frame, keypoints, L, R, trunk, arms, nearSide, stanceKey, view.view]);
  const saved = useMemo(() => {
    if (frame === undefined || keypoints === undefined) return undefined;
    const ankles = (overlays.plumb ? liveContacts(events) : [])
      .filter((contact) => contact.frame === frame)
      .map(({ side }) => keypointAt(keypoints, frame, LEG[side].ankle));
    const trail = overlays.trail ? trailOf(keypoints, times, frame, foot) : [];
    const ground = overlays.ground ? groundLine(keypoints, standingOf(allStances), frame) : undefined;
    return (pen: Pen) => {
      if (ground !== undefined) drawGround(pen, ground, view.image.width, view.view);
      drawTrail(pen, trail, TRAIL_COLOUR, view.view);
      for (const ankle of ankles) {
        if (ankle !== undefined) drawPlumbLine(pen, ankle, view.image.height, view.view);
      }
    };
  }, [
    frame,
    keypoints,
    times,
    events,
    allStances,
    foot,
    overlays.trail,
    overlays.ground,
    overlays.plumb,
    view.view,
    view.image,
  ]);
  const draft = useMemo(() => {
    if (keypoints === undefined || selected === undefined || selected.frame !== frame) return undefined;
    const toe = keypointAt(keypoints, frame, LEG[selected.side].ankle);
    return toe === undefined ? undefined : (pen: Pen) => drawRing(pen, toe, view.view);
  }, [frame, keypoints, selected, view.view]);
  const layer = { stage: view.stage, className: styles.canvas };
  return (
    <>
      <OverlayLayer layer="saved" draw={saved} {...layer} />
      <OverlayLayer layer="pose" draw={pose} {...layer} />
      <OverlayLayer layer="draft" draw={draft} {...layer} />
      {keypoints !== undefined && overlays.angles && (
        <AngleOverlay {...{ keypoints, frame, foot, view }} forward={props.direction === 'left' ? -1 : 1} />
      )}
      {keypoints !== undefined && hasSkeleton(overlays) && <Legend nearSide={nearSide} stance={stance} />}
    </>
  );
}

const standingOf = (all: readonly Stance[]): Standing[] =>
  all.map(({ side, contact, toeOff }) => ({ side, from: contact.frame, to: toeOff.frame }));

/** Tip of the shoe over the last moments; the first frame that is old enough ends it. */
function trailOf(keypoints: Keypoints, times: Float64Array, frame: number, side: Side) {
  const points = [];
  const now = times[frame] ?? 0;
  for (let at = frame; at >= 0 && now - (times[at] ?? 0) <= TRAIL_S; at--) {
    points.push(keypointAt(keypoints, at, LEG[side].footIndex));
  }
  return points;
}
