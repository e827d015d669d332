import { mkdir, rm } from 'node:fs/promises';
import type { Clip } from '../../shared/contract/clipSchemas.ts';
import type { Input } from '../../shared/contract/handlers.ts';
import { codedFileError } from '../files/fileErrors.ts';
import { workPath } from '../files/layout.ts';
import { clipView } from './clipView.ts';
import { commitClips } from './commitClips.ts';
import type { HostContext } from './hostContext.ts';
import type { JobContext } from './jobs.ts';
import { prepareClip } from './prepareClip.ts';
import { withFileName } from './replyErrors.ts';

/**
 * Takes a file into a session. Everything is made in the temporary folder, moved to its place and committed last; what
 * a crash leaves in between belongs to no row and goes at the next start.
 */
export async function importClip(
  context: HostContext,
  { token, sessionId, role, mode }: Input<'clips.import'>,
  job: JobContext,
): Promise<Clip> {
  const { library, incoming, events } = context;
  library.db.sessions.get(sessionId);
  const source = incoming.get(token);
  const work = workPath(library.layout, 'import', job.jobId);
  try {
    await mkdir(work, { recursive: true });
    const prepared = await prepareClip(context, { source, mode, work }, job);
    const clip = await commitClips(context, [prepared], job, () =>
      addToSession(context, { sha256: prepared.sha256, fileName: source.name, sessionId, role }),
    );
    events.changed('clips', 'sessions', 'exports', 'library');
    return clipView(library, clip);
  } catch (error) {
    throw codedFileError(withFileName(error, source.name), source.name);
  } finally {
    await rm(work, { recursive: true, force: true });
    await incoming.discard(token);
  }
}

interface ClipOfSession {
  readonly sha256: string;
  readonly fileName: string;
  readonly sessionId: string;
  readonly role: Clip['role'];
}

/** The same content twice in one session is one clip. @throws CodedError not_found for a session that is gone */
export function addToSession({ library: { db }, services }: HostContext, told: ClipOfSession) {
  const { sha256, fileName, role } = told;
  const sessionId = db.sessions.get(told.sessionId).id;
  const present = db.clips.list(sessionId).find((clip) => clip.sha256 === sha256);
  if (present !== undefined) return db.clips.update(present.id, { role });
  const createdAt = services.now().toISOString();
  return db.clips.create({ id: services.newId(), sessionId, sha256, fileName, role, createdAt });
}
