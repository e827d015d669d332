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

export interface DispatchParts {
  readonly jobs: Jobs;
  readonly toReply: (error: unknown, method: string) => RpcError;
  /** Whether something can be stored. @throws CodedError library_lost */
  readonly check: () => void;
  /** What is said of a method without a handler. */
  readonly refuse: () => CodedError;
}

/**
 * The one door for calls of every root: known method? -> parse -> handler -> reply. Queries run at once, mutations one
 * after the other, jobs in the background.
 */
export function createDispatch(
  handlers: Partial<Handlers<JobContext>>,
  { jobs, toReply, check, refuse }: DispatchParts,
): Dispatch {
  // Looked at before, so that nothing is begun in vain, and after: what went into a library that was gone by then is not stored.
  const checked = async (handle: () => unknown): Promise<unknown> => {
    check();
    const value = await handle();
    check();
    return value;
  };
  let lastMutation: Promise<unknown> = Promise.resolve();
  const answer = (method: MethodName, input: unknown): unknown => {
    const handler = handlers[method] as Handler | undefined;
    if (handler === undefined) throw refuse();
    switch (api[method].kind) {
      case 'query':
        return handler(input);
      case 'mutation': {
        const mutation = lastMutation.then(() => checked(() => handler(input)));
        lastMutation = mutation.catch(() => undefined);
        return mutation;
      }
      case 'job':
        check();
        return jobs.start(method as Parameters<Jobs['start']>[0], (job) =>
          checked(() => handler(input, job)),
        );
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
