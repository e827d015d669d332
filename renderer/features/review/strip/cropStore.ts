import type { Size } from '../../../overlay/viewTransform.ts';
import { drawFrame } from '../../../player/drawFrame.ts';
import type { DecodedFrame } from '../../../player/frameReader.ts';
import type { Player } from '../../../player/player.ts';
import type { Crop } from './stripCrop.ts';

/** Pixels of a cropped picture's side: sharp at twice the size that it is shown at. */
const CROP_PX = 288;
/** Pictures kept: those of some twelve events. */
const MOST_KEPT = 84;

/** Frames `from` to `to`, all cut the same way. */
export interface CropRequest {
  readonly from: number;
  readonly to: number;
  readonly crop: Crop;
}

export interface CropStore {
  /** The first request is shown, the others are what may come next. Only the last wish counts. */
  want(requests: readonly CropRequest[]): void;
  /** The picture of a frame, once it is decoded. */
  get(frame: number, crop: Crop): HTMLCanvasElement | undefined;
  close(): void;
}

/**
 * Cropped pictures of single frames, cut as the player's own reader decodes them: after the frame on the stage, and without
 * a second reader beside it, which would take the few connections that a browser has for one host.
 */
export function createCropStore(player: Player, image: Size, onChange: () => void): CropStore {
  const kept = new Map<string, HTMLCanvasElement>();
  let wanted: readonly CropRequest[] = [];

  /** Cuts the frame for every request that it belongs to. */
  function take(frame: DecodedFrame): boolean {
    const own = wanted.filter(
      ({ from, to, crop }) =>
        frame.index >= from && frame.index <= to && !kept.has(nameOf(frame.index, crop)),
    );
    for (const { crop } of own) kept.set(nameOf(frame.index, crop), cut(frame, crop, image));
    // The oldest go first; what is wanted now came last.
    for (const name of kept.keys()) {
      if (kept.size <= MOST_KEPT) break;
      kept.delete(name);
    }
    return own.length > 0;
  }
  const stop = player.onStored((frame) => {
    if (take(frame)) onChange();
  });

  return {
    want(requests) {
      wanted = requests;
      const missing = requests.flatMap(({ from, to, crop }) =>
        Array.from({ length: to - from + 1 }, (_, i) => from + i).filter((frame) => {
          const held = kept.has(nameOf(frame, crop)) ? undefined : player.peek(frame);
          if (held !== undefined) take(held);
          return !kept.has(nameOf(frame, crop));
        }),
      );
      player.wantAlso(missing);
      onChange();
    },
    get: (frame, crop) => kept.get(nameOf(frame, crop)),
    close() {
      stop();
      player.wantAlso([]);
      kept.clear();
    },
  };
}

const nameOf = (frame: number, { x, y, size }: Crop): string =>
  `${frame} ${x.toFixed(1)} ${y.toFixed(1)} ${size.toFixed(1)}`;

function cut(frame: DecodedFrame, crop: Crop, image: Size): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = CROP_PX;
  canvas.height = CROP_PX;
  const pen = canvas.getContext('2d');
  const scale = CROP_PX / crop.size;
  const view = { scale, offsetX: -crop.x * scale, offsetY: -crop.y * scale };
  if (pen !== null) drawFrame(pen, frame, view, image, 1);
  return canvas;
}
