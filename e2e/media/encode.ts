import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type ClipSpec, containerOf, gapOf, offsetOf, STORED, TICKS } from './matrix.ts';

/** Quick settings; groups long enough that steps back and jumps start in the middle of one. */
const ENCODERS = {
  h264: '-c:v libx264 -preset veryfast -bf 3 -b_strategy 0 -g 48 -crf 20',
  hevc: '-c:v libx265 -preset ultrafast -tag:v hvc1 -x265-params bframes=3:keyint=48:log-level=error -crf 20',
  vp9: '-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -g 48 -b:v 1M',
  av1: '-c:v libaom-av1 -usage realtime -cpu-used 8 -g 48 -b:v 1M',
  mjpeg: '-c:v mjpeg -q:v 3 -strict unofficial',
} as const satisfies Record<ClipSpec['codec'], string>;

/** Some encoders never end on times they do not understand. */
const LONGEST_MS = 60_000;

/** Time of frame N in ticks, as `ticksOf` counts it. */
const timesFilter = (spec: ClipSpec): string => {
  const irregular = spec.rate === 'variable' ? '+800*mod(2*N\\,5)+if(gte(N\\,150)\\,14400\\,0)' : '';
  return `settb=1/${TICKS},setpts=N*${gapOf(spec)}${irregular}`;
};

/** Arguments of ffmpeg up to the target, for raw pictures on standard input. */
export function encodeArgs(spec: ClipSpec): { container: 'mp4' | 'webm'; args: string[] } {
  const container = containerOf(spec);
  const mp4 = `-video_track_timescale ${TICKS} -movie_timescale ${TICKS}`;
  const args = [
    '-hide_banner -nostats -loglevel error -y',
    `-f rawvideo -pix_fmt yuv420p -s ${STORED.width}x${STORED.height} -framerate ${TICKS}/${gapOf(spec)} -i pipe:0`,
    `-vf ${timesFilter(spec)} -fps_mode passthrough -enc_time_base 1:${TICKS}`,
    ENCODERS[spec.codec],
    `-threads 2 -color_range tv -output_ts_offset ${offsetOf(spec)} ${container === 'mp4' ? mp4 : ''}`,
  ];
  return { container, args: args.flatMap((part) => part.split(' ')).filter((part) => part !== '') };
}

/** @throws Error with ffmpeg's last words */
export async function runEncoder(args: readonly string[], pictures: Iterable<Uint8Array>): Promise<void> {
  const ffmpeg = spawn(process.env['FFMPEG_PATH'] ?? 'ffmpeg', [...args], {
    stdio: ['pipe', 'ignore', 'pipe'],
    timeout: LONGEST_MS,
  });
  let words = '';
  ffmpeg.stderr.on('data', (chunk: Buffer) => {
    words = (words + chunk.toString()).slice(-2000);
  });
  const closed = once(ffmpeg, 'close');
  // A broken pipe shows again as the exit code, which carries the reason.
  ffmpeg.stdin.on('error', () => undefined);
  for (const part of pictures) {
    if (!ffmpeg.stdin.write(part))
      await Promise.race([once(ffmpeg.stdin, 'drain').catch(() => closed), closed]);
  }
  ffmpeg.stdin.end();
  const [code] = await closed;
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}: ${words}`);
}
