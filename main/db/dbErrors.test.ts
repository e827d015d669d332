import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect } from './connection.ts';
import { codedDbError } from './dbErrors.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'midstance-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function codeOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return Object(codedDbError(error, folder)).code;
  }
  return 'no error';
}
const fake = (code: string) => Object.assign(new Error(code), { code });

describe('an error of SQLite is told as what it means to the coach', () => {
  it('a full database, a damaged one, none at all, and one that may only be read', () => {
    const file = join(folder, 'library.db');
    const db = connect(file);
    db.exec('CREATE TABLE t (a TEXT)');
    db.pragma('max_page_count = 3');
    const insert = db.prepare('INSERT INTO t VALUES (?)');
    expect(codeOf(() => insert.run('x'.repeat(100_000)))).toBe('disk_full');
    db.pragma('max_page_count = 1000');
    for (let i = 0; i < 50; i++) insert.run('y'.repeat(4000));
    db.close();
    const readOnly = new Database(file, { readonly: true });
    expect(codeOf(() => readOnly.exec('DELETE FROM t'))).toBe('unreadable');
    readOnly.close();
    const bytes = readFileSync(file);
    bytes.fill(0xa5, 4096, 4096 * 3);
    writeFileSync(file, bytes);
    const damaged = connect(file);
    expect(codeOf(() => damaged.prepare('SELECT count(*), max(a) FROM t').get())).toBe('library_damaged');
    damaged.close();
    writeFileSync(file, 'no database '.repeat(500));
    expect(codeOf(() => connect(file))).toBe('library_damaged');
    expect(codeOf(() => connect(join(folder, 'gone', 'library.db')))).not.toBe('internal');
  });

  it('a disk that is gone, and the folder of a full one', () => {
    expect(
      codeOf(() => {
        throw fake('SQLITE_IOERR_READ');
      }),
    ).toBe('library_lost');
    expect(
      codeOf(() => {
        throw fake('SQLITE_READONLY_DBMOVED');
      }),
    ).toBe('library_lost');
    // There is room in this folder, so that it is not that.
    expect(
      codeOf(() => {
        throw fake('SQLITE_IOERR_WRITE');
      }),
    ).toBe('library_lost');
  });

  it('what is our fault passes unchanged', () => {
    expect(
      codeOf(() => {
        throw fake('SQLITE_CONSTRAINT_UNIQUE');
      }),
    ).toBe('SQLITE_CONSTRAINT_UNIQUE');
    expect(codedDbError('text', folder)).toBe('text');
  });
});
