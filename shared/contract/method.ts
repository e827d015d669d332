import type { z } from 'zod';

/**
 * query: concurrent, changes nothing that is stored. mutation: one sequential queue. job: answers at once with an id,
 * reports progress, can be cancelled; its output arrives with the event `job.done`.
 */
export type MethodKind = 'query' | 'mutation' | 'job';

export interface MethodSpec<Kind extends MethodKind, Input extends z.ZodType, Output extends z.ZodType> {
  readonly kind: Kind;
  readonly input: Input;
  readonly output: Output;
}

export const query = <Input extends z.ZodType, Output extends z.ZodType>(input: Input, output: Output) =>
  ({ kind: 'query', input, output }) as const satisfies MethodSpec<'query', Input, Output>;
export const mutation = <Input extends z.ZodType, Output extends z.ZodType>(input: Input, output: Output) =>
  ({ kind: 'mutation', input, output }) as const satisfies MethodSpec<'mutation', Input, Output>;
export const job = <Input extends z.ZodType, Output extends z.ZodType>(input: Input, output: Output) =>
  ({ kind: 'job', input, output }) as const satisfies MethodSpec<'job', Input, Output>;
