import { useEffect, useMemo, useRef, useState } from 'react';
import type { Keypoints } from '../../../overlay/keypointReader.ts';
import { openReader, type PlayableClip } from '../../../player/openReader.ts';
import type { ReviewEvent } from '../reviewEvents.ts';
import { type CropRequest, type CropStore, createCropStore } from './cropStore.ts';
import { cropOfFoot } from './stripCrop.ts';
import { stripFrames } from './stripOrder.ts';

export interface Crops extends CropRequest {
  readonly pictureOf: (frame: number) => HTMLCanvasElement | undefined;
  readonly error: unknown;
}

export interface CropsOptions {
  readonly clip: PlayableClip;
  readonly keypoints: Keypoints;
  readonly frameCount: number;
  readonly event: ReviewEvent | undefined;
  readonly shift: number;
  /** Likely to come after it: decoded ahead. */
  readonly next: ReviewEvent | undefined;
}

/** The foot's pictures around an event, as they are decoded; undefined without an event. */
export function useCrops(options: CropsOptions): Crops | undefined {
  const { clip, keypoints, frameCount, event, shift, next } = options;
  const { id, width, height } = clip;
  const [, setVersion] = useState(0);
  const [error, setError] = useState<unknown>();
  const store = useRef<CropStore>(undefined);
  const newest = useRef(clip);
  newest.current = clip;
  const image = useMemo(() => ({ width, height }), [width, height]);
  const requests = useMemo(() => {
    const requestOf = (one: ReviewEvent | undefined, by: number): CropRequest[] => {
      if (one === undefined) return [];
      const frames = stripFrames(one.frame, by, frameCount);
      return [{ ...frames, crop: cropOfFoot(keypoints, frames, one.side, image) }];
    };
    return [...requestOf(event, shift), ...requestOf(next, 0)];
  }, [event, shift, next, keypoints, frameCount, image]);

  useEffect(() => {
    if (newest.current.id !== id) return;
    const made = createCropStore({
      open: () => openReader(newest.current),
      image,
      onChange: () => setVersion((now) => now + 1),
      onError: setError,
    });
    store.current = made;
    return () => {
      store.current = undefined;
      made.close();
    };
  }, [id, image]);
  useEffect(() => {
    setError(undefined);
    store.current?.want(requests);
  }, [requests]);

  const shown = event === undefined ? undefined : requests[0];
  if (shown === undefined) return undefined;
  return { ...shown, pictureOf: (frame) => store.current?.get(frame, shown.crop), error };
}
