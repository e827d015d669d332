import { z } from 'zod';

/** Graph models that the coach has put into the models folder of the library. */
export const graphModelSchema = z.object({
  /** Name of its folder. */
  id: z.string(),
  kind: z.enum(['movenet-lightning', 'movenet-thunder', 'blazepose']),
  /** Over the list of its files: changes with any of them. */
  sha256: z.string(),
  files: z.array(z.object({ name: z.string(), bytes: z.int().nonnegative(), sha256: z.string() })),
});

export const graphModelListSchema = z.object({
  models: z.array(graphModelSchema),
  /** Folders that are no model that can be used, and why. */
  refused: z.array(z.object({ id: z.string(), detail: z.string() })),
});

export type GraphModelInfo = z.output<typeof graphModelSchema>;
