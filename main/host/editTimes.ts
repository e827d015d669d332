import type { EditsState } from '../../shared/contract/workSchemas.ts';
import type { Edit } from '../../shared/domain/analysis.ts';
import { timeScaleOf } from './clipView.ts';
import type { Library } from './library.ts';

/**
 * Times of edits are stored in file seconds, which stay where they are when a clip's slow-motion factor changes; everybody
 * else reads them in true seconds. Keypoints are corrected by frames.
 */
function rescaled(edit: Edit, factor: number): Edit {
  switch (edit.op) {
    case 'place':
    case 'swap':
    case 'reset':
      return edit;
    case 'exclude':
    case 'include':
      return { ...edit, contact_time_s: edit.contact_time_s * factor };
    default: {
      const times = [edit.auto_time_s, edit.time_s].map((time) => (time === null ? null : time * factor));
      return { ...edit, auto_time_s: times[0] ?? null, time_s: times[1] ?? null };
    }
  }
}

function factorOf({ db }: Library, clipId: string): number {
  const clip = db.clips.get(clipId);
  return timeScaleOf(clip, db.files.get(clip.sha256));
}

export const storedEdit = (library: Library, edit: Edit): Edit =>
  rescaled(edit, factorOf(library, edit.clip));

export const trueEdits = (library: Library, state: EditsState): EditsState => ({
  ...state,
  edits: state.edits.map(({ id, edit }) => ({ id, edit: rescaled(edit, 1 / factorOf(library, edit.clip)) })),
});
