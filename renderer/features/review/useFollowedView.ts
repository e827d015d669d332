import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Side } from '../../../shared/domain/analysis.ts';
import { footPoint } from '../../overlay/footPoint.ts';
import type { Keypoints } from '../../overlay/keypointReader.ts';
import { centredOn, viewOf } from '../../overlay/viewTransform.ts';
import type { Player } from '../../player/player.ts';
import type { StageView } from './useStageView.ts';

/** The view with the chosen foot in its middle on every frame, while the coach follows it. */
export function useFollowedView(
  player: Player,
  view: StageView,
  keypoints: Keypoints | undefined,
  foot: Side,
): StageView {
  const frame = useStore(player.store, ({ shownFrame }) => (view.isFollowing ? shownFrame : undefined));
  return useMemo(() => {
    if (frame === undefined || keypoints === undefined) return view;
    const point = footPoint(keypoints, frame, foot);
    if (point === undefined) return view;
    const zoom = centredOn(view.zoom, point);
    return { ...view, zoom, view: viewOf(zoom, view.image, view.stage) };
  }, [view, frame, keypoints, foot]);
}
