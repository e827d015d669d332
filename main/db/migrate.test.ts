import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect } from './connection.ts';
import { openLibraryDb } from './libraryDb.ts';
import { MIGRATIONS, migrate, versionOf } from './migrate.ts';
import { NOW, SHA, temporaryFolder } from './testLibrary.testkit.ts';

let place: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  place = temporaryFolder();
});
afterEach(() => place.remove());

const tablesOf = (db: ReturnType<typeof connect>) =>
  db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all();

describe('migrations', () => {
  it('1: athletes, sessions, files, clips and settings, all STRICT', () => {
    const db = connect(join(place.folder, 'library.db'));
    migrate(db, 1);
    expect(versionOf(db)).toBe(1);
    expect(tablesOf(db).sort()).toEqual(['athletes', 'clips', 'files', 'sessions', 'settings']);
    expect(() => db.prepare("INSERT INTO settings VALUES ('one', '{}')").run()).toThrow(/datatype mismatch/);
    expect(() =>
      db.prepare("INSERT INTO sessions VALUES ('s', 'nobody', '', 1, 1, '', 'treadmill', '', '')").run(),
    ).toThrow(/FOREIGN KEY/);
    db.close();
    expect(readdirSync(place.folder).filter((name) => name.includes('.bak'))).toEqual([]);
  });

  it('2: keeps the clips of version 1, adds the work tables and leaves a copy of version 1', () => {
    const file = join(place.folder, 'library.db');
    const db = connect(file);
    migrate(db, 1);
    db.prepare("INSERT INTO athletes VALUES ('a', 'Ann', 1.7, 1990, NULL, '{}', '', ?)").run(NOW);
    db.prepare("INSERT INTO sessions VALUES ('s', 'a', '2026-01-02', 3, NULL, NULL, 'unknown', '', ?)").run(
      NOW,
    );
    db.prepare("INSERT INTO files VALUES (?, 1, 'copy', 'x', '{}', 0, x'', 0, 0, ?)").run(SHA, NOW);
    db.prepare("INSERT INTO clips VALUES ('c', 's', ?, 'x', 'rear', 'auto', 240, NULL, NULL, NULL, ?)").run(
      SHA,
      NOW,
    );
    migrate(db, 2);
    expect(versionOf(db)).toBe(2);
    expect(db.prepare('SELECT capture_fps, pose_run_id FROM clips').get()).toEqual({
      capture_fps: 240,
      pose_run_id: null,
    });
    expect(tablesOf(db)).toContain('pose_chunks');
    db.close();
    const copy = connect(`${file}.v1.bak`);
    expect(versionOf(copy)).toBe(1);
    expect(copy.prepare('SELECT name FROM athletes').pluck().all()).toEqual(['Ann']);
    copy.close();
  });

  it('3: keeps the frame times of files and adds the times shown, unknown so far', () => {
    const db = connect(':memory:');
    migrate(db, 2);
    db.prepare("INSERT INTO files VALUES (?, 1, 'copy', 'x', '{}', 0, x'00', 0, 0, ?)").run(SHA, NOW);
    migrate(db, 3);
    expect(db.prepare('SELECT hex(frame_times) AS kept, presentation_times FROM files').get()).toEqual({
      kept: '00',
      presentation_times: null,
    });
    db.close();
  });

  it('5: files of before were not looked at', () => {
    const db = connect(':memory:');
    migrate(db, 4);
    db.prepare("INSERT INTO files VALUES (?, 1, 'copy', 'x', '{}', 0, x'00', 0, 0, ?, NULL)").run(SHA, NOW);
    migrate(db, 5);
    expect(db.prepare('SELECT look_json FROM files').pluck().get()).toBeNull();
    db.close();
  });

  it('6: files of before were not listened to', () => {
    const db = connect(':memory:');
    migrate(db, 5);
    db.prepare("INSERT INTO files VALUES (?, 1, 'copy', 'x', '{}', 0, x'00', 0, 0, ?, NULL, NULL)").run(
      SHA,
      NOW,
    );
    migrate(db, 6);
    expect(db.prepare('SELECT sound_json FROM files').pluck().get()).toBeNull();
    db.close();
  });

  it('7: keeps athletes and adds their programme, of which everything goes with them', () => {
    const db = connect(':memory:');
    migrate(db, 6);
    db.prepare("INSERT INTO athletes VALUES ('a', 'Ann', 1.7, 1990, NULL, '{}', '', ?)").run(NOW);
    migrate(db, 7);
    db.exec(`
      INSERT INTO programmes VALUES ('a', '{}');
      INSERT INTO plans VALUES ('p', 'a', 1, 0, '{}', NULL, '', '{}', '', NULL, NULL, NULL, '{}', NULL, '{}');
      INSERT INTO plan_overrides VALUES ('o', 'p', 1, '{}', 0);
      INSERT INTO assessments VALUES ('t', 'a', '', '{}');
      INSERT INTO gate_overrides VALUES ('a', 1, 2, '', 'why');
      INSERT INTO log_entries VALUES ('a', 'l', '', '{}');
      INSERT INTO pain_clearances VALUES ('a', 'heel', '', 'why');`);
    const second =
      "INSERT INTO plans VALUES ('q', 'a', 2, 0, '{}', NULL, '', '{}', '', NULL, NULL, NULL, '{}', NULL, '{}')";
    expect(() => db.exec(second), 'two plans at hand').toThrow(/UNIQUE/);
    expect(() => db.exec("INSERT INTO gate_overrides VALUES ('a', 1, 3, '', '')")).toThrow(/CHECK/);
    db.exec('DELETE FROM athletes');
    const added = ['programmes', 'plans', 'plan_overrides', 'assessments', 'gate_overrides', 'log_entries'];
    for (const table of [...added, 'pain_clearances'])
      expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(), table).toBe(0);
    db.close();
  });

  it('9: keeps the edits of events in their order, now as JSON beside those of other kinds', () => {
    const db = connect(':memory:');
    migrate(db, 8);
    db.prepare("INSERT INTO athletes VALUES ('a', 'Ann', 1.7, 1990, NULL, '{}', '', ?)").run(NOW);
    db.exec(`
      INSERT INTO sessions VALUES ('s', 'a', '2026-01-02', 3, NULL, NULL, 'unknown', '', '');
      INSERT INTO files VALUES ('f', 1, 'copy', 'x', '{}', 0, x'', 0, 0, '', NULL, NULL, NULL);
      INSERT INTO clips (id, session_id, file_sha256, file_name, role, view, created_at)
        VALUES ('c', 's', 'f', 'x', 'rear', 'auto', '');
      INSERT INTO event_edits VALUES ('e', 's', 7, 'c', 'L', 'toe_off', 'move', 0.5, 0.52, NULL);`);
    migrate(db, 9);
    expect(db.prepare('SELECT id, session_id, position, clip_id FROM edits').get()).toEqual({
      ...{ id: 'e', session_id: 's', position: 7, clip_id: 'c' },
    });
    expect(JSON.parse(String(db.prepare('SELECT edit_json FROM edits').pluck().get()))).toEqual({
      ...{ side: 'L', type: 'toe_off', op: 'move', auto_time_s: 0.5, time_s: 0.52, reason: null },
    });
    expect(tablesOf(db)).not.toContain('event_edits');
    db.close();
  });

  it('17: clips of before are as their files show them, and are turned by quarters only', () => {
    const db = connect(':memory:');
    db.pragma('foreign_keys = OFF');
    migrate(db, 16);
    db.exec(`INSERT INTO clips (id, session_id, file_sha256, file_name, role, view, created_at)
      VALUES ('c', 's', 'f', 'x', 'rear', 'auto', '')`);
    migrate(db, 17);
    expect(db.prepare('SELECT turn FROM clips').pluck().get()).toBe(0);
    db.exec('UPDATE clips SET turn = 270');
    expect(() => db.exec('UPDATE clips SET turn = 45')).toThrow(/CHECK/);
    db.close();
  });

  it('leaves the file as it was when one fails half-way', () => {
    const db = connect(join(place.folder, 'library.db'));
    migrate(db, 1);
    db.exec('CREATE TABLE exports (id TEXT) STRICT');
    expect(() => migrate(db, 2)).toThrow(/exports already exists/);
    expect(versionOf(db)).toBe(1);
    expect(tablesOf(db)).not.toContain('pose_runs');
    db.close();
  });

  it('refuses a library from the future and does not touch it', () => {
    const file = join(place.folder, 'library.db');
    const db = connect(file);
    migrate(db);
    db.pragma(`user_version = ${MIGRATIONS.length + 1}`);
    db.close();
    expect(() => openLibraryDb(file)).toThrow(expect.objectContaining({ code: 'library_from_future' }));
    expect(existsSync(`${file}.v${MIGRATIONS.length + 1}.bak`)).toBe(false);
    const again = connect(file);
    expect(versionOf(again)).toBe(MIGRATIONS.length + 1);
    again.close();
  });

  it('opens with foreign keys, WAL and secure delete', () => {
    const db = connect(join(place.folder, 'library.db'));
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(db.pragma('secure_delete', { simple: true })).toBe(1);
    db.close();
  });
});
