import type { ClipSound } from '../../shared/domain/clipSound.ts';
import { OnsetMaker } from '../../shared/sound/onsetMaker.ts';
import { streamFfmpeg } from './ffmpegProcess.ts';
import { type InputClip, inputArgs } from './inputArgs.ts';
import { MediaError } from './mediaError.ts';
import type { ClipProbe } from './probe.ts';

/** Enough for the slap of a shoe. */
const SAMPLE_HZ = 8000;
/** The sound of longer clips is not listened to: nobody films a run like that. */
const LONGEST_S = 600;
const FULL_SCALE = 32_768;

type Heard = Pick<ClipProbe, 'hasAudio' | 'frameTable'> & InputClip;

/**
 * Arguments that write the first sound track as 16-bit mono samples to standard output, the first one at the first frame:
 * what lies before is cut off, and silence stands where the track begins later or has holes.
 */
export function soundArgs(file: string, clip: Heard): string[] {
  const first = clip.frameTable.firstPts.toFixed(6);
  return [
    // The file's own clock, which the frame table has too.
    ...['-v', 'error', '-copyts'],
    ...inputArgs(file, clip),
    ...['-map', '0:a:0', '-vn', '-sn', '-dn'],
    ...['-af', `asetpts=PTS-(${first})/TB,aresample=${SAMPLE_HZ}:async=1:first_pts=0`],
    ...['-ac', '1', '-c:a', 'pcm_s16le', '-f', 's16le', 'pipe:1'],
  ];
}

/**
 * Onsets of the sound on the time axis of the frame table; undefined without a sound that can be decoded. The sound is a
 * witness only: no fault of it is an error.
 * @throws the signal's reason when aborted
 */
export async function readSound(
  file: string,
  clip: Heard,
  signal?: AbortSignal,
): Promise<ClipSound | undefined> {
  const duration = clip.frameTable.times.at(-1) ?? 0;
  if (!clip.hasAudio || duration > LONGEST_S) return undefined;
  const maker = new OnsetMaker(SAMPLE_HZ);
  try {
    let wanted = Math.ceil(duration * SAMPLE_HZ);
    for await (const samples of samplesOf(soundArgs(file, clip), signal)) {
      maker.add(samples.subarray(0, wanted));
      wanted -= samples.length;
      // However long the track claims to be, no more than the pictures last is read.
      if (wanted <= 0) break;
    }
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof MediaError) return undefined;
    throw error;
  }
  return maker.finish(0);
}

/** ffmpeg's output as numbers, full scale 1; a torn last sample is dropped. */
async function* samplesOf(args: readonly string[], signal: AbortSignal | undefined) {
  let rest = new Uint8Array();
  for await (const part of streamFfmpeg(args, { signal })) {
    const bytes = Buffer.concat([rest, part]);
    const count = Math.floor(bytes.length / 2);
    yield Float32Array.from({ length: count }, (_, i) => bytes.readInt16LE(2 * i) / FULL_SCALE);
    rest = Uint8Array.from(bytes.subarray(2 * count));
  }
}
