import { readFile } from 'node:fs/promises';
import { logFileSchema } from '../../../shared/contract/programSchemas.ts';
import type { LogEntry } from '../../../shared/domain/drillLog.ts';
import { CodedError } from '../../../shared/domain/errors.ts';
import { codedFileError } from '../../files/fileErrors.ts';
import type { Incoming } from '../incoming.ts';

type Source = { readonly token: string } | { readonly name: string; readonly text: string };
/** No log of a season is longer. */
const MOST_BYTES = 5_000_000;

/**
 * The athlete's log file; an upload is used up by reading it.
 * @throws CodedError not_a_log, not_found, unreadable
 */
export async function readLogFile(incoming: Incoming, source: Source) {
  const { name, text } = 'token' in source ? await readIncoming(incoming, source.token) : source;
  try {
    return { name, ...logFileSchema.parse(JSON.parse(text.replace(/^\uFEFF/, ''))) };
  } catch {
    // The complaint would quote what the athlete wrote, which has no place in our log.
    throw new CodedError('not_a_log', { file: name });
  }
}

async function readIncoming(incoming: Incoming, token: string) {
  const file = incoming.get(token);
  try {
    const isWhole = file.received === file.bytes && file.bytes <= MOST_BYTES;
    if (!isWhole) throw new CodedError('not_a_log', { file: file.name });
    return { name: file.name, text: await readFile(file.path, 'utf8') };
  } catch (error) {
    throw codedFileError(error, file.name);
  } finally {
    await incoming.discard(token);
  }
}

/**
 * An entry of the file over the stored one with the same id. Pain that was answered with yes keeps its answer and its day:
 * only the coach clears it. Any other answer stays as long as its note does.
 */
export function merged(
  entry: LogEntry,
  stored: LogEntry | undefined,
): { entry: LogEntry; how: 'added' | 'changed' | 'unchanged' } {
  if (stored === undefined) return { entry, how: 'added' };
  const answer = stored.pain_answer;
  const isSameNote = stored.note === entry.note;
  const next: LogEntry =
    answer?.pain === true
      ? { ...entry, date: stored.date, pain_answer: answer }
      : { ...entry, pain_answer: entry.pain_answer ?? (isSameNote ? answer : null) };
  return { entry: next, how: JSON.stringify(next) === JSON.stringify(stored) ? 'unchanged' : 'changed' };
}
