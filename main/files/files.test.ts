import { createHash, randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CodedError } from '../../shared/domain/errors.ts';
import { writeAtomic } from './atomicWrite.ts';
import { cleanUp } from './cleanup.ts';
import { diagnosticsZip } from './diagnostics.ts';
import { codedFileError } from './fileErrors.ts';
import { hashFile } from './hashing.ts';
import { libraryLayout, makeFolders, ownNames, WORK, workPath } from './layout.ts';
import { libraryPlace } from './libraryPlace.ts';
import { openLog } from './log.ts';
import { safeName, videoExtension } from './safeName.ts';
import { scrub } from './scrub.ts';
import { syncServiceOf } from './syncedFolder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'midstance-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('hashing', () => {
  it('streams a file, reports progress and writes the same bytes when it copies', async () => {
    const data = Buffer.alloc(3_500_000, 'stride');
    writeFileSync(join(folder, 'a.mp4'), data);
    const seen: number[] = [];
    const hashed = await hashFile(join(folder, 'a.mp4'), {
      copyTo: join(folder, 'b.mp4'),
      onProgress: (done) => seen.push(done),
    });
    expect(hashed).toEqual({ sha256: createHash('sha256').update(data).digest('hex'), bytes: data.length });
    expect(await hashFile(join(folder, 'b.mp4'))).toEqual(hashed);
    expect(seen.length).toBeGreaterThan(2);
    expect(seen.at(-1)).toBe(data.length);
  });

  it('stops when it is cancelled and names a missing file', async () => {
    writeFileSync(join(folder, 'a.mp4'), Buffer.alloc(100));
    await expect(hashFile(join(folder, 'a.mp4'), { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
    await expect(hashFile(join(folder, 'gone.mp4'))).rejects.toMatchObject({
      code: 'file_missing',
      params: { file: 'gone.mp4' },
    });
  });
});

it('a full disk is told as such', () => {
  const full = Object.assign(new Error('write'), { code: 'ENOSPC' });
  expect(codedFileError(full, 'x')).toMatchObject({ code: 'disk_full' });
  expect(codedFileError(new Error('other'), 'x')).toEqual(new Error('other'));
});

it('atomic writes leave one whole file', async () => {
  const file = join(folder, 'analysis.json');
  await Promise.all([writeAtomic(file, 'a'.repeat(1e6)), writeAtomic(file, 'b'.repeat(1e6))]);
  expect(['a'.repeat(1e6), 'b'.repeat(1e6)]).toContain(readFileSync(file, 'utf8'));
  expect(readdirSync(folder)).toEqual(['analysis.json']);
  await expect(writeAtomic(join(folder, 'no', 'x'), '')).rejects.toMatchObject({ code: 'file_missing' });
});

describe('names', () => {
  it.each([
    ['../../etc/passwd', '_.._etc_passwd'],
    ['C:\\video.mp4', 'C__video.mp4'],
    ['con.mp4', '_con.mp4'],
    ['  ..hidden. ', 'hidden'],
    ['a\u0000b\u202egpj.exe', 'a_b_gpj.exe'],
    ['///', '___'],
    ['...', 'file'],
  ])('%j becomes %j', (name, safe) => expect(safeName(name)).toBe(safe));

  it('keeps the extension of a long name', () => {
    const name = safeName(`${'é'.repeat(300)}.mov`);
    expect(name.length).toBe(100);
    expect(name.endsWith('.mov')).toBe(true);
    expect(videoExtension('Run.MOV')).toBe('.mov');
    expect(videoExtension('run.m o')).toBe('');
  });
});

describe('synced folders', () => {
  it.each([
    ['C:\\Users\\a\\OneDrive - Club\\Midstance', 'OneDrive'],
    ['/x/Dropbox (Personal)/lib', 'Dropbox'],
    ['/x/Library/Mobile Documents/com~apple~CloudDocs/lib', 'iCloud Drive'],
    ['/x/Library/CloudStorage/GoogleDrive-a@b.c/My Drive', 'Google Drive'],
    ['G:\\My Drive\\lib', 'Google Drive'],
    ['/srv/dropbox-replacement/lib', undefined],
    ['/srv/midstance', undefined],
  ])('%s: %s', (path, service) => expect(syncServiceOf(path)).toBe(service));
});

it('the place told on the command line wins over the environment', () => {
  const environment = { MIDSTANCE_LIBRARY: folder };
  expect(libraryPlace(join(folder, 'x'), environment)).toBe(join(folder, 'x'));
  expect(libraryPlace(undefined, environment)).toBe(folder);
  expect(libraryPlace(undefined, {})).toMatch(/midstance/i);
});

it('clean-up keeps what was committed and what is not ours, and puts the rest aside', () => {
  const layout = libraryLayout(folder);
  makeFolders(layout);
  const known = 'a'.repeat(64);
  const exportId = '0190f1c2-0000-7000-8000-000000000001';
  writeFileSync(join(layout.videos, `${known}.mp4`), '');
  writeFileSync(join(layout.videos, 'holiday.mp4'), '');
  writeFileSync(join(layout.videos, `${'b'.repeat(64)}.mp4`), '');
  mkdirSync(join(layout.derived, 'b'.repeat(64)));
  mkdirSync(join(layout.exports, exportId));
  writeFileSync(join(layout.temporary, `upload-${exportId}`), '');
  // Half of a file that a killed program was writing, and a file of somebody else.
  writeFileSync(join(layout.root, '.library.generation.json.4711-2.part'), '');
  writeFileSync(join(layout.root, '.holiday.part'), '');
  const rows = { videos: new Set<string>(), hashes: new Set([known]), exportIds: new Set<string>() };
  expect(cleanUp(layout, rows, '2026-01-02T03-04-05Z')).toBe(4);
  expect(readdirSync(layout.videos)).toEqual([`${known}.mp4`, 'holiday.mp4']);
  expect(readdirSync(layout.temporary)).toEqual([]);
  expect(readdirSync(layout.root).filter((name) => name.startsWith('.'))).toEqual(['.holiday.part']);
});

it('the place of every piece of work is known as our own, whatever it is', () => {
  const layout = libraryLayout(join(folder, 'library'));
  makeFolders(layout);
  // Also what is still being written, and a database with its journal.
  const endings = ['', '.part', '-journal'];
  for (const work of WORK) {
    const place = workPath(layout, work, randomUUID());
    for (const ending of endings)
      if (ending !== '-journal' || place.endsWith('.db')) writeFileSync(`${place}${ending}`, '');
  }
  writeFileSync(join(layout.temporary, 'holiday-notes'), '');
  expect(ownNames(layout.temporary, 'temporary')).toHaveLength(2 * WORK.length + 1);
});

describe('the log', () => {
  it.each([
    ["ENOENT: no such file, open '/data/Ann Runner/clip one.mp4'", 'ENOENT: no such file, open <path>'],
    ['/data/Ann Runner/clip one.mp4: Invalid data', '<path>: Invalid data'],
    ['C:\\Users\\Ann\\clip.mov: Invalid', '<path>: Invalid'],
    ['at import (file:///opt/app/main/host/x.ts:12:5)', 'at import (x.ts:12:5)'],
    ['1/2 done', '1/2 done'],
  ])('%j is written as %j', (text, clean) => expect(scrub(text)).toBe(clean));

  it('holds no names or paths, keeps the stack, and rotates', () => {
    const log = openLog(folder, { maxBytes: 2000, secrets: ['/data/Ann Runner'] });
    const cause = new Error("EACCES, open '/data/Ann Runner/x.mp4'");
    log.error({ err: new CodedError('unreadable', { file: 'Ann Runner.mp4' }, { cause }) }, 'import failed');
    const text = readFileSync(join(folder, 'midstance.log'), 'utf8');
    expect(text).not.toMatch(/Ann|data\//);
    expect(text).toMatch(/unreadable.*files\.test\.ts:\d+/);
    for (let i = 0; i < 200; i += 1) log.info({ i }, 'line');
    expect(readdirSync(folder).sort()).toEqual([
      'midstance.1.log',
      'midstance.2.log',
      'midstance.3.log',
      'midstance.log',
    ]);
    const zip = unzipSync(diagnosticsZip(folder, { version: '1' }));
    expect(Object.keys(zip)).toHaveLength(5);
    expect(JSON.parse(strFromU8(zip['about.json'] ?? new Uint8Array()))).toMatchObject({ version: '1' });
    expect(existsSync(join(folder, 'midstance.4.log'))).toBe(false);
  });
});
