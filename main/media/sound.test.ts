import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { footfallSound } from '../../shared/gait/footfalls.ts';
import { addFootfalls, addNoise, MADE_HZ, silence, stepInstants } from '../../shared/sound/beats.testkit.ts';
import { sliceOf } from '../files/trust.testkit.ts';
import { runFfmpeg } from './ffmpegProcess.ts';
import { probeClip } from './probe.ts';
import { readSound } from './sound.ts';

const folder = mkdtempSync(join(tmpdir(), 'midstance-sound-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SECONDS = 10;
const STEPS = stepInstants(60 / 171.4, { to: SECONDS, jitterS: 0.006 });
const CADENCE = (60 * (STEPS.length - 1)) / ((STEPS.at(-1) ?? 0) - (STEPS[0] ?? 0));

/** Raw 16-bit samples of footfalls at the instants. */
function rawSound(name: string, instants: readonly number[], seconds = SECONDS): string {
  const samples = addNoise(addFootfalls(silence(seconds), instants, 3), 0.01, 4);
  const file = join(folder, `${name}.raw`);
  writeFileSync(
    file,
    Int16Array.from(samples, (value) => Math.max(-1, Math.min(1, value)) * 32_767),
  );
  return file;
}

const PICTURES = ['-f', 'lavfi', '-i', `testsrc2=size=64x48:rate=30:duration=${SECONDS}`];
const soundInput = (raw: string, offset: number) => [
  ...['-itsoffset', String(offset), '-f', 's16le', '-ar', String(MADE_HZ), '-ac', '1', '-i', raw],
];
/** B frames make the first picture's timestamp differ from the first packet's. */
const H264 = ['-c:v', 'libx264', '-preset', 'veryfast', '-bf', '2'];

async function make(name: string, args: readonly string[]): Promise<string> {
  const file = join(folder, name);
  const { exitCode, stderr } = await runFfmpeg(['-y', '-v', 'error', ...args, file]);
  expect(exitCode, stderr).toBe(0);
  return file;
}

async function heardIn(file: string, steps: readonly number[]) {
  const sound = await readSound(file, await probeClip(file));
  return { sound, ...footfallSound(sound, 1, steps, CADENCE) };
}

describe('the sound of a clip', () => {
  const FILES: readonly [string, number, string[]][] = [
    ['together.mp4', 0, ['-c:a', 'aac', '-ar', '44100']],
    ['late.mp4', 0.437, ['-c:a', 'aac', '-ar', '48000', '-ac', '2']],
    ['early.mp4', -0.333, ['-c:a', 'aac']],
    ['late.mov', 0.437, ['-c:a', 'pcm_s16le']],
    ['early.mov', -0.333, ['-c:a', 'alac']],
    ['late.mkv', 0.437, ['-c:a', 'flac', '-ar', '48000']],
    ['late.webm', 0.2, ['-c:v', 'libvpx', '-deadline', 'realtime', '-c:a', 'libvorbis', '-ar', '48000']],
    ['late.ts', 0.437, ['-c:a', 'mp2', '-ar', '48000']],
    ['together.avi', 0, ['-c:v', 'mpeg4', '-c:a', 'pcm_s16le']],
  ];
  it.each(sliceOf(FILES, 4))(
    '%s: cadence and delay on the clock of the pictures',
    async (name, offset, codecs) => {
      const raw = rawSound(name, STEPS);
      const maps = ['-map', '0:v', '-map', '1:a'];
      const video = codecs.includes('-c:v') ? [] : H264;
      const file = await make(name, [...PICTURES, ...soundInput(raw, offset), ...maps, ...video, ...codecs]);
      const shown = STEPS.map((t) => t + offset).filter((t) => t > 0.1 && t < SECONDS - 0.1);
      const { cadence, contacts } = await heardIn(file, shown);
      expect(Math.abs((cadence?.value ?? 0) - CADENCE)).toBeLessThan(0.5);
      expect(Math.abs(contacts?.offset ?? 1)).toBeLessThan(0.005);
      expect(contacts?.spread).toBeLessThan(0.005);
      expect(contacts?.opposed).toEqual([]);
    },
  );

  it('begins with the first picture when the file does so later', async () => {
    const raw = rawSound('shifted', STEPS);
    const maps = ['-map', '0:v', '-map', '1:a', ...H264, '-c:a', 'pcm_s16le'];
    const both = await make('both.mkv', [...PICTURES, ...soundInput(raw, 0), ...maps]);
    const file = await make('shifted.mkv', ['-i', both, '-c', 'copy', '-output_ts_offset', '5.25']);
    expect((await probeClip(file)).frameTable.firstPts).toBeGreaterThan(5);
    const { contacts } = await heardIn(file, STEPS);
    expect(Math.abs(contacts?.offset ?? 1)).toBeLessThan(0.005);
  });

  it('is not longer than the pictures, however long the track is', async () => {
    const raw = rawSound('long', STEPS, 60);
    const pictures = ['-f', 'lavfi', '-i', 'testsrc2=size=64x48:rate=30:duration=2'];
    const file = await make('long.mov', [...pictures, ...soundInput(raw, 0), ...H264, '-c:a', 'pcm_s16le']);
    const sound = await readSound(file, await probeClip(file));
    expect(sound?.onsets.length).toBeGreaterThan(380);
    expect(sound?.onsets.length).toBeLessThan(402);
  });

  it('without one, silent, or not decodable is undefined and no error', async () => {
    const none = await make('none.mp4', [...PICTURES, ...H264]);
    expect(await readSound(none, await probeClip(none))).toBeUndefined();
    const quiet = ['-f', 'lavfi', '-i', 'anullsrc=r=44100'];
    const silent = await make('silent.mp4', [...PICTURES, ...quiet, '-shortest', ...H264, '-c:a', 'aac']);
    expect(await readSound(silent, await probeClip(silent))).toBeUndefined();
    const probe = await probeClip(none);
    expect(await readSound(none, { ...probe, hasAudio: true })).toBeUndefined();
    expect(await readSound(join(folder, 'nowhere.mp4'), { ...probe, hasAudio: true })).toBeUndefined();
  });

  it('stops when it is told to', async () => {
    const raw = rawSound('stopped', STEPS);
    const file = await make('stopped.mov', [
      ...PICTURES,
      ...soundInput(raw, 0),
      ...H264,
      '-c:a',
      'pcm_s16le',
    ]);
    const clip = await probeClip(file);
    await expect(readSound(file, clip, AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
  });
});
