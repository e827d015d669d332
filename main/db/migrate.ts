import { rmSync } from 'node:fs';
import { CodedError } from '../../shared/domain/errors.ts';
import { moveIntoPlaceNow } from '../files/atomicWrite.ts';
import type { Db } from './connection.ts';
import { library } from './migrations/0001library.ts';
import { work } from './migrations/0002work.ts';
import { presentation } from './migrations/0003presentation.ts';
import { timing } from './migrations/0004timing.ts';
import { look } from './migrations/0005look.ts';
import { sound } from './migrations/0006sound.ts';
import { programme } from './migrations/0007programme.ts';
import { closeLook } from './migrations/0008closeLook.ts';
import { editList } from './migrations/0009edits.ts';
import { exportFacts } from './migrations/0010exportFacts.ts';
import { drawings } from './migrations/0011drawings.ts';
import { groups } from './migrations/0012groups.ts';
import { poseKeys } from './migrations/0013poseKeys.ts';
import { upkeep } from './migrations/0014upkeep.ts';
import { ownership } from './migrations/0015ownership.ts';
import { toldFiles } from './migrations/0016toldFiles.ts';
import { clipTurn } from './migrations/0017clipTurn.ts';
import { pictureRate } from './migrations/0018pictureRate.ts';

/** SQL, or a function where values are rewritten that SQL cannot read. */
export type Migration = string | ((db: Db) => void);

/** Migration n brings `user_version` from n - 1 to n. Released ones never change. */
export const MIGRATIONS: readonly Migration[] = [
  library,
  work,
  presentation,
  timing,
  look,
  sound,
  programme,
  closeLook,
  editList,
  exportFacts,
  drawings,
  groups,
  poseKeys,
  upkeep,
  ownership,
  toldFiles,
  clipTurn,
  pictureRate,
];

export const versionOf = (db: Db): number => Number(db.pragma('user_version', { simple: true }));

/**
 * Brings the database to `target` (default: the newest). Each migration is one transaction; an existing file is copied
 * to `<file>.v<version>.bak` first.
 * @throws CodedError library_from_future when the file is newer than this app.
 */
export function migrate(db: Db, target = MIGRATIONS.length, migrations = MIGRATIONS): void {
  const from = versionOf(db);
  if (from > migrations.length) throw new CodedError('library_from_future');
  if (from >= target) return;
  if (from > 0) copyBefore(db, from);
  migrateInPlace(db, target, migrations);
}

/** As `migrate`, for what is a copy itself. */
export function migrateInPlace(db: Db, target: number, migrations = MIGRATIONS): void {
  for (let version = versionOf(db) + 1; version <= target; version += 1) {
    const migration = migrations[version - 1];
    if (migration === undefined) throw new RangeError(`invalid target: ${target}`);
    db.transaction(() => {
      if (typeof migration === 'string') db.exec(migration);
      else migration(db);
      db.pragma(`user_version = ${version}`);
    }).immediate();
  }
}

/** Written beside the file and renamed, so that a half-written copy never counts as one. */
function copyBefore(db: Db, version: number): void {
  if (db.memory) return;
  const copy = `${db.name}.v${version}.bak`;
  const partial = `${copy}.partial`;
  rmSync(partial, { force: true });
  db.prepare('VACUUM INTO ?').run(partial);
  moveIntoPlaceNow(partial, copy);
}
