import { findEncoder } from '../media/encoders.ts';
import { readFrames } from '../media/frames.ts';
import { probeClip } from '../media/probe.ts';
import { makeProxy } from '../media/proxy.ts';
import { extractStill, stripFrames } from '../media/stills.ts';
import type { MediaService } from './services.ts';

const STRIP_HEIGHT_PX = 120;

/** The media service on ffmpeg. Which encoder works is found out once, when the first proxy is made. */
export function createMediaService(): MediaService {
  let encoder: ReturnType<typeof findEncoder> | undefined;
  return {
    probe: probeClip,
    readFrames,
    frameJpeg: (file, clip, frame, signal) => extractStill(file, clip, frame, { signal }),
    async filmStrip(file, clip, count, { onProgress, signal }) {
      const frames = stripFrames(clip.frameTable.times.length, count);
      const pictures: Uint8Array[] = [];
      onProgress(0, frames.length);
      for (const frame of frames) {
        pictures.push(await extractStill(file, clip, frame, { height: STRIP_HEIGHT_PX, signal }));
        onProgress(pictures.length, frames.length);
      }
      return pictures;
    },
    async writeProxy(file, clip, out, options) {
      encoder ??= findEncoder();
      const chosen = await encoder.catch((error: unknown) => {
        encoder = undefined;
        throw error;
      });
      await makeProxy(file, clip, out, { ...options, encoder: chosen });
      return chosen.container;
    },
  };
}
