import { type InputVideoTrack, type VideoSample, VideoSampleSink } from 'mediabunny';
import { nearestFrame } from '../../shared/domain/frameTable.ts';

/** Decoding on to a frame this near is quicker than starting at a key frame. */
const NEAR_FRAMES = 24;

/**
 * Frames of any track that the browser decodes, reordered pictures included. A frame is known by its presentation time:
 * its index is the rank of that time among all packets.
 */
export function sampleFrames(track: InputVideoTrack, times: Float64Array) {
  const sink = new VideoSampleSink(track);
  let samples: AsyncGenerator<VideoSample, void> | undefined;
  let position = 0;

  async function moveTo(index: number): Promise<AsyncGenerator<VideoSample, void>> {
    if (samples !== undefined && index >= position && index - position <= NEAR_FRAMES) return samples;
    await samples?.return();
    samples = sink.samples(times[index]);
    position = index;
    return samples;
  }

  return {
    /** Frames `from` to `to`, ascending. Whoever gets one closes it. */
    async *read(from: number, to: number): AsyncGenerator<{ index: number; frame: VideoFrame }, void, void> {
      const stream = await moveTo(from);
      while (position <= to) {
        const { value: sample, done } = await stream.next();
        if (done || sample === undefined) {
          samples = undefined;
          return;
        }
        const index = nearestFrame(times, sample.timestamp);
        position = Math.max(position, index + 1);
        const frame = index < from ? undefined : sample.toVideoFrame();
        sample.close();
        if (frame !== undefined) yield { index, frame };
      }
    },
    close() {
      void samples?.return();
    },
  };
}
