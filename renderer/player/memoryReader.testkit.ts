import type { DecodedFrame, FrameReader } from './frameReader.ts';

/** Frames without pictures, one by one when `release` is called, with a log of what was read and what is open. */
export function memoryReader(readAhead: number, bytes = 1) {
  const spans: [number, number][] = [];
  const open = new Set<DecodedFrame>();
  const waiting: (() => void)[] = [];
  let isFree = false;
  const turn = () => (isFree ? undefined : new Promise<void>((resolve) => waiting.push(resolve)));
  const reader: FrameReader = {
    kind: 'video',
    readAhead,
    async *read(from, to) {
      spans.push([from, to]);
      for (let index = from; index <= to; index++) {
        await turn();
        const frame: DecodedFrame = {
          index,
          image: undefined as unknown as CanvasImageSource,
          rotation: 0,
          flip: false,
          bytes,
          close: () => void open.delete(frame),
        };
        open.add(frame);
        yield frame;
      }
    },
    close: () => undefined,
  };
  const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
  return {
    reader,
    spans,
    open,
    /** Lets one frame through. */
    async release() {
      waiting.shift()?.();
      await settle();
    },
    /** Lets everything through from now on. */
    async run() {
      isFree = true;
      for (const resolve of waiting.splice(0)) resolve();
      await settle();
    },
  };
}
