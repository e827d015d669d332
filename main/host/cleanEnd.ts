import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CodedError } from '../../shared/domain/errors.ts';
import { runDbTask } from '../db/dbTasks.ts';
import type { LibraryLayout } from '../files/layout.ts';

/** There while a library is open: at the start it tells that it was not closed. */
const markOf = ({ root }: LibraryLayout): string => join(root, 'library.open');

/**
 * After an end that was none (power cut, kill): all pages of the database are looked at, in a thread of their own. A damage
 * that is found at once leaves the copies of before to choose from.
 * @throws CodedError library_damaged
 */
export async function checkAfterCrash(layout: LibraryLayout): Promise<void> {
  if (!existsSync(markOf(layout)) || !existsSync(layout.database)) return;
  if (!(await runDbTask({ kind: 'check', database: layout.database })))
    throw new CodedError('library_damaged');
}

export function markOpen(layout: LibraryLayout): void {
  try {
    writeFileSync(markOf(layout), '');
  } catch {
    // On a full disk the library still opens; only the look after a crash is not made.
  }
}

export const markClosed = (layout: LibraryLayout): void => rmSync(markOf(layout), { force: true });
