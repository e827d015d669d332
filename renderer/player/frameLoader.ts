import { FrameCache } from './frameCache.ts';
import type { DecodedFrame, FrameReader } from './frameReader.ts';
import { planRead, type Span } from './planRead.ts';

/** Decoded frames of one clip take at most this much memory. */
export const CACHE_BYTES = 512 * 1024 * 1024;

export interface FrameLoaderOptions {
  readonly reader: FrameReader;
  readonly frameCount: number;
  readonly cacheBytes?: number;
  /** The frame asked for last, to be drawn at once; it may be closed at any later time. */
  readonly onFrame: (frame: DecodedFrame) => void;
  /** Every frame that comes into memory, whether it is shown or not. */
  readonly onStored?: (frame: DecodedFrame) => void;
  readonly onError: (error: unknown) => void;
}

export interface FrameLoader {
  /** Wants a frame. Only the last wish counts; one read is under way at any time. True when it came from memory. */
  request(index: number, direction: 1 | -1): boolean;
  /** Frames that are wanted besides, to be looked at elsewhere: read once the wanted one is there. Only the last wish counts. */
  wantAlso(frames: readonly number[]): void;
  /** A frame if it is in memory. */
  peek(index: number): DecodedFrame | undefined;
  /** The wanted frame if it is in memory, for drawing it again. */
  current(): DecodedFrame | undefined;
  readonly bytes: number;
  /** Reads no more and keeps nothing but the wanted frame. */
  retire(): void;
  close(): void;
}

export function createFrameLoader(options: FrameLoaderOptions): FrameLoader {
  const { reader, frameCount, onFrame, onError } = options;
  const cache = new FrameCache<DecodedFrame>(options.cacheBytes ?? CACHE_BYTES);
  let target = 0;
  let also: readonly number[] = [];
  let direction: 1 | -1 = 1;
  let isWaiting = false;
  let isReading = false;
  let isClosed = false;

  const has = (i: number) => cache.has(i);
  /** The first stretch of the frames that are wanted besides. */
  function alsoSpan(): Span | undefined {
    const missing = also.filter((i) => !has(i));
    const [from] = missing;
    if (from === undefined) return undefined;
    let to = from;
    while (missing.includes(to + 1)) to++;
    return { from, to };
  }
  const nextSpan = (): Span | undefined =>
    (has(target) ? alsoSpan() : undefined) ??
    planRead({ target, direction, frameCount, readAhead: reader.readAhead, has });

  function accept(frame: DecodedFrame): void {
    // The shown frame counts as used, so that reading ahead never pushes it out.
    cache.get(target);
    cache.put(frame.index, frame);
    options.onStored?.(frame);
    if (!isWaiting || frame.index !== target) return;
    isWaiting = false;
    onFrame(frame);
  }

  /** Whether what is still to come of the span serves the present wish. */
  const isUseful = (span: Span, done: number): boolean =>
    isWaiting
      ? target > done && target <= span.to
      : also.some((i) => i > done && i <= span.to) || (nextSpan() !== undefined && !isLeftBehind(span));
  const isLeftBehind = (span: Span): boolean => (direction === 1 ? target > span.to : target < span.from);

  async function readAll(): Promise<void> {
    try {
      for (let span = nextSpan(); span !== undefined && !isClosed; span = nextSpan()) await readSpan(span);
    } finally {
      // In the same turn as the decision that nothing is missing, so that no wish falls in between.
      isReading = false;
    }
  }

  async function readSpan(span: Span): Promise<void> {
    for await (const frame of reader.read(span.from, span.to)) {
      if (isClosed) frame.close();
      else accept(frame);
      if (isClosed || !isUseful(span, frame.index)) return;
    }
    const missing = [target, span.from].find((i) => i >= span.from && i <= span.to && !has(i));
    if (missing !== undefined) throw new RangeError(`invalid clip: no frame ${missing}`);
  }

  function wake(): void {
    if (isReading || isClosed) return;
    isReading = true;
    readAll().catch((error: unknown) => {
      if (!isClosed) onError(error);
    });
  }

  return {
    request(index, towards) {
      if (!Number.isInteger(index) || index < 0 || index >= frameCount) {
        throw new RangeError(`invalid frame: ${index}`);
      }
      target = index;
      direction = towards;
      const held = cache.get(index);
      isWaiting = held === undefined;
      if (held !== undefined) onFrame(held);
      wake();
      return held !== undefined;
    },
    wantAlso(frames) {
      also = frames.filter((i) => Number.isInteger(i) && i >= 0 && i < frameCount);
      wake();
    },
    peek: (index) => cache.get(index),
    current: () => cache.get(target),
    get bytes() {
      return cache.bytes;
    },
    retire() {
      isClosed = true;
      cache.keepOnly(target);
      reader.close();
    },
    close() {
      if (!isClosed) reader.close();
      isClosed = true;
      cache.clear();
    },
  };
}
