import type { Handlers } from '../../shared/contract/handlers.ts';
import type { EditsState } from '../../shared/contract/workSchemas.ts';
import { type Drawing, type DrawingInput, drawingProblem } from '../../shared/domain/drawing.ts';
import { CodedError } from '../../shared/domain/errors.ts';
import { clipView } from './clipView.ts';
import { trueEdits } from './editTimes.ts';
import type { HostContext } from './hostContext.ts';
import type { JobContext } from './jobs.ts';

/** What a coach draws on the pictures of a session's clips. No number depends on it. */
export function drawingHandlers({
  library,
  services,
  events,
}: HostContext): Pick<Handlers<JobContext>, `drawings.${'add' | 'change' | 'remove'}`> {
  const { db } = library;
  const changed = (sessionId: string): EditsState => {
    events.changed('edits');
    return trueEdits(library, sessionId);
  };
  /** @throws CodedError not_found, invalid_input */
  function check(sessionId: string, drawing: DrawingInput): void {
    const clip = db.clips.get(drawing.clipId);
    if (clip.sessionId !== sessionId) throw new CodedError('not_found');
    const detail = drawingProblem(drawing, clipView(library, clip).frameCount);
    if (detail !== undefined) throw new CodedError('invalid_input', { detail });
  }
  function stored(sessionId: string, id: string): Drawing {
    const found = db.edits.state(sessionId).drawings.find((one) => one.id === id);
    if (found === undefined) throw new CodedError('not_found');
    return found;
  }
  return {
    'drawings.add': ({ sessionId, drawing }) => {
      check(sessionId, drawing);
      db.edits.draw(sessionId, undefined, { ...drawing, id: services.newId() });
      return changed(sessionId);
    },
    'drawings.change': ({ sessionId, drawing }) => {
      const before = stored(sessionId, drawing.id);
      if (before.clipId !== drawing.clipId) throw new CodedError('not_found');
      check(sessionId, drawing);
      db.edits.draw(sessionId, before, drawing);
      return changed(sessionId);
    },
    'drawings.remove': ({ sessionId, id }) => {
      db.edits.draw(sessionId, stored(sessionId, id), undefined);
      return changed(sessionId);
    },
  };
}
