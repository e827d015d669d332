import { Input, type InputVideoTrack, MATROSKA, MP4, QTFF, UrlSource, WEBM } from 'mediabunny';
import { addTurns, type QuarterTurn } from '../../shared/domain/quarterTurn.ts';
import type { FrameReader } from './frameReader.ts';
import { createJumpDecoder, type JumpDecoder } from './jumpDecoder.ts';
import { type FrameShape, keptFrame } from './keptFrame.ts';
import { listPackets, type PacketList } from './packetList.ts';
import { sampleFrames } from './sampleFrames.ts';

/** Groups of pictures up to this length are short: a jump into one is quick. */
export const SHORT_GOP_FRAMES = 12;

export interface VideoPlace {
  readonly url: string;
  readonly kind: 'video' | 'proxy';
  /** Degrees clockwise by which its pictures are shown turned further than it asks. */
  readonly turn: QuarterTurn;
}

/**
 * Frames by WebCodecs. Where groups are short one decoder stays for all jumps; where they are not, or that decoder fails,
 * frames come through mediabunny, which knows the ways of more files.
 * @returns undefined where this browser cannot decode the file, or its packets are not the table's frames
 */
export async function openVideoReader(
  { url, kind, turn }: VideoPlace,
  frameCount: number,
  readAhead: number,
): Promise<FrameReader | undefined> {
  const input = new Input({ formats: [MP4, QTFF, MATROSKA, WEBM], source: new UrlSource(url) });
  const opened = await open(input, frameCount, turn).catch(() => undefined); // Unreadable here: the next source may do.
  if (opened === undefined) {
    input.dispose();
    return undefined;
  }
  const { samples, packets, shape } = opened;
  let { jumps } = opened;
  const isGone = new AbortController();
  // What cannot be fetched ahead is asked for again when it is needed.
  if (jumps !== undefined) packets.keepAll(isGone.signal).catch(() => undefined);

  return {
    kind,
    readAhead,
    async *read(from, to) {
      let next = from;
      if (jumps !== undefined) {
        try {
          for await (const { index, frame } of jumps.read(from, to)) {
            yield await keptFrame(frame, index, shape);
            next = index + 1;
          }
          return;
        } catch {
          jumps.close();
          jumps = undefined;
        }
      }
      for await (const { index, frame } of samples.read(next, to)) yield await keptFrame(frame, index, shape);
    },
    close() {
      isGone.abort();
      jumps?.close();
      samples.close();
      input.dispose();
    },
  };
}

async function open(input: Input, frameCount: number, turn: QuarterTurn) {
  const [track] = await input.getVideoTracks();
  if (track === undefined || !(await track.canDecode())) return undefined;
  const packets = await listPackets(track);
  if (packets.times.length !== frameCount) return undefined;
  const flip = await track.getFlip();
  // The mirroring comes between the file's turn and the coach's: behind a mirror a turn goes the other way.
  const rotation = addTurns(await track.getRotation(), flip ? -turn : turn);
  const samples = sampleFrames(track, packets.times);
  const jumps = await openJumps(track, packets).catch(() => undefined); // Odd for a plain decoder; see below.
  const size = jumps?.size ?? (await sizeOf(samples));
  return size && { samples, packets, shape: { rotation, flip, size }, jumps: jumps?.decoder };
}

/** The decoder for jumps if the file suits it and it shows the first frame. */
async function openJumps(
  track: InputVideoTrack,
  packets: PacketList,
): Promise<{ decoder: JumpDecoder; size: FrameShape['size'] } | undefined> {
  if (!(packets.longestGop !== undefined && packets.longestGop <= SHORT_GOP_FRAMES)) return undefined;
  const config = await track.getDecoderConfig();
  if (config === null) return undefined;
  const colorSpace = wholeColorSpace(config.colorSpace);
  const decoder = createJumpDecoder({ ...config, colorSpace, optimizeForLatency: true }, packets);
  const size = await sizeOf(decoder).catch(() => undefined);
  if (size !== undefined) return { decoder, size };
  decoder.close();
  return undefined;
}

/** Size of the first frame; undefined where it cannot be read. */
async function sizeOf(source: Pick<JumpDecoder, 'read'>): Promise<FrameShape['size'] | undefined> {
  for await (const { frame } of source.read(0, 0)) {
    const size = { width: frame.displayWidth, height: frame.displayHeight };
    frame.close();
    return size;
  }
  return undefined;
}

/** Chromium loses what a file tells of its colours where it tells only a part. */
function wholeColorSpace(told: VideoColorSpaceInit | undefined): VideoColorSpaceInit {
  return {
    primaries: told?.primaries ?? 'bt709',
    transfer: told?.transfer ?? 'bt709',
    matrix: told?.matrix ?? 'bt709',
    fullRange: told?.fullRange ?? false,
  };
}
