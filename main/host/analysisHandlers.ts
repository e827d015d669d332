import type { Handlers } from '../../shared/contract/handlers.ts';
import type { EditsState } from '../../shared/contract/workSchemas.ts';
import type { Analysis, AnalysisInput } from '../../shared/domain/analysis.ts';
import { CodedError } from '../../shared/domain/errors.ts';
import { analysisInput, inputsSha256 } from './analysisInput.ts';
import { editedClip } from './clipView.ts';
import { checkEdit } from './editRules.ts';
import { latestEvents, storedEdit, trueEdits } from './editTimes.ts';
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
  async function measured(input: AnalysisInput): Promise<Analysis> {
    try {
      return await services.analyze(input);
    } catch (error) {
      rememberQuestion(library, error);
      events.changed('clips');
      throw error;
    }
  }
  /** Edits in true seconds, as the renderer and the engine know them. */
  const editsOf = (sessionId: string): EditsState => trueEdits(library, sessionId);
  return {
    'analysis.run': async ({ sessionId, startDate }, job) => {
      job.progress({ stage: 'read', done: 0, total: 2 });
      const inputsSha = shaOf(sessionId);
      const input = analysisInput(library, sessionId, startDate, services.appVersion);
      job.progress({ stage: 'measure', done: 1, total: 2 });
      const analysis = await measured(input);
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
    'edits.list': ({ sessionId }) => editsOf(sessionId),
    'edits.add': ({ sessionId, edit }) => {
      const clip = db.clips.get(edit.clip);
      if (clip.sessionId !== sessionId) throw new CodedError('not_found');
      const automatic = latestEvents(library, sessionId);
      const earlier = editsOf(sessionId).edits.map((one) => one.edit);
      const named = checkEdit(automatic, earlier, edit, editedClip(library, clip), services.newId);
      db.edits.add(sessionId, services.newId(), storedEdit(library, sessionId, named));
      return changed(editsOf(sessionId));
    },
    'edits.undo': ({ sessionId }) => {
      db.edits.undo(sessionId);
      return changed(editsOf(sessionId));
    },
    'edits.redo': ({ sessionId }) => {
      db.edits.redo(sessionId);
      return changed(editsOf(sessionId));
    },
    'findings.confirm': ({ sessionId, rule, side, confirmed }) => {
      db.sessions.get(sessionId);
      const finding = side === null ? rule : `${rule}:${side}`;
      db.edits.confirm(sessionId, finding, confirmed);
      return changed(editsOf(sessionId));
    },
  };
}
