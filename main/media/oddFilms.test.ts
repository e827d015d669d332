import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sliceOf } from '../files/trust.testkit.ts';
import { findEncoder, type VideoEncoder } from './encoders.ts';
import { runFfmpeg } from './ffmpegProcess.ts';
import { checkClip } from './filmStrip.ts';
import { readFrames } from './frames.ts';
import { makeClip } from './madeClips.testkit.ts';
import { type ClipProbe, probeClip } from './probe.ts';
import { isPlayable, makeProxy } from './proxy.ts';

let folder: string;
let encoder: VideoEncoder;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'odd-films-'));
  encoder = await findEncoder();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const film = (name: string, size: string, ...args: string[]) =>
  makeClip(
    join(folder, name),
    `testsrc2=size=${size}:rate=30:duration=2`,
    ...['-c:v', 'libx264', '-pix_fmt', 'yuv420p', ...args],
  );

async function pictureHashes(file: string, clip: ClipProbe, start = 0): Promise<string[]> {
  const hashes: string[] = [];
  for await (const { width, height, y } of readFrames(file, clip, { start }))
    hashes.push(`${width}x${height} ${createHash('sha256').update(y).digest('hex')}`);
  return hashes;
}

/** Entered in the middle it gives the pictures that come there when it is read from its start; a proxy has its times. */
async function expectExact(file: string, clip: ClipProbe): Promise<string[]> {
  const all = await pictureHashes(file, clip);
  expect(all).toHaveLength(clip.frameTable.times.length);
  for (const start of [36, 50]) expect(await pictureHashes(file, clip, start)).toEqual(all.slice(start));
  await makeProxy(file, clip, `${file}.proxy`, { encoder });
  const steps = Array.from(
    clip.frameTable.times.subarray(1),
    (time, i) => time - (clip.frameTable.times[i] ?? 0),
  );
  for (const step of steps) expect(step).toBeCloseTo(1 / 30, 2);
  return all;
}

describe('a film whose edit list begins at 0 although its first picture does not', () => {
  it('is entered at the right picture', async () => {
    const bytes = readFileSync(await film('reordered.mp4', '64x48', '-bf', '2', '-g', '12'));
    const list = bytes.indexOf('elst');
    expect(bytes.readInt32BE(list + 16)).toBeGreaterThan(0);
    bytes.writeUInt32BE(bytes.readUInt32BE(list + 12) + 500, list + 12);
    bytes.writeInt32BE(0, list + 16);
    const file = join(folder, 'from-0.mp4');
    writeFileSync(file, bytes);
    const clip = await probeClip(file);
    expect(clip).toMatchObject({ frameTableSource: 'packets', readerStart_s: 0 });
    expect(clip.frameTable.firstPts).toBeCloseTo(2 / 30, 3);
    await expectExact(file, clip);
    // As a library from before this was known has it.
    await expectExact(file, { ...clip, readerStart_s: undefined });
  });
});

describe('a film behind another video track', () => {
  const cover = ['-f', 'lavfi', '-i', 'color=size=32x24:duration=0.04:rate=25'];

  const BEFORE_IT: readonly [string, string, string[]][] = [
    ['a thumbnail that is shown by default', 'mp4', ['-c:v:0', 'mjpeg', '-disposition:v:0', 'default']],
    ['a thumbnail', 'mov', ['-c:v:0', 'mjpeg', '-disposition:v:0', '0']],
    ['a short preview', 'mkv', ['-c:v:0', 'libx264', '-disposition:v:0', '0']],
  ];
  it.each(sliceOf(BEFORE_IT, 1))('%s is the film that is read', async (_, ending, codec) => {
    const own = await film(`own.${ending}`, '64x48', '-g', '12');
    const file = join(folder, `behind.${ending}`);
    const maps = ['-map', '0:v', '-map', '1:v', ...codec, '-c:v:1', 'copy'];
    await runFfmpeg(['-y', '-v', 'error', ...cover, '-i', own, ...maps, file]);
    const clip = await probeClip(file);
    expect(clip).toMatchObject({ width: 64, height: 48, filmTrack: 1 });
    // The page plays first tracks only.
    expect(isPlayable(clip)).toBe(false);
    const { clip: checked, pictures } = await checkClip(file, clip, { pictures: 2 });
    expect(checked.frameTable.times).toHaveLength(60);
    expect(pictures).toHaveLength(2);
    expect(await expectExact(file, clip)).toEqual(await pictureHashes(own, await probeClip(own)));
  });

  it('is the first of two whole ones, or the one that a player shows', async () => {
    const large = await film('large.mp4', '64x48');
    const small = await film('small.mp4', '32x24');
    const both = ['-i', small, '-i', large, '-map', '0:v', '-map', '1:v', '-c', 'copy'];
    for (const [shown, width] of [
      [0, 32],
      [1, 64],
    ]) {
      const file = join(folder, `two-${shown}.mov`);
      const flags = [0, 1].flatMap((i) => [`-disposition:v:${i}`, i === shown ? 'default' : '0']);
      await runFfmpeg(['-y', '-v', 'error', ...both, ...flags, file]);
      expect(await probeClip(file)).toMatchObject({ width, filmTrack: shown });
    }
  });
});

describe('two films joined to one', () => {
  const joined = async (name: string, sizes: readonly string[], args: readonly string[]) => {
    const parts: Buffer[] = [];
    for (const [i, size] of sizes.entries())
      parts.push(readFileSync(await film(`part-${i}.ts`, size, '-g', '30', ...args)));
    const file = join(folder, name);
    writeFileSync(file, Buffer.concat(parts));
    return file;
  };

  it('go on where the clock begins anew', async () => {
    const file = await joined('restart.ts', ['64x48', '64x48'], ['-bf', '2']);
    const probed = await probeClip(file);
    const { clip } = await checkClip(file, probed, { pictures: 2 });
    expect(clip.frameTable.times.length).toBeGreaterThanOrEqual(118);
    expect(clip.frameTable.times.at(-1)).toBeCloseTo((clip.frameTable.times.length - 1) / 30, 2);
    await expectExact(file, clip);
  });

  it('are of one size where the second is larger', async () => {
    const file = await joined('grows.ts', ['64x48', '128x96'], []);
    const clip = await probeClip(file);
    expect(clip).toMatchObject({ width: 64, height: 48 });
    const all = await expectExact(file, clip);
    expect(all.every((picture) => picture.startsWith('64x48 '))).toBe(true);
    expect(new Set(all.slice(62)).size).toBeGreaterThan(50);
  });
});
