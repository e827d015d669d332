import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { extractEntry, readStoredZip, writeStoredZip } from './storedZip.ts';

const folder = mkdtempSync(join(tmpdir(), 'midstance-zip-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'case.midstance');
const signal = new AbortController().signal;
const CENTRAL = Buffer.from('PK\x01\x02', 'latin1');
const parts = [
  { name: 'one', data: Buffer.from('x'.repeat(1000)) },
  { name: 'two', data: Buffer.from('y'.repeat(1000)) },
];

beforeEach(async () => {
  rmSync(file, { force: true });
  await writeStoredZip(file, parts, { signal, onBytes: () => undefined });
});

/** Changes the file; `second` is where the directory tells of the second entry. */
function change(how: (bytes: Buffer, second: number) => void): void {
  const bytes = readFileSync(file);
  how(bytes, bytes.lastIndexOf(CENTRAL));
  writeFileSync(file, bytes);
}
const sizesAt = (bytes: Buffer, at: number, value: number): void => {
  bytes.writeUInt32LE(value, at + 20);
  bytes.writeUInt32LE(value, at + 24);
};
const problem = expect.objectContaining({ constructor: expect.objectContaining({ name: 'ZipProblem' }) });
const read = () => readStoredZip(file, 10);
const readAll = async () => {
  for (const [i, entry] of (await read()).entries())
    await extractEntry(file, entry, join(folder, `out-${i}`));
};

it('reads what it wrote (the control)', async () => {
  expect((await read()).map(({ name, bytes }) => [name, bytes])).toEqual([
    ['one', 1000],
    ['two', 1000],
  ]);
});

it('overlapping entries: bytes that belong to two are refused', async () => {
  change((bytes, second) => bytes.writeUInt32LE(0, second + 42));
  await expect(read()).rejects.toEqual(problem);
});

it('an entry that reaches into the next one, or into the directory, is refused', async () => {
  change((bytes) => sizesAt(bytes, bytes.indexOf(CENTRAL), 1020));
  await expect(read()).rejects.toEqual(problem);
  change((bytes, second) => {
    sizesAt(bytes, bytes.indexOf(CENTRAL), 1000);
    sizesAt(bytes, second, 1001);
  });
  await expect(read()).rejects.toEqual(problem);
});

it('one name twice is refused', async () => {
  change((bytes, second) => bytes.write('one', second + 46, 'latin1'));
  await expect(read()).rejects.toEqual(problem);
});

it('sizes that lie: stored and unpacked differ, or the two headers do', async () => {
  change((bytes, second) => bytes.writeUInt32LE(4_000_000_000, second + 24));
  await expect(read()).rejects.toEqual(problem);
  change((bytes, second) => {
    sizesAt(bytes, second, 1000);
    bytes.writeUInt32LE(999, bytes.indexOf(CENTRAL) - 1000 - 3 - 30 + 22);
  });
  await expect(readAll()).rejects.toEqual(problem);
});

it('a packed entry, and with it every zip that holds itself, is refused', async () => {
  change((bytes, second) => bytes.writeUInt16LE(8, second + 10));
  await expect(read()).rejects.toEqual(problem);
});

it('a directory larger than any case needs is not read', async () => {
  change((bytes) => bytes.writeUInt32LE(0xfffffff0, bytes.length - 22 + 12));
  await expect(read()).rejects.toEqual(problem);
});
