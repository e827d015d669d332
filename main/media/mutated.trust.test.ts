import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isTrustRun, sliceOf } from '../files/trust.testkit.ts';
import { checkClip } from './filmStrip.ts';
import { makeClip } from './madeClips.testkit.ts';
import { MediaError } from './mediaError.ts';
import { mutated, seeded } from './mutations.testkit.ts';
import { probeClip } from './probe.ts';

const OF_EACH = isTrustRun ? 72 : 2;
const SOURCE = 'testsrc2=size=64x48:rate=30:duration=1';
const SMALL = ['-pix_fmt', 'yuv420p', '-g', '15'];
const CONTAINERS = {
  mp4: ['-c:v', 'libx264', ...SMALL],
  mov: ['-c:v', 'libx264', '-bf', '2', ...SMALL],
  webm: ['-c:v', 'libvpx', '-deadline', 'realtime', ...SMALL],
  mkv: ['-c:v', 'libx264', ...SMALL],
  ts: ['-c:v', 'libx264', ...SMALL],
  avi: ['-c:v', 'mpeg4', ...SMALL],
  '3gp': ['-c:v', 'mpeg4', ...SMALL],
} as const;
/** Of the app's own thread without a pause, ms of its processor time; of its process, MiB more than before. */
const MOST_BUSY_MS = 2000;
const MOST_MORE_MIB = 500;
const damaged = resolve(process.env['MIDSTANCE_MEDIA'] ?? '../shared', 'media', 'damaged');

const folder = mkdtempSync(join(tmpdir(), 'midstance-mutated-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What an import does with a file; what it costs this thread, however busy the computer is. */
async function outcomeOf(file: string) {
  const rss = () => process.memoryUsage().rss / 2 ** 20;
  const cpu_ms = () => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  };
  const before = rss();
  let [last, busy_ms, more_mib] = [cpu_ms(), 0, 0];
  const beat = setInterval(() => {
    const now = cpu_ms();
    busy_ms = Math.max(busy_ms, now - last);
    more_mib = Math.max(more_mib, rss() - before);
    last = now;
  }, 20);
  try {
    const probe = await probeClip(file);
    const { clip } = await checkClip(file, probe, { pictures: 4 });
    return { frames: clip.frameTable.times.length, busy_ms, more_mib };
  } catch (error) {
    if (error instanceof MediaError) return { refused: error.code, busy_ms, more_mib };
    throw error;
  } finally {
    clearInterval(beat);
  }
}

async function endsWithinLimits(file: string): Promise<void> {
  const outcome = await outcomeOf(file);
  expect(outcome.busy_ms).toBeLessThan(MOST_BUSY_MS);
  expect(outcome.more_mib).toBeLessThan(MOST_MORE_MIB);
  // A result or a reason, never neither.
  expect(outcome.refused ?? outcome.frames).toBeTruthy();
}

describe('a file with faults in it ends in a result or a reason, and the app answers all the while', () => {
  it.each(sliceOf(Object.entries(CONTAINERS), 2))(
    '%s',
    async (ending, args) => {
      const whole = readFileSync(await makeClip(join(folder, `whole.${ending}`), SOURCE, ...args));
      const random = seeded(ending.length + whole.length);
      for (let i = 0; i < OF_EACH; i++) {
        const file = join(folder, `${i}.${ending}`);
        writeFileSync(file, mutated(whole, random));
        await endsWithinLimits(file);
      }
    },
    isTrustRun ? 3_600_000 : 120_000,
  );

  it.each(sliceOf(existsSync(damaged) ? readdirSync(damaged) : [], 1))(
    '%s, which froze it once',
    async (name) => {
      await endsWithinLimits(join(damaged, name));
    },
  );

  it('stops at once when it is told to', async () => {
    const stop = new AbortController();
    const file = join(folder, 'whole.mp4');
    const running = probeClip(file, stop.signal);
    stop.abort(new Error('enough'));
    await expect(running).rejects.toThrow('enough');
  });
});
