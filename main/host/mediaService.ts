import { findEncoder } from '../media/encoders.ts';
import { streamInTurn } from '../media/ffmpegQueue.ts';
import { checkClip } from '../media/filmStrip.ts';
import { readFrames } from '../media/frames.ts';
import { probeClip } from '../media/probe.ts';
import { makeProxy } from '../media/proxy.ts';
import { extractStill } from '../media/stills.ts';
import type { MediaService } from './services.ts';

/** The media service on ffmpeg. Which encoder works is found out once, when the first proxy is made. */
export function createMediaService(): MediaService {
  let encoder: ReturnType<typeof findEncoder> | undefined;
  return {
    probe: probeClip,
    readFrames: (file, clip, options) => streamInTurn(options.signal, () => readFrames(file, clip, options)),
    frameJpeg: (file, clip, frame, signal) => extractStill(file, clip, frame, { signal }),
    check: checkClip,
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
