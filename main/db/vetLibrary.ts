import { z } from 'zod';
import { CodedError } from '../../shared/domain/errors.ts';
import { videoExtension } from '../files/safeName.ts';
import type { Db } from './connection.ts';
import { type LibraryTables, libraryDbOn } from './libraryDb.ts';
import { MIGRATIONS, migrateInPlace } from './migrate.ts';
import { checkForms } from './rowForms.ts';
import { checkPages, openStrange } from './strangeDb.ts';

/** What a database from elsewhere may keep, and what came with it. */
export interface VetOptions {
  /** Name of the file that it came in, as the coach knows it. */
  readonly name: string;
  /** Names of the videos that came whole, as the library keeps them. */
  readonly videos: readonly string[];
  /** Originals elsewhere on this computer that the library at hand knows: of all others the coach says himself where they are. */
  readonly references: readonly { readonly sha256: string; readonly place: string }[];
}

/** A clip whose video did not come, by what the coach knows it by. */
export interface ClipWithoutVideo {
  readonly fileName: string;
  readonly athlete: string;
  /** ISO date of the session. */
  readonly date: string;
}

export interface VettedLibrary {
  readonly athletes: number;
  readonly clips: number;
  readonly lost: ClipWithoutVideo[];
}

/**
 * Makes the database of a backup fit to be opened: its schema exactly that of its version, all pages and rows looked at, brought
 * to the newest version, every row read as the app reads it. References to files of this computer that the coach did not make
 * here are taken away, and so are exports, which no backup holds.
 * @throws CodedError bad_backup, library_from_future
 */
export function vetLibrary(file: string, { name, videos, references }: VetOptions): VettedLibrary {
  let db: Db | undefined;
  try {
    db = openStrange(file);
    checkPages(db);
    db.pragma('journal_mode = DELETE');
    db.pragma('synchronous = FULL');
    migrateInPlace(db, MIGRATIONS.length);
    checkForms(db);
    db.prepare('DELETE FROM exports').run();
    // Who owned it elsewhere says nothing here.
    db.prepare('DELETE FROM ownership').run();
    keepReferences(db, references);
    keepEndings(db);
    const library = libraryDbOn(db);
    readAll(db, library);
    // What the app would leave out and go on is no reason to go on here.
    if (library.damaged.count > 0) throw new RangeError('rows that are none');
    const lost = clipsWithout(db, new Set(videos));
    return { athletes: countOf(db, 'athletes'), clips: countOf(db, 'clips'), lost };
  } catch (error) {
    if (error instanceof CodedError && /^(bad_backup|library_from_future|disk_full)$/.test(error.code))
      throw error;
    throw new CodedError('bad_backup', { file: name, why: 'a part of it is damaged' }, { cause: error });
  } finally {
    db?.close();
  }
}

type Counted = 'athletes' | 'clips' | 'edits' | 'drawings' | 'assessments' | 'log_entries' | 'own_exercises';
const countOf = (db: Db, table: Counted): number =>
  z.number().parse(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get());

/** A row may name any file of the computer: only what this coach has put there stays. */
function keepReferences(db: Db, known: VetOptions['references']): void {
  const all = db.prepare("SELECT sha256, place FROM files WHERE storage = 'reference'").all();
  const forget = db.prepare("UPDATE files SET place = '' WHERE sha256 = ?");
  for (const row of all) {
    const { sha256, place } = z.object({ sha256: z.string(), place: z.string() }).parse(row);
    if (!known.some((one) => one.sha256 === sha256 && one.place === place)) forget.run(sha256);
  }
  // What was told of its bytes is another computer's word.
  db.prepare('UPDATE files SET checked_at = NULL, is_damaged = 0, has_proxy = 0').run();
}

/** A copy is kept under an ending of a video or none, as a new one would be. */
function keepEndings(db: Db): void {
  const rows = db.prepare("SELECT sha256, place FROM files WHERE storage = 'copy'").all();
  const rename = db.prepare('UPDATE files SET place = ? WHERE sha256 = ?');
  for (const row of rows) {
    const { sha256, place } = z.object({ sha256: z.string(), place: z.string() }).parse(row);
    rename.run(sha256 + videoExtension(place), sha256);
  }
}

/** Every row as the app reads it. Lists that leave out what they cannot read are counted. @throws ZodError, RangeError, CodedError */
function readAll(db: Db, library: LibraryTables): void {
  const read = { edits: 0, drawings: 0, assessments: 0, log_entries: 0 };
  library.settings.get();
  const { own, retired } = library.exercises.overlay();
  for (const id of idsOf(db, 'SELECT sha256 FROM files')) checkFile(library, id);
  for (const id of idsOf(db, 'SELECT id FROM pose_runs')) checkRun(db, library, id);
  for (const id of idsOf(db, 'SELECT id FROM athletes')) {
    library.athletes.get(id);
    library.programmes.options(id);
    for (const plan of library.plans.list(id)) {
      library.planOverrides.state(plan.id);
      library.assessments.gateOverrides(id, plan.cycle);
    }
    library.drillLog.clearances(id);
    read.assessments += library.assessments.list(id).length;
    read.log_entries += library.drillLog.list(id).length;
  }
  for (const id of idsOf(db, 'SELECT id FROM clips')) library.clips.get(id);
  for (const id of idsOf(db, 'SELECT id FROM sessions')) {
    library.sessions.get(id);
    library.analyses.latest(id);
    const state = library.edits.state(id);
    read.edits += state.edits.length;
    read.drawings += state.drawings.length;
  }
  for (const table of ['edits', 'drawings', 'assessments', 'log_entries'] as const)
    if (read[table] !== countOf(db, table)) throw new RangeError(`invalid rows in ${table}`);
  if (own.length + retired.length !== countOf(db, 'own_exercises')) throw new RangeError('invalid exercises');
}

const idsOf = (db: Db, sql: string): string[] => z.array(z.string()).parse(db.prepare(sql).pluck().all());

function checkFile({ files }: LibraryTables, sha256: string): void {
  const { times, presentationTimes } = files.get(sha256).frameTable;
  const isWhole =
    times.length > 0 && times.every((time, i) => Number.isFinite(time) && time >= (times[i - 1] ?? -1));
  if (!isWhole || (presentationTimes !== undefined && presentationTimes.length !== times.length))
    throw new RangeError('invalid frame times');
}

/** Sizes first: what a run says of its frames becomes memory. */
function checkRun(db: Db, { pose, files, closeLooks }: LibraryTables, id: string): void {
  const run = pose.get(id);
  const frames = files.get(run.sha256).frameTable.times.length;
  if (run.frameCount !== frames) throw new RangeError('invalid number of frames');
  const chunks = z.array(z.int().nonnegative());
  for (const index of chunks.parse(
    db.prepare('SELECT chunk FROM pose_chunks WHERE run_id = ?').pluck().all(id),
  )) {
    const chunk = pose.chunk(id, index);
    if (chunk.firstFrame + chunk.frames > frames) throw new RangeError('invalid chunk');
  }
  const look = closeLooks.find(id);
  if (look?.frames.some((frame) => frame >= frames)) throw new RangeError('invalid frames looked at');
}

function clipsWithout(db: Db, videos: ReadonlySet<string>): ClipWithoutVideo[] {
  const rows = db
    .prepare(
      `SELECT c.file_name AS fileName, a.name AS athlete, s.date, f.storage, f.place FROM clips c
       JOIN files f ON f.sha256 = c.file_sha256 JOIN sessions s ON s.id = c.session_id
       JOIN athletes a ON a.id = s.athlete_id ORDER BY a.name COLLATE NOCASE, s.date, c.created_at, c.id`,
    )
    .all();
  return z
    .array(clipRow)
    .parse(rows)
    .filter(({ storage, place }) => (storage === 'copy' ? !videos.has(place) : place === ''))
    .map(({ fileName, athlete, date }) => ({ fileName, athlete, date }));
}

const clipRow = z.object({
  fileName: z.string(),
  athlete: z.string(),
  date: z.string(),
  storage: z.string(),
  place: z.string(),
});
