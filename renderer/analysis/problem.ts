import { CodedError } from '../../shared/domain/errors.ts';
import type { Problem } from './tasks.ts';

/** What can be told of an error; what nobody foresaw counts as a fault of the app. */
export function problemFrom(error: unknown): Problem {
  if (error instanceof CodedError) return { code: error.code, params: error.params };
  if (error instanceof DOMException && error.name === 'AbortError') return { code: 'cancelled', params: {} };
  const incident = error instanceof Error ? error.message.split('\n')[0] : String(error);
  return { code: 'internal', params: { incident: incident ?? 'unknown' } };
}
