import { type EncodedPacket, EncodedPacketSink, type InputVideoTrack } from 'mediabunny';

/** Files up to this size are kept in memory as they are, so that no jump waits for the disk. */
const KEPT_BYTES = 64 * 1024 * 1024;

/** The coded pictures of a track, known by their order. */
export interface PacketList {
  /** Presentation times in display order, s on the track's own clock. */
  readonly times: Float64Array;
  /** Most pictures to decode for showing one; undefined where pictures are stored in another order than they are shown. */
  readonly longestGop: number | undefined;
  /** The nearest picture at or before this one that needs no other; in a list without reordering only. */
  keyBefore(index: number): number;
  /** The coded picture; in a list without reordering only. @throws RangeError where the file has no such picture */
  packet(index: number): Promise<EncodedPacket>;
  /** Takes a small file into memory ahead of need. Stops when asked to. */
  keepAll(signal: AbortSignal): Promise<void>;
}

export async function listPackets(track: InputVideoTrack): Promise<PacketList> {
  const sink = new EncodedPacketSink(track);
  const heads: EncodedPacket[] = [];
  for await (const head of sink.packets(undefined, undefined, { metadataOnly: true })) heads.push(head);
  const kept: EncodedPacket[] = [];
  const bytes = heads.reduce((sum, { byteLength }) => sum + byteLength, 0);

  return {
    times: Float64Array.from(heads, ({ timestamp }) => timestamp).sort(),
    longestGop: longestGop(heads),
    keyBefore(index) {
      for (let i = index; i > 0; i--) if (heads[i]?.type === 'key') return i;
      return 0;
    },
    async packet(index) {
      const before = heads[index - 1];
      const known = kept[index];
      if (known !== undefined) return known;
      const found = before === undefined ? await sink.getFirstPacket() : await sink.getNextPacket(before);
      if (found === null) throw new RangeError(`invalid packet: ${index}`);
      return found;
    },
    async keepAll(signal) {
      if (bytes > KEPT_BYTES) return;
      for await (const packet of sink.packets()) {
        if (signal.aborted) return;
        kept.push(packet);
      }
    },
  };
}

/** Most pictures from a key picture to the next; undefined where times do not increase in the order of storage. */
export function longestGop(heads: readonly Pick<EncodedPacket, 'timestamp' | 'type'>[]): number | undefined {
  let longest = 0;
  let length = 0;
  for (const [i, { timestamp, type }] of heads.entries()) {
    if (timestamp <= (heads[i - 1]?.timestamp ?? Number.NEGATIVE_INFINITY)) return undefined;
    length = type === 'key' ? 1 : length + 1;
    longest = Math.max(longest, length);
  }
  return longest;
}
