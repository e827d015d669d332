import type { z } from 'zod';
import { api } from './api.ts';
import type { RpcError } from './workSchemas.ts';

export type Api = typeof api;
export type MethodName = keyof Api;
export const isMethodName = (name: string): name is MethodName => Object.hasOwn(api, name);

/** What a caller passes (defaults may be left out) and what a handler receives (defaults filled in). */
export type CallInput<M extends MethodName> = z.input<Api[M]['input']>;
export type Input<M extends MethodName> = z.output<Api[M]['input']>;
export type Output<M extends MethodName> = z.output<Api[M]['output']>;
/** What the call answers: a job answers with its id. */
export type Answer<M extends MethodName> = Api[M]['kind'] extends 'job' ? { jobId: string } : Output<M>;

export type JobName = { [M in MethodName]: Api[M]['kind'] extends 'job' ? M : never }[MethodName];

/** One handler per method; a missing one does not compile. `Context` is what the host gives a running job. */
export type Handlers<Context> = {
  [M in MethodName]: M extends JobName
    ? (input: Input<M>, job: Context) => Promise<Output<M>>
    : (input: Input<M>) => Output<M> | Promise<Output<M>>;
};

export type Reply<Value = unknown> = { ok: true; value: Value } | { ok: false; error: RpcError };
