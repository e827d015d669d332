import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Encoder {
  /** Takes raw 8-bit RGB pictures one after another. */
  readonly write: (picture: Buffer) => Promise<void>;
  /** Resolves when every file is complete; rejects with ffmpeg's last words. */
  readonly finish: () => Promise<void>;
}

export interface EncodeOutput {
  readonly file: string;
  /** Takes every n-th picture, from the first on. */
  readonly every: number;
  /** libx264 constant rate factor; 23 keeps a plain scene small. */
  readonly crf: number;
}

export interface EncodeRequest {
  readonly width: number;
  readonly height: number;
  /** Pictures per second the file tells of the incoming pictures; a slow-motion file tells fewer than were taken. */
  readonly fps: number;
  readonly outputs: readonly EncodeOutput[];
  /** ffmpeg expression of each picture's time in seconds from its number N; even steps when left out. */
  readonly timeOfN?: string;
}

const TO_BT709 = 'scale=out_range=tv:out_color_matrix=bt709,format=yuv420p';
const TICKS = 90_000;

function argumentsFor({ width, height, fps, outputs, timeOfN }: EncodeRequest): string[] {
  const split = outputs.map((_, i) => `[s${i}]`).join('');
  const retime = timeOfN === undefined ? '' : `,settb=1/${TICKS},setpts='round(${TICKS}*(${timeOfN}))'`;
  const branches = outputs.map(({ every }, i) => `[s${i}]framestep=${every}${retime}[o${i}]`);
  const graph = [`[0:v]${TO_BT709},split=${outputs.length}${split}`, ...branches].join(';');
  const input = [
    ...'-hide_banner -loglevel error -y -f rawvideo -pix_fmt rgb24'.split(' '),
    ...`-video_size ${width}x${height} -framerate ${fps} -i pipe:0`.split(' '),
    ...['-filter_complex', graph],
  ];
  const files = outputs.flatMap(({ file, every, crf }, i) => [
    ...`-map [o${i}] -colorspace bt709 -color_primaries bt709 -color_trc bt709 -color_range tv`.split(' '),
    ...`-c:v libx264 -preset veryfast -crf ${crf} -g ${Math.round(fps / every)} -threads 1`.split(' '),
    ...(timeOfN === undefined
      ? `-video_track_timescale ${Math.round((fps / every) * 1000)}`
      : `-enc_time_base 1:${TICKS} -video_track_timescale ${TICKS}`
    ).split(' '),
    ...'-fps_mode passthrough -movflags +faststart -map_metadata -1 -fflags +bitexact -flags:v +bitexact'.split(
      ' ',
    ),
    file,
  ]);
  return [...input, ...files];
}

/** H.264 in mp4, several rates from one stream of pictures: one packet per frame, 4:2:0, BT.709. */
export function startEncoder(request: EncodeRequest): Encoder {
  const ffmpeg = spawn(process.env['FFMPEG_PATH'] ?? 'ffmpeg', argumentsFor(request), {
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  let words = '';
  ffmpeg.stderr.on('data', (chunk: Buffer) => {
    words = (words + chunk.toString()).slice(-2000);
  });
  const closed = once(ffmpeg, 'close');
  // A broken pipe shows again as the exit code, which carries the reason.
  ffmpeg.stdin.on('error', () => undefined);
  return {
    write: async (picture) => {
      if (!ffmpeg.stdin.write(picture)) await Promise.race([once(ffmpeg.stdin, 'drain'), closed]);
    },
    finish: async () => {
      ffmpeg.stdin.end();
      const [code] = await closed;
      if (code !== 0) throw new Error(`ffmpeg ended with ${code}: ${words}`);
    },
  };
}
