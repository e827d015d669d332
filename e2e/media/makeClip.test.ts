import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeClip } from './makeClip.ts';
import { FRAME_COUNT, nameOf, SLICE, STORED, truthOf } from './matrix.ts';
import { readNumber, SAMPLE_POINTS } from './numberCode.ts';

/** ffmpeg's own view of a clip: the second witness besides the app. */
function decode(file: string, args: string): Buffer {
  const run = spawnSync(
    process.env['FFMPEG_PATH'] ?? 'ffmpeg',
    ['-v', 'error', '-i', file, ...`-map 0:v:0 -fps_mode passthrough ${args} pipe:1`.split(' ')],
    { maxBuffer: 1e9 },
  );
  if (run.status !== 0) throw new Error(String(run.stderr));
  return run.stdout;
}

function numbersIn(file: string, isLying: boolean): number[] {
  const { width, height } = isLying ? { width: STORED.height, height: STORED.width } : STORED;
  const luma = decode(file, '-pix_fmt gray -f rawvideo');
  return Array.from({ length: luma.length / (width * height) }, (_, frame) => {
    const at = (x: number, y: number) => Math.floor(y * height) * width + Math.floor(x * width);
    return readNumber(SAMPLE_POINTS.map(({ x, y }) => luma[frame * width * height + at(x, y)] ?? 0));
  });
}

function timesIn(file: string): number[] {
  const lines = decode(file, '-copyts -enc_time_base 1:120000 -c:v rawvideo -s 16x16 -f framecrc')
    .toString('latin1')
    .split('\n')
    .filter((line) => /^\d/.test(line));
  return lines.map((line) => Number(line.split(',')[2]) / 120_000);
}

describe('makeClip', () => {
  it.each(SLICE.map((spec) => [nameOf(spec), spec] as const))(
    'makes %s as the truth about it says',
    async (_, spec) => {
      const file = await makeClip(spec);
      const truth = truthOf(spec);
      expect(numbersIn(file, spec.rotation % 180 === 90)).toEqual(truth.numbers);
      const times = timesIn(file);
      expect(times).toHaveLength(FRAME_COUNT);
      const worst = Math.max(...times.map((time, i) => Math.abs(time - (truth.fileS[i] ?? Number.NaN))));
      expect(worst).toBeLessThan(0.0005);
    },
  );

  it('takes what was made before', async () => {
    const [spec] = SLICE;
    if (spec === undefined) throw new Error('no slice');
    const file = await makeClip(spec);
    const { mtimeMs } = statSync(file);
    expect(statSync(await makeClip(spec)).mtimeMs).toBe(mtimeMs);
  });
});
