import type { Edit } from '../../shared/domain/analysis.ts';
import { CodedError } from '../../shared/domain/errors.ts';
import { ZipProblem } from '../export/storedZip.ts';
import { checkForeignEdit, type EditedClip } from './editRules.ts';

/**
 * Checks the edits of a case as typed ones are, as far as that is known before its clips are measured here. One pass, however many
 * there are.
 * @param edits with times on the clock of the clip's file, from its first frame
 * @param clipOf the clip by its name in the edits, its duration on the same clock
 * @throws ZipProblem
 */
export function checkCaseEdits(edits: readonly Edit[], clipOf: (clip: string) => EditedClip): void {
  for (const edit of edits) {
    try {
      checkForeignEdit(edit, clipOf(edit.clip));
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      throw new ZipProblem('an edit does not fit its clip', { cause: error });
    }
  }
}
