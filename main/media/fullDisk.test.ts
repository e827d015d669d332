import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { canMountDisks, openSmallDisk } from '../files/smallDisk.testkit.ts';
import { makeSampleClip } from '../host/testHost.testkit.ts';
import { findEncoder } from './encoders.ts';
import { probeClip } from './probe.ts';
import { makeProxy } from './proxy.ts';

it.skipIf(!canMountDisks)(
  'a copy that does not fit is told as a full disk, not as a broken clip',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'midstance-test-'));
    const disk = openSmallDisk(1 << 20);
    if (disk === undefined) throw new Error('no disk');
    try {
      const clip = makeSampleClip(folder);
      const probe = await probeClip(clip);
      const encoder = await findEncoder();
      const target = join(disk.folder, 'proxy.mp4');
      for (const left of [0, 4096]) {
        disk.fill(left);
        await expect(makeProxy(clip, probe, target, { encoder }), `${left} left`).rejects.toMatchObject({
          code: 'disk_full',
        });
        expect(readdirSync(disk.folder)).toEqual(['ballast']);
        disk.free();
      }
      await makeProxy(clip, probe, target, { encoder });
      expect(readdirSync(disk.folder)).toEqual(['proxy.mp4']);
    } finally {
      disk.remove();
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
