import type { FrameReader } from './frameReader.ts';

/** Fills what a decoder leaves out, or all of it after the decoder failed, with single pictures from the host. */
export function withStills(video: FrameReader, stills: FrameReader): FrameReader {
  let isBroken = false;
  return {
    kind: video.kind,
    get readAhead() {
      return isBroken ? stills.readAhead : video.readAhead;
    },
    async *read(from, to) {
      let next = from;
      try {
        while (!isBroken && next <= to) {
          const before = next;
          for await (const frame of video.read(next, to)) {
            if (frame.index > next) yield* stills.read(next, frame.index - 1);
            next = frame.index + 1;
            yield frame;
          }
          if (next === before) break;
        }
      } catch {
        // The decoder gave up, as hardware decoders do on odd streams; the host's own still reads the clip.
        isBroken = true;
      }
      if (next <= to) yield* stills.read(next, to);
    },
    close() {
      video.close();
      stills.close();
    },
  };
}
