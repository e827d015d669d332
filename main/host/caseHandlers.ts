import { mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ZodError } from 'zod';
import { type CaseManifest, caseEditsSchema, caseManifestSchema } from '../../shared/contract/caseSchema.ts';
import type { Handlers } from '../../shared/contract/handlers.ts';
import { athleteInputSchema } from '../../shared/contract/librarySchemas.ts';
import { CodedError } from '../../shared/domain/errors.ts';
import type { NewFile } from '../db/files.ts';
import { extractEntry, readStoredZip, ZipProblem } from '../export/storedZip.ts';
import { codedFileError } from '../files/fileErrors.ts';
import { workPath } from '../files/layout.ts';
import { safeName, videoExtension } from '../files/safeName.ts';
import { within } from '../files/within.ts';
import { fileOfCase } from './caseFile.ts';
import { type ClipOfCase, keepDecisions, keypointsOf } from './caseWork.ts';
import { commitClips } from './commitClips.ts';
import type { HostContext } from './hostContext.ts';
import { addToSession } from './importClip.ts';
import type { JobContext } from './jobs.ts';
import { type PreparedClip, prepareClip } from './prepareClip.ts';
import { withFileName } from './replyErrors.ts';

const MOST_ENTRIES = 2600;
const MOST_MANIFEST_BYTES = 20_000_000;
/** What is parsed at once: the times of the longest clip that can be imported. */
const MOST_JSON_BYTES = 64_000_000;

/** Cases that another coach sent. */
export function caseHandlers(context: HostContext): Pick<Handlers<JobContext>, 'cases.import'> {
  const { library, incoming } = context;
  return {
    'cases.import': async ({ token }, job) => {
      const source = incoming.get(token);
      const work = workPath(library.layout, 'case', job.jobId);
      try {
        if (source.received !== source.bytes)
          throw new CodedError('invalid_input', { detail: 'upload not complete' });
        await mkdir(work);
        const manifest = await unpack(source.path, work, job);
        return await takeIn(context, manifest, work, job);
      } catch (error) {
        if (error instanceof ZipProblem) throw badCase(source.name, error.message);
        if (error instanceof ZodError || error instanceof SyntaxError)
          throw badCase(source.name, 'its contents are not as this version knows them');
        throw codedFileError(error, source.name);
      } finally {
        await rm(work, { recursive: true, force: true });
        await incoming.discard(token);
      }
    },
  };
}

const badCase = (file: string, why: string) => new CodedError('bad_case', { file, why });

/**
 * Files of a case, checked by size and SHA-256, in a folder under names of our own: those of the zip are compared, never used.
 * @throws ZipProblem, ZodError, SyntaxError
 */
async function unpack(zip: string, work: string, { signal, progress }: JobContext): Promise<CaseManifest> {
  const entries = new Map((await readStoredZip(zip, MOST_ENTRIES)).map((entry) => [entry.name, entry]));
  const first = entries.get('manifest.json');
  if (first === undefined || first.bytes > MOST_MANIFEST_BYTES) throw new ZipProblem('it holds no case');
  await extractEntry(zip, first, join(work, 'manifest.json'));
  const told: unknown = JSON.parse(await readFile(join(work, 'manifest.json'), 'utf8'));
  if (isNewer(told)) throw new ZipProblem('it was written by a newer version of Midstance');
  const manifest = caseManifestSchema.parse(told);
  const listed = new Set(manifest.files.map(({ name }) => name));
  for (const name of entries.keys())
    if (name !== 'manifest.json' && !listed.has(name))
      throw new ZipProblem('it holds files that are not listed');
  const total = manifest.files.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  for (const { name, bytes, sha256 } of manifest.files) {
    signal.throwIfAborted();
    if (name.endsWith('.json') && bytes > MOST_JSON_BYTES) throw new ZipProblem(`${name} is too large`);
    const entry = entries.get(name);
    if (entry?.bytes !== bytes) throw new ZipProblem(`${name} is missing`);
    if ((await extractEntry(zip, entry, placeOf(work, name))) !== sha256)
      throw new ZipProblem(`${name} is damaged`);
    done += bytes;
    progress({ stage: 'copy', done, total });
  }
  return manifest;
}

const isNewer = (told: unknown): boolean =>
  typeof told === 'object' &&
  told !== null &&
  'version' in told &&
  typeof told.version === 'number' &&
  told.version > 1;

const placeOf = (work: string, name: string): string => within(work, name.replace(/\//g, '-'));

/** The session with a new athlete; all of it or nothing. */
async function takeIn(context: HostContext, manifest: CaseManifest, work: string, job: JobContext) {
  const { library, services, events } = context;
  const { db } = library;
  const edits = caseEditsSchema.parse(JSON.parse(await readFile(placeOf(work, 'edits.json'), 'utf8')));
  const brought: BroughtClip[] = [];
  for (const [i, told] of manifest.clips.entries())
    brought.push(await bringClip(context, told, (name) => placeOf(work, `clips/${i + 1}/${name}`), job));
  const prepared = brought.flatMap((clip) => clip.prepared ?? []);
  const taken = await commitClips(context, prepared, job, () => {
    const createdAt = services.now().toISOString();
    const athlete = db.athletes.create(
      services.newId(),
      athleteInputSchema.parse(manifest.athlete),
      createdAt,
    );
    const wanted = { ...manifest.session, athleteId: athlete.id };
    const sessionId = db.sessions.create(services.newId(), wanted, createdAt).id;
    const clips = brought.map(({ told, file, keepKeypoints }): ClipOfCase => {
      const { sha256, fileName, settings } = told;
      if (file !== undefined && db.files.find(sha256) === undefined) db.files.insert(file, createdAt);
      const clip = addToSession(context, { sha256, fileName, sessionId, role: settings.role });
      db.clips.update(clip.id, settings);
      keepKeypoints(clip.id);
      return { id: clip.id, told };
    });
    keepDecisions(context, sessionId, clips, edits);
    return { athleteId: athlete.id, sessionId };
  });
  events.changed('athletes', 'sessions', 'clips');
  return taken;
}

/** A clip of a case before anything of it is stored. */
interface BroughtClip {
  readonly told: CaseManifest['clips'][number];
  /** Its video, looked at; undefined where the case has none. */
  readonly prepared: PreparedClip | undefined;
  /** What the case tells of a video that it does not bring. */
  readonly file: NewFile | undefined;
  /** Stores its keypoints, once its rows are there. @throws ZipProblem */
  readonly keepKeypoints: (clipId: string) => void;
}

/** A clip with its video is looked at like any other; without it only what is told of the file is kept. */
async function bringClip(
  context: HostContext,
  told: CaseManifest['clips'][number],
  part: (name: string) => string,
  job: JobContext,
): Promise<BroughtClip> {
  const { incoming } = context;
  const { fileName, sha256 } = told;
  const keepKeypoints = await keypointsOf(context, told, part);
  if (!(await isThere(part('video')))) {
    const text = await readFile(part('file.json'), 'utf8');
    return {
      told,
      prepared: undefined,
      file: fileOfCase(text, sha256, videoExtension(fileName)),
      keepKeypoints,
    };
  }
  // The name is the other coach's: it becomes a path only after it was made harmless.
  const named = join(part('named'), safeName(fileName));
  await mkdir(part('named'));
  await rename(part('video'), named);
  const source = await incoming.addChosen(named);
  try {
    await mkdir(part('work'));
    const prepared = await prepareClip(context, { source, mode: 'copy', work: part('work') }, job);
    if (prepared.sha256 !== sha256) throw new ZipProblem(`the video of ${fileName} is another one`);
    return { told, prepared, file: undefined, keepKeypoints };
  } catch (error) {
    throw withFileName(error, fileName);
  } finally {
    await incoming.discard(source.token);
  }
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
