import {
  Input,
  type InputVideoTrack,
  MATROSKA,
  MP4,
  QTFF,
  UrlSource,
  VideoSampleSink,
  WEBM,
} from 'mediabunny';
import { nearestFrame } from '../../shared/domain/frameTable.ts';
import { turnedSize } from '../../shared/domain/quarterTurn.ts';
import type { I420Frame } from '../../shared/pose/blazepose/i420.ts';
import type { ClipSource } from './messages.ts';
import { i420FromSample, isReadable } from './videoFrameI420.ts';

/** Frames of a clip in display order, exactly those of the frame table. */
export type ReadRange = (start: number, count: number) => AsyncGenerator<I420Frame, void, void>;

/** A reader on WebCodecs, or undefined where this browser cannot decode the clip or its pictures need a conversion. */
export async function openWebCodecs(clip: ClipSource): Promise<ReadRange | undefined> {
  const input = new Input({ formats: [MP4, QTFF, MATROSKA, WEBM], source: new UrlSource(clip.url) });
  try {
    const [track] = await input.getVideoTracks();
    if (track === undefined || !(await track.canDecode())) return undefined;
    const shown = { width: await track.getDisplayWidth(), height: await track.getDisplayHeight() };
    const size = turnedSize(shown, clip.turn);
    const fits = size.width === clip.width && size.height === clip.height;
    const isSquare = (await track.getSquarePixelWidth()) === (await track.getCodedWidth());
    if (!fits || !isSquare) return undefined;
    const first = await new VideoSampleSink(track).getSample(clip.firstPts + halfGap(clip, 0));
    const canRead = first !== null && isReadable(first);
    first?.close();
    return canRead ? (start, count) => readRange(track, clip, start, count) : undefined;
  } catch {
    return undefined; // Damaged for mediabunny or the decoder: ffmpeg may still read it.
  }
}

async function* readRange(track: InputVideoTrack, clip: ClipSource, start: number, count: number) {
  const from = clip.firstPts + (clip.times[start] ?? 0) + halfGap(clip, start);
  let expected = start;
  for await (const sample of new VideoSampleSink(track).samples(from)) {
    try {
      const frame = nearestFrame(clip.times, sample.timestamp - clip.firstPts);
      if (frame < expected) continue;
      if (frame !== expected)
        throw new RangeError(`invalid frame from decoder: ${frame} instead of ${expected}`);
      const picture = await i420FromSample(sample, clip);
      // The size of the pictures may change midway, the clip's does not: the host makes them one.
      if (picture.width !== clip.width || picture.height !== clip.height)
        throw new RangeError(`invalid picture size: ${picture.width} x ${picture.height}`);
      yield picture;
    } finally {
      sample.close();
    }
    expected++;
    if (expected === start + count) return;
  }
  throw new RangeError(`invalid clip: ended at frame ${expected} of ${clip.times.length}`);
}

/** A little later than the frame's own time, so that rounding never lands on the frame before it; s. */
function halfGap({ times }: ClipSource, frame: number): number {
  const next = times[frame + 1];
  return next === undefined ? 1e-4 : (next - (times[frame] ?? 0)) / 4;
}
