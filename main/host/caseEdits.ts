import type { Edit } from '../../shared/domain/analysis.ts';
import { ZipProblem } from '../export/storedZip.ts';
import { checkEdit, type EditedClip } from './editRules.ts';

const OUTSIDE = 'an edit does not fit its clip';

/**
 * Checks the edits of a case as typed ones are, as far as that is known before its clips are measured here: corrections of
 * keypoints whole, times of events and strides against the length of their clip. An edit whose event is not found later
 * is kept and shown as such. One pass, however many there are.
 * @param edits with times on the clock of the clip's file, from its first frame
 * @param clipOf the clip by its name in the edits, its duration on the same clock
 * @throws ZipProblem
 */
export function checkCaseEdits(edits: readonly Edit[], clipOf: (clip: string) => EditedClip): void {
  for (const edit of edits) {
    const clip = clipOf(edit.clip);
    const isInside = (time: number | null): boolean => time === null || (time >= 0 && time <= clip.durationS);
    if ('type' in edit) {
      const needsTime = edit.op === 'move' || edit.op === 'add';
      if ((needsTime && edit.time_s === null) || !isInside(edit.time_s) || !isInside(edit.auto_time_s))
        throw new ZipProblem(OUTSIDE);
    } else if ('side' in edit) {
      if (!isInside(edit.contact_time_s)) throw new ZipProblem(OUTSIDE);
    } else checkPose(edit, clip);
  }
}

function checkPose(edit: Edit, clip: EditedClip): void {
  try {
    checkEdit([], [], edit, clip);
  } catch (error) {
    throw new ZipProblem(OUTSIDE, { cause: error });
  }
}
