import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { isTrustRun } from '../files/trust.testkit.ts';
import { runFfmpeg } from '../media/ffmpegProcess.ts';
import { analysisIn, analyzeCommand, freshFolder } from './analyze.testkit.ts';

const PROGRAM = fileURLToPath(new URL('./analyze.ts', import.meta.url));
const REAR = fileURLToPath(new URL('../../models/sample/rear.mp4', import.meta.url));

/** Stored pieces of keypoints with the time they were written. */
function stored(cache: string): Map<string, number> {
  const files = readdirSync(cache, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.f32'),
  );
  return new Map(files.map((name) => [name, statSync(join(cache, name)).mtimeMs]));
}

const QUICK = ['--no-pdf', '--model', 'lite'];
/** Several pieces of keypoints, and steps enough to measure. */
const LENGTH_S = 6;

// In the short run `poseDetector` goes on where it was stopped, and `kill` and `restart` end programs.
it.runIf(isTrustRun)(
  'goes on where a killed analysis stopped, and leaves nothing half-written',
  async () => {
    const cache = freshFolder('cache');
    const out = freshFolder('out');
    const rear = join(freshFolder('clip'), 'rear.mp4');
    await runFfmpeg(['-v', 'error', '-t', `${LENGTH_S}`, '-i', REAR, '-crf', '16', rear]);
    const child = spawn(process.execPath, [PROGRAM, rear, '--out', out, ...QUICK], {
      env: { ...process.env, MIDSTANCE_CACHE: cache },
      stdio: 'ignore',
    });
    const deadline = Date.now() + 240_000;
    while (stored(cache).size < 2 && child.exitCode === null && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    const before = stored(cache);
    expect(before.size).toBeGreaterThanOrEqual(2);
    expect(readdirSync(out)).toEqual([]);

    const again = analyzeCommand([rear, '--out', out, ...QUICK], cache);
    expect(again.code, again.stderr).toBe(0);
    expect(analysisIn(out).clips[0]?.view).toBe('rear');
    const after = stored(cache);
    expect(after.size).toBeGreaterThan(before.size);
    for (const [name, written] of before) expect(after.get(name), name).toBe(written);
  },
  500_000,
);
