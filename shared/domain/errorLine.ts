import { CodedError, errorText, exitOf } from './errors.ts';

/** Any error as one line for a person, with the exit code; what is no coded one is our fault, and is named in short. */
export function errorLine(error: unknown): { line: string; exit: 1 | 2 | 3 } {
  const isCoded = error instanceof CodedError;
  const { code, params } = isCoded ? error : new CodedError('internal', { incident: shortOf(error) });
  const { sentence, next } = errorText(code, params);
  return { line: `${sentence} ${next}`, exit: exitOf(code) };
}

const shortOf = (error: unknown): string => String(error).split('\n')[0]?.slice(0, 200) ?? '';
