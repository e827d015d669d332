import { EncodedPacketSink, type InputVideoTrack } from 'mediabunny';

/** Presentation times (s on the track's own clock) of all packets, in display order. */
export async function packetTimes(track: InputVideoTrack): Promise<Float64Array> {
  const times: number[] = [];
  const sink = new EncodedPacketSink(track);
  for await (const packet of sink.packets(undefined, undefined, { metadataOnly: true })) {
    times.push(packet.timestamp);
  }
  return Float64Array.from(times).sort();
}
