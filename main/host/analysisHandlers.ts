import type { Handlers } from '../../shared/contract/handlers.ts';
import { CodedError } from '../../shared/domain/errors.ts';
import { analysisInput, inputsSha256 } from './analysisInput.ts';
import { clipView } from './clipView.ts';
import { checkEdit } from './editRules.ts';
import type { HostContext } from './hostContext.ts';
import type { JobContext } from './jobs.ts';
import { keepTiming, rememberQuestion } from './keepTiming.ts';

type Names =
  | `analysis.${'run' | 'latest'}`
  | `edits.${'list' | 'add' | 'undo' | 'redo'}`
  | 'findings.confirm';

/** Analyses and what the coach decides about them. */
export function analysisHandlers({
  library,
  services,
  events,
}: HostContext): Pick<Handlers<JobContext>, Names> {
  const { db } = library;
  const shaOf = (sessionId: string) => inputsSha256(library, sessionId, services.appVersion);
  /** Answers with the changed state and tells the others. */
  const changed = <T>(value: T): T => {
    events.changed('edits', 'clips', 'analysis');
    return value;
  };
  return {
    'analysis.run': async ({ sessionId, startDate }, job) => {
      job.progress({ stage: 'read', done: 0, total: 2 });
      const inputsSha = shaOf(sessionId);
      const input = analysisInput(library, sessionId, startDate, services.appVersion);
      job.progress({ stage: 'measure', done: 1, total: 2 });
      const analysis = await Promise.resolve(services.analyze(input)).catch((error: unknown) => {
        throw rememberQuestion(library, error);
      });
      job.signal.throwIfAborted();
      const id = services.newId();
      const createdAt = services.now().toISOString();
      for (const clip of analysis.clips) keepTiming(library, clip);
      db.analyses.insert({ id, sessionId, inputsSha256: inputsSha, analysis, createdAt });
      events.changed('analysis', 'clips', 'sessions');
      return { analysisId: id };
    },
    'analysis.latest': ({ sessionId }) => {
      const latest = db.analyses.latest(sessionId);
      if (latest === undefined) return null;
      const { id, createdAt, analysis } = latest;
      return { analysisId: id, createdAt, analysis, outdated: latest.inputsSha256 !== shaOf(sessionId) };
    },
    'edits.list': ({ sessionId }) => db.edits.state(sessionId),
    'edits.add': ({ sessionId, edit }) => {
      const clip = db.clips.get(edit.clip);
      if (clip.sessionId !== sessionId) throw new CodedError('not_found');
      const automatic = db.analyses.latest(sessionId)?.analysis.events ?? [];
      const earlier = db.edits.state(sessionId).edits.map((one) => one.edit);
      checkEdit(automatic, earlier, edit, clipView(library, clip).durationS);
      return changed(db.edits.add(sessionId, services.newId(), edit));
    },
    'edits.undo': ({ sessionId }) => changed(db.edits.undo(sessionId)),
    'edits.redo': ({ sessionId }) => changed(db.edits.redo(sessionId)),
    'findings.confirm': ({ sessionId, rule, side, confirmed }) => {
      db.sessions.get(sessionId);
      const finding = side === null ? rule : `${rule}:${side}`;
      return changed(db.edits.confirm(sessionId, finding, confirmed));
    },
  };
}
