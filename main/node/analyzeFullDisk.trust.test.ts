import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { canMountDisks, openSmallDisk } from '../files/smallDisk.testkit.ts';
import { isTrustRun } from '../files/trust.testkit.ts';
import { analysisIn, analyzeCommand, freshFolder, hasMedia, MEDIA } from './analyze.testkit.ts';

const TRACK = `${MEDIA}/tracks/treadmill-quickening.pose.json`;
/** Bytes left on the disk: the page is cut at the first, the analysis at the second. */
const LEFT = isTrustRun ? [200_704, 102_400, 4096, 0, 204_800, 192_512] : [200_704];

it.skipIf(!canMountDisks || !hasMedia)(
  'on a nearly full disk every file is whole or not there, and the end says so',
  () => {
    const cache = freshFolder('cache');
    const disk = openSmallDisk(2 << 20);
    if (disk === undefined) throw new Error('no disk');
    try {
      const analyze = (out: string) => analyzeCommand([TRACK, '--out', out, '--no-pdf'], cache);
      const whole = join(disk.folder, 'whole');
      expect(analyze(whole).code).toBe(0);
      const sizes = new Map(readdirSync(whole).map((name) => [name, readFileSync(join(whole, name)).length]));
      expect(sizes.get('report.html')).toBeGreaterThan(20_000);
      for (const left of LEFT) {
        const out = join(disk.folder, 'out');
        mkdirSync(out);
        disk.fill(left);
        const { code, stderr } = analyze(out);
        expect(code, `${left} bytes left`).toBe(3);
        expect(stderr).toContain('The disk is full.');
        for (const name of readdirSync(out)) {
          expect(sizes.has(name), name).toBe(true);
          if (name === 'analysis.json') analysisIn(out);
          else expect(readFileSync(join(out, name), 'utf8').trimEnd()).toMatch(/<\/html>$/);
        }
        disk.free();
        rmSync(out, { recursive: true });
      }
    } finally {
      disk.remove();
      rmSync(cache, { recursive: true, force: true });
    }
  },
);
