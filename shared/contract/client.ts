import { CodedError, isErrorCode } from '../domain/errors.ts';
import type { AppEvent } from './events.ts';
import type { Answer, CallInput, JobName, MethodName, Output, Reply } from './handlers.ts';
import type { Progress, RpcError } from './workSchemas.ts';

/** How calls and events travel: IPC, HTTP or memory. */
export interface Transport {
  call(method: string, input: unknown): Promise<Reply>;
  /** Returns the function that stops listening. */
  onEvent(listener: (event: AppEvent) => void): () => void;
}

/** The part of an AbortSignal that is needed here. */
export interface CancelSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

type GroupOf<M extends string> = M extends `${infer Group}.${string}` ? Group : never;
type NameIn<Group extends string> = MethodName extends infer M
  ? M extends `${Group}.${infer Name}`
    ? Name
    : never
  : never;
type Joined<Group extends string, Name extends string> = Extract<`${Group}.${Name}`, MethodName>;

/** `client.athletes.list({})`, typed from the contract. */
export type Client = {
  readonly [Group in GroupOf<MethodName>]: {
    readonly [Name in NameIn<Group>]: (
      input: CallInput<Joined<Group, Name>>,
    ) => Promise<Answer<Joined<Group, Name>>>;
  };
};

/** An error from the host; a code that this version does not know counts as `internal`. */
export function errorFromReply(error: RpcError): CodedError {
  const params =
    error.incidentId === undefined ? error.params : { ...error.params, incident: error.incidentId };
  return isErrorCode(error.code)
    ? new CodedError(error.code, params)
    : new CodedError('internal', { incident: error.incidentId ?? error.code });
}

export async function call<M extends MethodName>(
  transport: Transport,
  method: M,
  input: CallInput<M>,
): Promise<Answer<M>> {
  const reply = await transport.call(method, input);
  if (!reply.ok) throw errorFromReply(reply.error);
  return reply.value as Answer<M>;
}

/** A client without a list of methods of its own: names come from what is asked, types from the contract. */
export function createClient(transport: Transport): Client {
  const groups = new Map<string, unknown>();
  const groupOf = (group: string) =>
    new Proxy(
      {},
      {
        // `then` must stay absent, or awaiting a group would call it.
        get: (_, name) =>
          typeof name !== 'string' || name === 'then'
            ? undefined
            : (input: unknown) =>
                call(transport, `${group}.${name}` as MethodName, input as CallInput<MethodName>),
      },
    );
  return new Proxy({} as Client, {
    get: (_, group) => {
      if (typeof group !== 'string' || group === 'then') return undefined;
      if (!groups.has(group)) groups.set(group, groupOf(group));
      return groups.get(group);
    },
  });
}

/**
 * Runs a job to its end: resolves with its output, throws its error. Aborting `signal` cancels the job in the host and
 * then throws `cancelled`.
 */
export async function runJob<M extends JobName>(
  transport: Transport,
  method: M,
  input: CallInput<M>,
  options: { signal?: CancelSignal; onProgress?: (progress: Progress) => void } = {},
): Promise<Output<M>> {
  // Events of a quick job can arrive before its id does, so listening starts first.
  const early: AppEvent[] = [];
  let deliver = (event: AppEvent): void => void early.push(event);
  const stop = transport.onEvent((event) => deliver(event));
  try {
    const { jobId } = await call<JobName>(transport, method, input as CallInput<JobName>);
    const cancel = () => void transport.call('jobs.cancel', { jobId });
    options.signal?.addEventListener('abort', cancel);
    if (options.signal?.aborted) cancel();
    try {
      return await new Promise<Output<M>>((resolve, reject) => {
        deliver = (event) => {
          if (!('jobId' in event) || event.jobId !== jobId) return;
          if (event.type === 'job.progress') options.onProgress?.(event.progress);
          else if (event.type === 'job.done') resolve(event.result as Output<M>);
          else reject(errorFromReply(event.error));
        };
        for (const event of early) deliver(event);
      });
    } finally {
      options.signal?.removeEventListener('abort', cancel);
    }
  } finally {
    stop();
  }
}
