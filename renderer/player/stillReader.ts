import type { DecodedFrame, FrameReader } from './frameReader.ts';

/** Exact single pictures from the host, for clips that the browser cannot decode. Slow, but every frame is right. */
export function openStillReader(urlOf: (frame: number) => string): FrameReader {
  const abort = new AbortController();
  return {
    kind: 'stills',
    readAhead: 2,
    async *read(from, to) {
      for (let index = from; index <= to; index++) yield await still(urlOf(index), index, abort.signal);
    },
    close: () => abort.abort(),
  };
}

async function still(url: string, index: number, signal: AbortSignal): Promise<DecodedFrame> {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`invalid response for frame ${index}: ${response.status}`);
  const bitmap = await createImageBitmap(await response.blob());
  const bytes = 4 * bitmap.width * bitmap.height;
  return { index, image: bitmap, rotation: 0, flip: false, bytes, close: () => bitmap.close() };
}
