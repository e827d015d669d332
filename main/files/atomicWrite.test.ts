import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeStoredZip } from '../export/storedZip.ts';
import { copyWhole, moveIntoPlace, writeAll, writeAtomic } from './atomicWrite.ts';
import { writeBackup } from './backupFile.ts';
import { hashFile } from './hashing.ts';
import { canMountDisks, openSmallDisk, type SmallDisk } from './smallDisk.testkit.ts';

const signal = new AbortController().signal;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'midstance-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A file that takes at most `most` bytes at a time. */
function hesitant(most: number) {
  const taken: Buffer[] = [];
  return {
    taken,
    write: async (bytes: Uint8Array, from: number, length: number) => {
      const part = Buffer.from(bytes.subarray(from, from + Math.min(most, length)));
      taken.push(part);
      return { bytesWritten: part.length };
    },
  };
}

describe('a whole write', () => {
  it('goes on where the system took only a part, and is an error where it takes nothing', async () => {
    const text = 'stride by stride '.repeat(20);
    const slow = hesitant(7);
    await writeAll(slow, text);
    expect(Buffer.concat(slow.taken).toString()).toBe(text);
    await expect(writeAll(hesitant(0), text)).rejects.toMatchObject({ code: 'ENOSPC' });
  });

  it('leaves nothing beside the file, whether it was written or could not be', async () => {
    await writeAtomic(join(folder, 'a.json'), '1');
    await writeAtomic(join(folder, 'a.json'), '22');
    await expect(writeAtomic(join(folder, 'gone', 'a.json'), '1')).rejects.toMatchObject({
      code: 'file_missing',
    });
    writeFileSync(join(folder, 'work'), 'moved');
    await moveIntoPlace(join(folder, 'work'), join(folder, 'b'));
    await copyWhole(join(folder, 'b'), join(folder, 'c'));
    expect(readdirSync(folder).sort()).toEqual(['a.json', 'b', 'c']);
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe('22');
    expect(readFileSync(join(folder, 'c'), 'utf8')).toBe('moved');
  });
});

describe.skipIf(!canMountDisks)('on a nearly full disk', () => {
  let disk: SmallDisk;
  beforeEach(() => {
    const opened = openSmallDisk(1 << 20);
    if (opened === undefined) throw new Error('no disk');
    disk = opened;
  });
  afterEach(() => disk.remove());
  const LEFT = 16_384;
  const page = 'x'.repeat(28_000);

  it('every way of writing is complete or an error, and keeps what was there', async () => {
    const source = join(folder, 'source');
    writeFileSync(source, page);
    const at = (name: string) => join(disk.folder, name);
    await writeAtomic(at('atomic'), 'before');
    disk.fill(LEFT);
    const parts = [{ name: 'a', data: { path: source } }];
    const backup = [{ name: 'library.db', path: source }];
    const about = { app_version: '1', made_at: '2026-01-01T00:00:00.000Z' };
    const ways: Record<string, () => Promise<unknown>> = {
      atomic: () => writeAtomic(at('atomic'), page),
      copied: () => copyWhole(source, at('copied')),
      hashed: () => hashFile(source, { copyTo: at('hashed') }),
      zip: () => writeStoredZip(at('zip'), parts, { signal, onBytes: () => undefined }),
      backup: () => writeBackup(at('backup'), about, backup, { signal, onBytes: () => undefined }),
    };
    for (const [name, write] of Object.entries(ways)) {
      await expect(write(), name).rejects.toSatisfy(
        (error) =>
          error instanceof Error && 'code' in error && /^(disk_full|ENOSPC)$/.test(String(error.code)),
      );
      // Streams leave their half in a folder of work, which goes as a whole.
      if (name !== 'atomic') rmSync(at(name), { force: true });
    }
    expect(readFileSync(at('atomic'), 'utf8')).toBe('before');
    expect(readdirSync(disk.folder).sort()).toEqual(['atomic', 'ballast']);
    disk.free();
    await writeAtomic(at('atomic'), page);
    expect(readFileSync(at('atomic'), 'utf8')).toBe(page);
  });
});
