import { stat } from 'node:fs/promises';
import { EncodedPacketSink, FilePathSource, Input, MATROSKA, MP4, QTFF, WEBM } from 'mediabunny';
import { MOST_FRAMES } from '../../shared/domain/frameTable.ts';

/** What the container's index says about one of its video tracks. */
export interface PacketIndex {
  /** Presentation times (s) in display order, edit list applied. */
  readonly times: Float64Array;
  /** Most frames between two key frames: so many may have to be decoded to show one. */
  readonly longestGop: number;
}

/**
 * Reads the index as the page does, so that what is said here to be playable is so there. A damaged index can make this take
 * hours and gigabytes: never call it in a process that has to answer; see `packetTimes.ts`.
 * @returns undefined without a video track, and where the index names more frames than the file can hold
 * @throws whatever a container gives that is neither ISO media nor Matroska, or damaged
 */
export async function readPacketIndex(file: string, filmTrack: number): Promise<PacketIndex | undefined> {
  // A frame of no bytes is none: an index that names more frames than the file has bytes is not believed.
  const most = Math.min(MOST_FRAMES, (await stat(file)).size);
  const input = new Input({ formats: [MP4, QTFF, MATROSKA, WEBM], source: new FilePathSource(file) });
  try {
    const track = (await input.getVideoTracks())[filmTrack];
    if (track === undefined) return undefined;
    const times: number[] = [];
    let longestGop = 0;
    let gop = 0;
    const packets = new EncodedPacketSink(track).packets(undefined, undefined, { metadataOnly: true });
    for await (const packet of packets) {
      if (times.length === most) return undefined;
      times.push(packet.timestamp);
      gop = packet.type === 'key' ? 1 : gop + 1;
      longestGop = Math.max(longestGop, gop);
    }
    return { times: Float64Array.from(times).sort(), longestGop };
  } finally {
    input.dispose();
  }
}
