import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pino, { type Logger } from 'pino';
import { CodedError } from '../../shared/domain/errors.ts';
import { scrub } from './scrub.ts';

export type Log = Logger;

const MAX_BYTES = 1_000_000;
const KEPT_FILES = 4;
export const logFileName = (age: number): string => (age === 0 ? 'midstance.log' : `midstance.${age}.log`);

/** Appends lines; a full file becomes `.1`, the oldest goes. Synchronous, so that a crash keeps its last line. */
function rotatingFile(folder: string, maxBytes: number) {
  const current = join(folder, logFileName(0));
  let bytes = statSync(current, { throwIfNoEntry: false })?.size ?? 0;
  return {
    write(line: string): void {
      // A log that cannot be written (full disk) must not stop the work that is logged.
      try {
        if (bytes + line.length > maxBytes) {
          rmSync(join(folder, logFileName(KEPT_FILES - 1)), { force: true });
          for (let age = KEPT_FILES - 2; age >= 0; age -= 1) {
            const file = join(folder, logFileName(age));
            if (statSync(file, { throwIfNoEntry: false }))
              renameSync(file, join(folder, logFileName(age + 1)));
          }
          bytes = 0;
        }
        appendFileSync(current, line);
        bytes += line.length;
      } catch {
        bytes = statSync(current, { throwIfNoEntry: false })?.size ?? 0;
      }
    },
  };
}

/**
 * The local log: codes, counts and stacks, never names or paths. Parameters of coded errors stay out, because they
 * carry file names.
 */
export function openLog(
  folder: string,
  options: { maxBytes?: number; secrets?: readonly string[] } = {},
): Log {
  mkdirSync(folder, { recursive: true });
  const file = rotatingFile(folder, options.maxBytes ?? MAX_BYTES);
  const text = (value: string) => scrub(value, options.secrets);
  const errorEntry = (error: unknown): unknown =>
    error instanceof Error
      ? {
          name: error.name,
          // The message of a coded error is the sentence with its parameters filled in.
          message: error instanceof CodedError ? error.code : text(error.message),
          at: (error.stack ?? '')
            .split('\n')
            .filter((line) => /^\s+at /.test(line))
            .map((line) => text(line.trim())),
          ...(error.cause === undefined ? {} : { cause: errorEntry(error.cause) }),
        }
      : { message: text(String(error)) };
  return pino({ base: { pid: process.pid }, serializers: { err: errorEntry } }, file);
}
