import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { median } from '../../shared/math/statistics.ts';
import { runFfmpeg } from './ffmpegProcess.ts';
import { checkClip } from './filmStrip.ts';
import { lookShape } from './pictureLook.ts';
import { probeClip } from './probe.ts';

const folder = mkdtempSync(join(tmpdir(), 'midstance-look-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A scene with texture everywhere, larger than what is cut out of it: worked out once, and shown in every frame. */
const scene = (seed: number) =>
  `nullsrc=s=720x480:r=30,trim=end_frame=1,geq=lum='128+50*sin(X/(9+${seed})+${seed})*cos(Y/13)+40*sin((X+2*Y)/(17+${seed}))':cb=128:cr=128,loop=loop=-1:size=1,setpts=N/30/TB`;

async function look(name: string, graph: string, frames = 60) {
  const file = join(folder, `${name}.mp4`);
  const encode = ['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '18', '-frames:v', String(frames)];
  const { exitCode, stderr } = await runFfmpeg(['-v', 'error', '-f', 'lavfi', '-i', graph, ...encode, file]);
  expect(exitCode, stderr).toBe(0);
  const { look } = await checkClip(file, await probeClip(file), { pictures: 2 });
  if (look === undefined) throw new Error('not looked at');
  return look;
}
const xOf = (shift: readonly ([number, number] | null)[]) => shift.flatMap((move) => (move ? [move[0]] : []));

describe('the look of a clip', () => {
  let still: Awaited<ReturnType<typeof look>>;
  beforeAll(async () => {
    still = await look('still', `${scene(1)},crop=640:400:40:40`);
  });

  it('of a still camera moves nowhere and has no cut', () => {
    expect(still.every).toBe(2);
    expect(still.luma).toHaveLength(30);
    expect(Math.max(...xOf(still.shift).map(Math.abs))).toBeLessThan(0.0005);
    expect(xOf(still.shift).length).toBeGreaterThan(25);
    expect(still.cuts).toEqual([]);
  });

  it('follows a pan', async () => {
    const { shift } = await look('pan', `${scene(1)},crop=640:400:n:40`);
    // Two pixels to the left between two samples, of 400.
    expect(median(xOf(shift))).toBeCloseTo(-2 / 400, 3);
  });

  it('is darker in the dark and softer without focus', async () => {
    const dark = await look('dark', `${scene(1)},crop=640:400:40:40,lutyuv=y=16+(val-16)*0.15`);
    expect(median(dark.luma)).toBeLessThan(0.3 * (median(still.luma) ?? 0));
    const noisy = `${scene(1)},noise=alls=25,crop=640:400:40:40`;
    const sharp = await look('sharp', noisy, 20);
    const soft = await look('soft', `${noisy},gblur=sigma=4`, 20);
    expect(median(soft.blur)).toBeGreaterThan(0.5);
    expect(median(sharp.blur)).toBeLessThan(0.45);
  });

  it('names the very frame of a cut', async () => {
    const part = (seed: number) => `${scene(seed)},trim=end_frame=25,setpts=PTS-STARTPTS`;
    const { cuts } = await look('cut', `${part(1)}[a];${part(6)}[b];[a][b]concat=n=2`, 50);
    expect(cuts).toEqual([25]);
  });

  it('is not taken of pictures or clips beyond all measure', async () => {
    const clip = await probeClip(join(folder, 'still.mp4'));
    expect(lookShape(clip)).toBeDefined();
    expect(lookShape({ ...clip, width: 8000, height: 8000 })).toBeUndefined();
    expect(lookShape({ ...clip, width: 3000, height: 100 })).toBeUndefined();
    const many = { ...clip.frameTable, times: new Float64Array(30_000) };
    expect(lookShape({ ...clip, frameTable: many })).toBeUndefined();
  });
});
