import type { EditsState } from '../../shared/contract/workSchemas.ts';
import type { EventEdit } from '../../shared/domain/analysis.ts';
import { timeScaleOf } from './clipView.ts';
import type { Library } from './library.ts';

/**
 * Edits are stored in file seconds, which stay where they are when a clip's slow-motion factor changes; everybody else
 * reads them in true seconds.
 */
const rescaled = (edit: EventEdit, factor: number): EventEdit => ({
  ...edit,
  auto_time_s: edit.auto_time_s === null ? null : edit.auto_time_s * factor,
  time_s: edit.time_s === null ? null : edit.time_s * factor,
});

function factorOf({ db }: Library, clipId: string): number {
  const clip = db.clips.get(clipId);
  return timeScaleOf(clip, db.files.get(clip.sha256));
}

export const storedEdit = (library: Library, edit: EventEdit): EventEdit =>
  rescaled(edit, factorOf(library, edit.clip));

export const trueEdits = (library: Library, state: EditsState): EditsState => ({
  ...state,
  edits: state.edits.map(({ id, edit }) => ({ id, edit: rescaled(edit, 1 / factorOf(library, edit.clip)) })),
});
