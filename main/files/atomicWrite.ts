import { basename } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { codedFileError } from './fileErrors.ts';

/** Writes beside the file, syncs and renames: a reader sees the old file or the new one, never a part. */
export async function writeAtomic(path: string, data: string | Uint8Array): Promise<void> {
  try {
    await writeFileAtomic(path, typeof data === 'string' ? data : Buffer.from(data));
  } catch (error) {
    throw codedFileError(error, basename(path));
  }
}
