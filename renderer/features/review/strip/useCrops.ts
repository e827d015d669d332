import { useEffect, useMemo, useRef, useState } from 'react';
import type { Keypoints } from '../../../overlay/keypointReader.ts';
import type { Size } from '../../../overlay/viewTransform.ts';
import type { Player } from '../../../player/player.ts';
import type { ReviewEvent } from '../reviewEvents.ts';
import { type CropRequest, type CropStore, createCropStore } from './cropStore.ts';
import { cropOfFoot } from './stripCrop.ts';
import { stripFrames } from './stripOrder.ts';

export interface Crops extends CropRequest {
  readonly pictureOf: (frame: number) => HTMLCanvasElement | undefined;
}

export interface CropsOptions {
  readonly player: Player;
  readonly image: Size;
  readonly keypoints: Keypoints;
  readonly frameCount: number;
  readonly event: ReviewEvent | undefined;
  readonly shift: number;
  /** Likely to come after it: decoded ahead. */
  readonly next: ReviewEvent | undefined;
}

/** The foot's pictures around an event, as they are decoded; undefined without an event. */
export function useCrops(options: CropsOptions): Crops | undefined {
  const { player, image, keypoints, frameCount, event, shift, next } = options;
  const [, setVersion] = useState(0);
  const store = useRef<CropStore>(undefined);
  const requests = useMemo(() => {
    const requestOf = (one: ReviewEvent | undefined, by: number): CropRequest[] => {
      if (one === undefined) return [];
      const frames = stripFrames(one.frame, by, frameCount);
      return [{ ...frames, crop: cropOfFoot(keypoints, frames, one.side, image) }];
    };
    return [...requestOf(event, shift), ...requestOf(next, 0)];
  }, [event, shift, next, keypoints, frameCount, image]);

  useEffect(() => {
    const made = createCropStore(player, image, () => setVersion((now) => now + 1));
    store.current = made;
    return () => {
      store.current = undefined;
      made.close();
    };
  }, [player, image]);
  useEffect(() => store.current?.want(requests), [requests]);

  const shown = event === undefined ? undefined : requests[0];
  if (shown === undefined) return undefined;
  return { ...shown, pictureOf: (frame) => store.current?.get(frame, shown.crop) };
}
