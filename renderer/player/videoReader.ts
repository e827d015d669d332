import { Input, MATROSKA, MP4, QTFF, UrlSource, type VideoSample, VideoSampleSink, WEBM } from 'mediabunny';
import { nearestFrame } from '../../shared/domain/frameTable.ts';
import type { FrameReader } from './frameReader.ts';
import { keptFrame } from './keptFrame.ts';
import { packetTimes } from './packetTimes.ts';

/** Decoding on to a frame this near is quicker than starting at a key frame. */
const NEAR_FRAMES = 24;

/** A quarter interval later than the frame's own time, so that rounding never lands on the frame before it; s. */
const insideFrame = (times: Float64Array, index: number): number => {
  const time = times[index] ?? 0;
  const next = times[index + 1];
  return next === undefined ? time + 1e-4 : time + (next - time) / 4;
};

/**
 * Frames by WebCodecs. A frame is known by its presentation time: its index is the rank of that time among all packets,
 * which is the frame table's order.
 * @returns undefined where this browser cannot decode the file, or its packets are not the table's frames
 */
export async function openVideoReader(
  url: string,
  kind: 'video' | 'proxy',
  frameCount: number,
  readAhead: number,
): Promise<FrameReader | undefined> {
  const input = new Input({ formats: [MP4, QTFF, MATROSKA, WEBM], source: new UrlSource(url) });
  const opened = await open(input, frameCount).catch(() => undefined); // Unreadable here: the next source may do.
  if (opened === undefined) {
    input.dispose();
    return undefined;
  }
  const { sink, times } = opened;
  let samples: AsyncGenerator<VideoSample, void> | undefined;
  let position = 0;

  async function moveTo(index: number): Promise<AsyncGenerator<VideoSample, void>> {
    if (samples !== undefined && index >= position && index - position <= NEAR_FRAMES) return samples;
    await samples?.return();
    samples = sink.samples(insideFrame(times, index));
    position = index;
    return samples;
  }

  return {
    kind,
    readAhead,
    async *read(from, to) {
      const stream = await moveTo(from);
      while (position <= to) {
        const { value: sample, done } = await stream.next();
        if (done || sample === undefined) {
          samples = undefined;
          return;
        }
        const index = nearestFrame(times, sample.timestamp);
        position = Math.max(position, index + 1);
        const kept = index < from ? undefined : await keptFrame(sample, index).finally(() => sample.close());
        if (kept === undefined) sample.close();
        else yield kept;
      }
    },
    close() {
      void samples?.return();
      input.dispose();
    },
  };
}

async function open(input: Input, frameCount: number) {
  const [track] = await input.getVideoTracks();
  if (track === undefined || !(await track.canDecode())) return undefined;
  const times = await packetTimes(track);
  if (times.length !== frameCount) return undefined;
  const sink = new VideoSampleSink(track);
  const first = await sink.getSample(insideFrame(times, 0));
  if (first === null) return undefined;
  first.close();
  return { sink, times };
}
