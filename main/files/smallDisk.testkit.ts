import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SmallDisk {
  readonly folder: string;
  /** Fills the disk but for about so many bytes. */
  fill(leave: number): void;
  free(): void;
  remove(): void;
}

function mounted(folder: string, bytes: number): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A disk of so many bytes in memory; undefined where this user may not mount one. */
export function openSmallDisk(bytes: number): SmallDisk | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'midstance-disk-'));
  if (process.platform !== 'linux' || !mounted(folder, bytes)) {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  const ballast = join(folder, 'ballast');
  return {
    folder,
    fill(leave) {
      const file = openSync(ballast, 'a');
      try {
        for (;;) {
          const { bavail, bsize } = statfsSync(folder);
          const room = bavail * bsize - leave;
          if (room < bsize) return;
          writeSync(file, Buffer.alloc(Math.min(room, 1 << 20)));
        }
      } finally {
        closeSync(file);
      }
    },
    free: () => rmSync(ballast, { force: true }),
    remove() {
      execFileSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true });
    },
  };
}

/** Whether `openSmallDisk` can: tests that need it are shown as skipped elsewhere. */
export const canMountDisks = ((): boolean => {
  const disk = openSmallDisk(1 << 16);
  disk?.remove();
  return disk !== undefined;
})();
