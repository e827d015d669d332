import { EncodedPacketSink, FilePathSource, Input, MATROSKA, MP4, QTFF, WEBM } from 'mediabunny';

/** What the container's index says about the first video track. */
export interface PacketIndex {
  /** Presentation times (s) in display order, edit list applied. */
  readonly times: Float64Array;
  /** Most frames between two key frames: so many may have to be decoded to show one. */
  readonly longestGop: number;
}

/** Undefined where the container is not ISO media or Matroska, or damaged. */
export async function readPacketTimes(file: string, signal?: AbortSignal): Promise<PacketIndex | undefined> {
  const input = new Input({ formats: [MP4, QTFF, MATROSKA, WEBM], source: new FilePathSource(file) });
  try {
    const [track] = await input.getVideoTracks();
    if (track === undefined) return undefined;
    const times: number[] = [];
    let longestGop = 0;
    let gop = 0;
    for await (const packet of new EncodedPacketSink(track).packets(undefined, undefined, {
      metadataOnly: true,
    })) {
      signal?.throwIfAborted();
      times.push(packet.timestamp);
      gop = packet.type === 'key' ? 1 : gop + 1;
      longestGop = Math.max(longestGop, gop);
    }
    return { times: Float64Array.from(times).sort(), longestGop };
  } catch (error) {
    signal?.throwIfAborted();
    // A container mediabunny cannot read is ffmpeg's to judge.
    if (error instanceof Error) return undefined;
    throw error;
  } finally {
    input.dispose();
  }
}
