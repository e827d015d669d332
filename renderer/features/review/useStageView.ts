import { useCallback, useMemo, useState } from 'react';
import {
  type CanvasPoint,
  panBy,
  type Size,
  type ViewTransform,
  viewOf,
  wholePicture,
  type Zoom,
  zoomAt,
} from '../../overlay/viewTransform.ts';

export interface StageView {
  readonly image: Size;
  readonly stage: Size;
  readonly zoom: Zoom;
  readonly view: ViewTransform;
  readonly setStage: (stage: Size) => void;
  /** Zooms about a point of the stage, its middle by default. */
  readonly zoomBy: (ratio: number, at?: CanvasPoint) => void;
  readonly pan: (dx: number, dy: number) => void;
  readonly fit: () => void;
  /** Whether the chosen foot stays in the middle while stepping; panning ends it. */
  readonly isFollowing: boolean;
  readonly setFollowing: (isFollowing: boolean) => void;
}

/** Following needs a closer look than the whole picture. */
const FOLLOW_FACTOR = 4;

/** Where the picture lies on the stage. Stays the same part of the picture when the window changes its size. */
export function useStageView(width: number, height: number): StageView {
  const image = useMemo(() => ({ width, height }), [width, height]);
  const [stage, setStage] = useState<Size>({ width: 0, height: 0 });
  const [zoom, setZoom] = useState<Zoom>(() => wholePicture(image));
  const view = useMemo(() => viewOf(zoom, image, stage), [zoom, image, stage]);
  const zoomBy = useCallback(
    (ratio: number, at: CanvasPoint = { x: stage.width / 2, y: stage.height / 2 }) =>
      setZoom((now) => zoomAt(now, ratio, at, image, stage)),
    [image, stage],
  );
  const [isFollowing, setIsFollowing] = useState(false);
  const pan = useCallback(
    (dx: number, dy: number) => {
      setIsFollowing(false);
      setZoom((now) => panBy(now, dx, dy, image, stage));
    },
    [image, stage],
  );
  const fit = useCallback(() => {
    setIsFollowing(false);
    setZoom(wholePicture(image));
  }, [image]);
  const setFollowing = useCallback((follows: boolean) => {
    setIsFollowing(follows);
    if (follows) setZoom((now) => (now.factor < 2 ? { ...now, factor: FOLLOW_FACTOR } : now));
  }, []);
  return useMemo(
    () => ({ image, stage, zoom, view, setStage, zoomBy, pan, fit, isFollowing, setFollowing }),
    [image, stage, zoom, view, zoomBy, pan, fit, isFollowing, setFollowing],
  );
}
