import { rm } from 'node:fs/promises';
import type { Handlers } from '../../shared/contract/handlers.ts';
import { CodedError } from '../../shared/domain/errors.ts';
import { isPoseEdit } from '../../shared/gait/replayEvents.ts';
import type { ClipRecord } from '../db/clips.ts';
import { moveIntoPlace } from '../files/atomicWrite.ts';
import { codedFileError } from '../files/fileErrors.ts';
import { hashFile } from '../files/hashing.ts';
import { proxyFile, workPath } from '../files/layout.ts';
import { safeName } from '../files/safeName.ts';
import { probeOf, proxyPathOf, wholeFile } from './clipFile.ts';
import { clipView, storedPatch } from './clipView.ts';
import type { HostContext } from './hostContext.ts';
import { importClip } from './importClip.ts';
import type { IncomingFile } from './incoming.ts';
import type { JobContext } from './jobs.ts';
import type { Library } from './library.ts';
import { deleteWithFiles } from './removeFiles.ts';
import { withFileName } from './replyErrors.ts';

type Names =
  | 'files.choose'
  | `uploads.${'begin' | 'status' | 'discard'}`
  | `clips.${'list' | 'get' | 'update' | 'delete' | 'import' | 'findFile' | 'makeProxy'}`;

const tokenOf = ({ token, name, bytes }: IncomingFile) => ({ token, name, bytes });

/**
 * What is drawn and which keypoints were put right lies at places of one picture. The log of undo then never holds a place of
 * another turn than the one that it comes back to.
 * @throws CodedError turn_over_marks
 */
function refuseTurnUnderMarks({ db }: Library, { id, sessionId, fileName }: ClipRecord): void {
  const { edits, drawings } = db.edits.state(sessionId);
  const isMarked =
    drawings.some(({ clipId }) => clipId === id) ||
    edits.some(({ edit }) => edit.clip === id && isPoseEdit(edit));
  if (isMarked) throw new CodedError('turn_over_marks', { file: fileName });
}

/** Files on their way in, and clips. */
export function clipHandlers(context: HostContext): Pick<Handlers<JobContext>, Names> {
  const { library, incoming, events, services } = context;
  const { db } = library;
  const view = (id: string) => clipView(library, db.clips.get(id));
  return {
    'files.choose': async () => {
      if (services.chooseFiles === undefined) throw new CodedError('unknown_method');
      const paths = await services.chooseFiles();
      return (await Promise.all(paths.map((path) => incoming.addChosen(path)))).map(tokenOf);
    },
    'uploads.begin': ({ name, bytes }) => tokenOf(incoming.beginUpload(safeName(name, 'video'), bytes)),
    'uploads.status': ({ token }) => ({ received: incoming.get(token).received }),
    'uploads.discard': async ({ token }) => {
      await incoming.discard(token);
      return {};
    },
    'clips.list': ({ sessionId }) =>
      db.clips
        .list(sessionId)
        .flatMap((clip) => db.damaged.readable('clips', clip, () => clipView(library, clip))),
    'clips.get': ({ id }) => view(id),
    'clips.update': ({ id, patch }) => {
      const clip = db.clips.get(id);
      const stored = storedPatch(library, clip, patch);
      const { captureFps, zone, turn, ...plain } = stored;
      const isTurned = turn !== undefined && turn !== clip.turn;
      if (isTurned) refuseTurnUnderMarks(library, clip);
      const change = {
        ...(captureFps === undefined ? {} : { captureFps }),
        ...(zone === undefined ? {} : { zone }),
        ...(isTurned ? { turn } : {}),
      };
      library.db.transaction(() => {
        db.clips.update(id, plain);
        // What changes every number can be undone.
        if (Object.keys(change).length > 0) {
          const before = { captureFps: clip.captureFps, zone: clip.zone, turn: clip.turn };
          db.edits.setClip(clip.sessionId, id, before, { ...before, ...change });
        }
      });
      events.changed('clips', 'edits', 'analysis');
      return view(id);
    },
    'clips.delete': async ({ id }) => {
      await deleteWithFiles(context, () => db.clips.remove(id));
      events.changed('clips', 'sessions', 'edits');
      return {};
    },
    'clips.import': (input, job) => importClip(context, input, job),
    'clips.findFile': async ({ id, token }, job) => {
      const { sha256, sessionId, role, fileName } = db.clips.get(id);
      const source = incoming.get(token);
      const found = await hashFile(source.path, { signal: job.signal });
      if (found.sha256 !== sha256) {
        await incoming.discard(token);
        throw new CodedError('other_file', { file: source.name, clip: fileName });
      }
      // A file that was left where it was stays where it is now.
      const isReference = db.files.get(sha256).storage === 'reference' && !source.isUpload;
      return importClip(context, { token, sessionId, role, mode: isReference ? 'reference' : 'copy' }, job);
    },
    'clips.makeProxy': async ({ id }, job) => {
      const clip = db.clips.get(id);
      const file = db.files.get(clip.sha256);
      if (proxyPathOf(library, file, clip.turn) !== undefined) return view(id);
      const made = workPath(library.layout, 'proxy', job.jobId);
      try {
        const container = await services.media.writeProxy(
          wholeFile(library, file, clip.fileName),
          probeOf(file, clip.turn),
          made,
          {
            onProgress: (done, total) => job.progress({ stage: 'proxy', done, total }),
            signal: job.signal,
          },
        );
        job.signal.throwIfAborted();
        await context.inFileOrder(async () => {
          db.clips.get(id);
          await moveIntoPlace(made, proxyFile(library.layout, file.sha256, container, clip.turn));
          db.files.markProxy(file.sha256);
        });
      } catch (error) {
        throw codedFileError(withFileName(error, clip.fileName), clip.fileName);
      } finally {
        await rm(made, { force: true });
      }
      events.changed('clips');
      return view(id);
    },
  };
}
