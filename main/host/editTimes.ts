import type { EditsState } from '../../shared/contract/workSchemas.ts';
import type { Edit, GaitEvent } from '../../shared/domain/analysis.ts';
import { onClockNow } from '../../shared/gait/eventIds.ts';
import { isEventEdit, isPoseEdit } from '../../shared/gait/replayEvents.ts';
import { timeScaleOf } from './clipView.ts';
import type { Library } from './library.ts';

/**
 * Times of edits are stored in file seconds, which stay where they are when a clip's slow-motion factor changes; everybody
 * else reads them in true seconds. Keypoints are corrected by frames.
 */
function rescaled(edit: Edit, factor: number): Edit {
  if (factor === 1 || isPoseEdit(edit)) return edit;
  if (!isEventEdit(edit)) return { ...edit, contact_time_s: edit.contact_time_s * factor };
  const scaled = (time: number | null) => (time === null ? null : time * factor);
  return { ...edit, auto_time_s: scaled(edit.auto_time_s), time_s: scaled(edit.time_s) };
}

/** Slow-motion factor in force of every clip of a session: asked once for all of its edits. */
export function factorsOf({ db }: Library, sessionId: string): (clip: string) => number | undefined {
  const factors = new Map(
    db.clips.list(sessionId).map((clip) => [clip.id, timeScaleOf(clip, db.files.rates(clip.sha256))]),
  );
  return (clip) => factors.get(clip);
}

export function storedEdit(library: Library, sessionId: string, edit: Edit): Edit {
  return rescaled(edit, factorsOf(library, sessionId)(edit.clip) ?? 1);
}

export function trueEdits(library: Library, sessionId: string): EditsState {
  const factorOf = factorsOf(library, sessionId);
  const state = library.db.edits.state(sessionId);
  return {
    ...state,
    edits: state.edits.map(({ id, edit }) => ({ id, edit: rescaled(edit, 1 / (factorOf(edit.clip) ?? 1)) })),
  };
}

/** Automatic events of the latest analysis on the clock in force: what a new edit is laid on, and what keeps its ids in the next one. */
export function latestEvents(library: Library, sessionId: string): GaitEvent[] {
  const latest = library.db.analyses.latest(sessionId)?.analysis;
  return latest === undefined ? [] : onClockNow(latest.events, latest.clips, factorsOf(library, sessionId));
}
