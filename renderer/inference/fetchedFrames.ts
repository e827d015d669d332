import { i420Bytes, i420FromPacked } from '../../shared/pose/blazepose/i420.ts';
import type { ClipSource } from './messages.ts';
import type { ReadRange } from './webCodecsFrames.ts';

/** A reader on pictures that the host decodes with ffmpeg and sends as they are. */
export function fetchedFrames(clip: ClipSource, template: string, signal: AbortSignal): ReadRange {
  const bytes = i420Bytes(clip.width, clip.height);
  return async function* read(start, count) {
    const url = template.replace('{start}', String(start)).replace('{count}', String(count));
    const response = await fetch(url, { signal });
    if (!response.ok || response.body === null)
      throw new Error(`invalid response for frames: ${response.status}`);
    const reader = response.body.getReader();
    let picture = new Uint8Array(bytes);
    let filled = 0;
    let found = 0;
    try {
      while (found < count) {
        const { done, value } = await reader.read();
        if (done) throw new RangeError(`invalid frames: ${found} of ${count}`);
        for (let used = 0; used < value.length && found < count; ) {
          const take = Math.min(bytes - filled, value.length - used);
          picture.set(value.subarray(used, used + take), filled);
          used += take;
          filled += take;
          if (filled < bytes) continue;
          found++;
          yield i420FromPacked(picture, clip.width, clip.height, clip.colour);
          picture = new Uint8Array(bytes);
          filled = 0;
        }
      }
    } finally {
      await reader.cancel();
    }
  };
}
