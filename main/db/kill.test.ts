import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { connect } from './connection.ts';
import { openLibraryDb } from './libraryDb.ts';
import { filledLibrary, temporaryFolder } from './testLibrary.testkit.ts';

let place: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  place = temporaryFolder();
});
afterEach(() => place.remove());

const libraryModule = fileURLToPath(new URL('./libraryDb.ts', import.meta.url));

/** Writes edits and pose chunks for ever and says after each commit how many there are. */
const writer = (file: string) => `
  const { openLibraryDb } = await import(${JSON.stringify(libraryModule)});
  const db = openLibraryDb(${JSON.stringify(file)});
  const sha256 = 'ab'.repeat(32);
  db.pose.create('run-0001', { sha256, model: 'm', modelSha256: sha256, backend: 'b', settings: {} }, 1e6, '');
  const data = new Float32Array(16 * 99).fill(1);
  for (let i = 0; ; i += 1) {
    const edit = { clip: 'clip-0001', side: 'L', type: 'toe_off', op: 'add', auto_time_s: null, time_s: i, reason: null };
    db.transaction(() => {
      db.edits.add('session-1', 'edit-' + i, edit);
      db.pose.saveChunk('run-0001', i, { firstFrame: i * 16, frames: 16, data });
    });
    process.stdout.write(i + 1 + '\\n');
  }`;

it('kill -9 during writes loses nothing that was committed and leaves nothing half-written', async () => {
  const file = join(place.folder, 'library.db');
  filledLibrary(file).close();
  const child = spawn(process.execPath, ['--input-type=module', '-e', writer(file)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let committed = 0;
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    committed = Number(line);
    if (committed === 40) child.kill('SIGKILL');
  });
  await once(child, 'close');
  expect(committed).toBeGreaterThanOrEqual(40);

  const db = openLibraryDb(file);
  const edits = db.edits.state('session-1').edits.length;
  expect(edits).toBeGreaterThanOrEqual(committed);
  expect(db.pose.doneChunks('run-0001').length).toBe(edits);
  expect(db.edits.state('session-1').canUndo).toBe(true);
  db.close();
  const raw = connect(file);
  expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(raw.prepare('SELECT count(*) FROM commands').pluck().get()).toBe(edits);
  raw.close();
});

it('kill -9 during a migration leaves the old version or the new one', async () => {
  const file = join(place.folder, 'library.db');
  const script = `
    const { connect } = await import(${JSON.stringify(libraryModule.replace('libraryDb.ts', 'connection.ts'))});
    const { migrate, MIGRATIONS } = await import(${JSON.stringify(libraryModule.replace('libraryDb.ts', 'migrate.ts'))});
    const db = connect(${JSON.stringify(file)});
    migrate(db, 1);
    db.exec("INSERT INTO athletes VALUES ('a', 'Ann', 1.7, 1990, NULL, '{}', '', '')");
    db.function('die', () => process.kill(process.pid, 'SIGKILL'));
    const half = "CREATE TABLE half (id TEXT) STRICT; UPDATE athletes SET notes = 'x'; ";
    migrate(db, 2, [MIGRATIONS[0], half + "UPDATE athletes SET notes = die();"]);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' });
  const [, signal] = await once(child, 'close');
  expect(signal).toBe('SIGKILL');
  openLibraryDb(file).close();
  const raw = connect(file);
  expect(raw.prepare('SELECT notes FROM athletes').pluck().all()).toEqual(['']);
  expect(raw.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'half'").all()).toEqual([]);
  raw.close();
});
