import type { Size } from '../../../overlay/viewTransform.ts';
import { drawFrame } from '../../../player/drawFrame.ts';
import type { DecodedFrame, FrameReader } from '../../../player/frameReader.ts';
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

export interface CropStoreOptions {
  /** Opened at the first wish: a reader of its own, so that the stage never waits for the strip. */
  readonly open: () => Promise<FrameReader>;
  readonly image: Size;
  readonly onChange: () => void;
  readonly onError: (error: unknown) => void;
}

/** Cropped pictures of single frames, decoded one after the other in the background. */
export function createCropStore({ open, image, onChange, onError }: CropStoreOptions): CropStore {
  const kept = new Map<string, HTMLCanvasElement>();
  let wanted: readonly CropRequest[] = [];
  let reader: FrameReader | undefined;
  let isWorking = false;
  let isClosed = false;

  const missing = (request: CropRequest): number | undefined => {
    for (let frame = request.from; frame <= request.to; frame++)
      if (!kept.has(nameOf(frame, request.crop))) return frame;
    return undefined;
  };
  const nextMissing = () => wanted.find((request) => missing(request) !== undefined);

  function keep(frame: DecodedFrame, crop: Crop): void {
    kept.set(nameOf(frame.index, crop), cut(frame, crop, image));
    // The oldest go first; what is wanted now came last.
    for (const name of kept.keys()) {
      if (kept.size <= MOST_KEPT) break;
      kept.delete(name);
    }
  }

  async function work(): Promise<void> {
    reader ??= await open();
    for (let request = nextMissing(); request !== undefined && !isClosed; request = nextMissing()) {
      const from = missing(request) ?? request.from;
      for await (const frame of reader.read(from, request.to)) {
        if (!isClosed) keep(frame, request.crop);
        frame.close();
        if (isClosed) return;
        onChange();
        if (nextMissing() !== request) break;
      }
      if (missing(request) === from) throw new RangeError(`invalid clip: no frame ${from}`);
    }
  }

  function wake(): void {
    if (isWorking || isClosed) return;
    isWorking = true;
    work()
      .catch((error: unknown) => {
        wanted = [];
        if (!isClosed) onError(error);
      })
      .finally(() => {
        isWorking = false;
        if (isClosed) reader?.close();
        else if (nextMissing() !== undefined) wake();
      });
  }

  return {
    want(requests) {
      wanted = requests;
      wake();
    },
    get: (frame, crop) => kept.get(nameOf(frame, crop)),
    close() {
      isClosed = true;
      kept.clear();
      if (!isWorking) reader?.close();
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
