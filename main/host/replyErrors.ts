import type { ZodError } from 'zod';
import type { RpcError } from '../../shared/contract/workSchemas.ts';
import { CodedError } from '../../shared/domain/errors.ts';
import type { Log } from '../files/log.ts';
import { MediaError } from '../media/mediaError.ts';

/** Whether the error is the echo of an aborted signal. */
export const isAbort = (error: unknown, signal: AbortSignal): boolean =>
  signal.aborted && (error === signal.reason || (error instanceof Error && error.name === 'AbortError'));

/** A complaint can repeat every name that was sent: nobody reads more than its beginning. */
const MOST_DETAIL = 300;

/** First complaint of a schema as a short text: where and what. */
export function invalidInput(error: ZodError): CodedError {
  const issue = error.issues[0];
  const place = issue?.path.join('.') ?? '';
  const detail = `${place === '' ? '' : `${place}: `}${issue?.message ?? 'not valid'}`;
  return new CodedError('invalid_input', { detail: detail.slice(0, MOST_DETAIL) });
}

/** A media error with the name of the clip; others pass unchanged. */
export const withFileName = (error: unknown, file: string): unknown =>
  error instanceof MediaError
    ? new CodedError(error.code, { file, ...error.params }, { cause: error })
    : error;

/**
 * What the renderer is told. Coded errors are answers; everything else is our fault, goes to the log with its stack,
 * and the renderer learns the incident's id only.
 */
export function replyError(error: unknown, method: string, log: Log, newId: () => string): RpcError {
  if (error instanceof CodedError) {
    log.info({ method, err: error }, 'refused');
    return { code: error.code, params: { ...error.params } };
  }
  if (error instanceof MediaError) return replyError(withFileName(error, ''), method, log, newId);
  const incidentId = newId();
  log.error({ method, incidentId, err: error }, 'failed');
  return { code: 'internal', params: {}, incidentId };
}
