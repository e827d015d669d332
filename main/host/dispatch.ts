import { api } from '../../shared/contract/api.ts';
import { isOversized } from '../../shared/contract/callSize.ts';
import { type Handlers, isMethodName, type MethodName, type Reply } from '../../shared/contract/handlers.ts';
import type { RpcError } from '../../shared/contract/workSchemas.ts';
import { CodedError } from '../../shared/domain/errors.ts';
import type { JobContext, Jobs } from './jobs.ts';
import { invalidInput } from './replyErrors.ts';

export type Dispatch = (method: string, input: unknown) => Promise<Reply>;
/** A handler after its input was parsed: the types were checked by the mapped type of the handlers. */
type Handler = (input: unknown, job?: JobContext) => unknown;

/**
 * The one door for calls of every root: known method? -> parse -> handler -> reply. Queries run at once, mutations one
 * after the other, jobs in the background.
 */
export function createDispatch(
  handlers: Handlers<JobContext>,
  jobs: Jobs,
  toReply: (error: unknown, method: string) => RpcError,
): Dispatch {
  let lastMutation: Promise<unknown> = Promise.resolve();
  const answer = (method: MethodName, input: unknown): unknown => {
    const handler = handlers[method] as Handler;
    switch (api[method].kind) {
      case 'query':
        return handler(input);
      case 'mutation': {
        const mutation = lastMutation.then(() => handler(input));
        lastMutation = mutation.catch(() => undefined);
        return mutation;
      }
      case 'job':
        return jobs.start(method as Parameters<Jobs['start']>[0], async (job) => handler(input, job));
    }
  };
  return async (method, input) => {
    const known = isMethodName(method);
    try {
      if (!known) throw new CodedError('unknown_method');
      if (isOversized(input)) throw new CodedError('invalid_input', { detail: 'too many values' });
      const parsed = api[method].input.safeParse(input);
      if (!parsed.success) throw invalidInput(parsed.error);
      return { ok: true, value: await answer(method, parsed.data) };
    } catch (error) {
      return { ok: false, error: toReply(error, known ? method : 'unknown') };
    }
  };
}
