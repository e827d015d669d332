import { EncodedPacketSink, FilePathSource, Input, MATROSKA, MP4, QTFF, WEBM } from 'mediabunny';

/**
 * Presentation times (s) of the first video track's packets, in display order, edit list applied; undefined where the
 * container is another one or damaged.
 */
export async function readPacketTimes(file: string, signal?: AbortSignal): Promise<Float64Array | undefined> {
  const input = new Input({ formats: [MP4, QTFF, MATROSKA, WEBM], source: new FilePathSource(file) });
  try {
    const [track] = await input.getVideoTracks();
    if (track === undefined) return undefined;
    const times: number[] = [];
    for await (const packet of new EncodedPacketSink(track).packets(undefined, undefined, {
      metadataOnly: true,
    })) {
      signal?.throwIfAborted();
      times.push(packet.timestamp);
    }
    return Float64Array.from(times).sort();
  } catch (error) {
    signal?.throwIfAborted();
    // A container mediabunny cannot read is ffmpeg's to judge.
    if (error instanceof Error) return undefined;
    throw error;
  } finally {
    input.dispose();
  }
}
