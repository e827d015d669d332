import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Encoder {
  /** Takes JPEG pictures one after another, whole or in pieces. */
  readonly write: (jpegs: Buffer) => Promise<void>;
  /** Resolves when the file is complete; rejects with ffmpeg's last words. */
  readonly finish: () => Promise<void>;
}

export interface EncodeRequest {
  readonly file: string;
  readonly fps: number;
  /** libx264 constant rate factor; 23 keeps a plain scene small. */
  readonly crf: number;
}

const TO_BT709 = 'scale=in_range=pc:in_color_matrix=bt601:out_range=tv:out_color_matrix=bt709,format=yuv420p';

const argumentsFor = ({ file, fps, crf }: EncodeRequest): string[] =>
  [
    '-hide_banner -loglevel error -y',
    `-f image2pipe -c:v mjpeg -framerate ${fps} -i pipe:0`,
    `-vf ${TO_BT709}`,
    '-colorspace bt709 -color_primaries bt709 -color_trc bt709 -color_range tv',
    `-c:v libx264 -preset medium -crf ${crf} -g ${Math.round(fps)} -threads 2`,
    `-fps_mode passthrough -video_track_timescale ${Math.round(fps * 1000)} -movflags +faststart`,
    '-map_metadata -1 -fflags +bitexact -flags:v +bitexact',
  ]
    .flatMap((part) => part.split(' '))
    .concat(file);

/** H.264 in mp4: one packet per frame at exactly k / fps, 4:2:0, BT.709. */
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
    write: async (jpegs) => {
      if (!ffmpeg.stdin.write(jpegs)) await Promise.race([once(ffmpeg.stdin, 'drain'), closed]);
    },
    finish: async () => {
      ffmpeg.stdin.end();
      const [code] = await closed;
      if (code !== 0) throw new Error(`ffmpeg ended with ${code}: ${words}`);
    },
  };
}
