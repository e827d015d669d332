import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findEncoder } from './encoders.ts';
import { findFfmpeg } from './ffmpegPath.ts';
import { runFfmpeg } from './ffmpegProcess.ts';
import { checkClip } from './filmStrip.ts';
import { readFrames } from './frames.ts';
import { MediaError } from './mediaError.ts';
import { probeClip } from './probe.ts';
import { isPlayable, makeProxy } from './proxy.ts';
import { extractStill } from './stills.ts';

let folder: string;
let clip: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'media-'));
  // The name is part of the test: a leading dash, a space, a colon and letters beyond ASCII.
  clip = join(folder, '-läufer: 1.mp4');
  const source = ['-f', 'lavfi', '-i', 'testsrc2=size=160x90:rate=30:duration=3'];
  const codec = ['-c:v', 'libx264', '-bf', '2', '-g', '15', '-pix_fmt', 'yuv420p'];
  await runFfmpeg(['-v', 'error', ...source, ...codec, `file:${clip}`]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const codeOf = (file: string): Promise<string> =>
  probeClip(file).then(
    () => 'none',
    (error: unknown) => (error instanceof MediaError ? error.code : String(error)),
  );

async function lumas(file: string, start: number, count: number): Promise<string[]> {
  const found: string[] = [];
  for await (const frame of readFrames(file, await probeClip(file), { start, count }))
    found.push(Buffer.from(frame.y).toString('base64'));
  return found;
}

describe('probe and frames', () => {
  it('knows a clip and its frame table', async () => {
    const probe = await probeClip(clip);
    expect(probe).toMatchObject({ codec: 'h264', width: 160, height: 90, rotation: 0, hasAudio: false });
    expect(probe.frameTableSource).toBe('packets');
    expect(probe.frameTable.times).toHaveLength(90);
    expect(probe.containerFps).toBeCloseTo(30, 6);
    expect(isPlayable(probe)).toBe(true);
  });

  it('gives the same pictures from a start in the middle as from the first frame', async () => {
    const all = await lumas(clip, 0, 90);
    expect(new Set(all).size).toBe(90);
    expect(await lumas(clip, 47, 5)).toEqual(all.slice(47, 52));
    expect(await lumas(clip, 3, 2)).toEqual(all.slice(3, 5));
  });

  it('ends ffmpeg when aborted', async () => {
    const abort = new AbortController();
    const probe = await probeClip(clip);
    const read = async () => {
      for await (const _ of readFrames(clip, probe, { signal: abort.signal }))
        abort.abort(new Error('enough'));
    };
    await expect(read()).rejects.toThrow('enough');
  });

  it('makes stills of the exact frame and a strip', async () => {
    const probe = await probeClip(clip);
    const still = await extractStill(clip, probe, 60);
    expect([...still.slice(0, 2)]).toEqual([0xff, 0xd8]);
    const { clip: checked, pictures } = await checkClip(clip, probe, { pictures: 4 });
    expect(checked).toBe(probe);
    expect(pictures).toHaveLength(4);
    for (const picture of pictures) expect([...picture.slice(0, 2)]).toEqual([0xff, 0xd8]);
    await expect(extractStill(clip, probe, 90)).rejects.toThrow('invalid frame: 90');
  });

  it('makes a proxy with the same frame table, and nothing when cancelled', async () => {
    const encoder = await findEncoder();
    const probe = await probeClip(clip);
    const target = join(folder, 'proxy.mp4');
    const seen: number[] = [];
    await makeProxy(clip, probe, target, { encoder, onProgress: (done) => seen.push(done) });
    const made = await probeClip(target);
    expect(made.frameTable.times).toHaveLength(90);
    const shift = made.frameTable.times.map((time, i) => Math.abs(time - (probe.frameTable.times[i] ?? 0)));
    expect(Math.max(...shift)).toBeLessThan(1e-4);
    expect(seen.at(-1)).toBe(90);
    const cancelled = join(folder, 'cancelled.mp4');
    const options = { encoder, signal: AbortSignal.abort(new Error('cancelled')) };
    await expect(makeProxy(clip, probe, cancelled, options)).rejects.toThrow('cancelled');
    expect(existsSync(cancelled)).toBe(false);
  });
});

const hasFfprobe = spawnSync('ffprobe', ['-version']).status === 0;
it.skipIf(!hasFfprobe)('agrees with ffprobe on every frame time (skipped without ffprobe)', async () => {
  const args = ['-v', 'error', '-select_streams', 'v:0', '-show_entries', 'frame=pts_time', '-of', 'csv=p=0'];
  const times = execFileSync('ffprobe', [...args, `file:${clip}`], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .filter((line) => /^\d/.test(line))
    .map((line) => Number.parseFloat(line));
  const { frameTable } = await probeClip(clip);
  expect(frameTable.times).toHaveLength(times.length);
  frameTable.times.forEach((time, i) => {
    expect(time + frameTable.firstPts).toBeCloseTo(times[i] ?? Number.NaN, 5);
  });
});

describe('bad files', () => {
  it('are named', async () => {
    const file = (name: string, content: string): string => {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    };
    expect(await codeOf(join(folder, 'none.mp4'))).toBe('file_missing');
    expect(await codeOf(file('empty.mp4', ''))).toBe('empty_file');
    expect(await codeOf(file('notes.txt', 'Ran 5 km today, felt fine.\n'))).toBe('not_a_video');
    expect(await codeOf(file('list.ffconcat', "ffconcat version 1.0\nfile '/etc/hostname'\n"))).toBe(
      'not_a_video',
    );
    expect(await codeOf(file('list.m3u8', '#EXTM3U\n#EXTINF:1,\nfile:///etc/hostname\n'))).toBe(
      'not_a_video',
    );
    expect(await codeOf(folder)).toBe('not_a_video');
  });

  it('without ffmpeg say so', () => {
    expect(() => findFfmpeg({ PATH: '' })).toThrow('ffmpeg_missing');
  });
});

it('needs no ffprobe', () => {
  const tools = join(folder, 'tools');
  execFileSync('mkdir', ['-p', tools]);
  symlinkSync(findFfmpeg(), join(tools, 'ffmpeg'));
  const copy = join(folder, 'plain.mp4');
  copyFileSync(clip, copy);
  const script = `const { probeClip } = await import(${JSON.stringify(new URL('./probe.ts', import.meta.url).href)});
    console.log((await probeClip(${JSON.stringify(copy)})).frameTable.times.length);`;
  const env = { PATH: tools };
  const out = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    env,
    encoding: 'utf8',
  });
  expect(out.trim()).toBe('90');
});
