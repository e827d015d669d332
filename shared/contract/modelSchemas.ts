import { z } from 'zod';
import { byteCount, MOST_ITEMS, word } from './bounds.ts';

/** Graph models that the coach has put into the models folder of the library. */
export const graphModelSchema = z.object({
  /** Name of its folder. */
  id: word,
  kind: z.enum(['movenet-lightning', 'movenet-thunder', 'blazepose']),
  /** Over the list of its files: changes with any of them. */
  sha256: word,
  files: z.array(z.object({ name: word, bytes: byteCount, sha256: word })).max(MOST_ITEMS),
});

export const graphModelListSchema = z.object({
  models: z.array(graphModelSchema).max(MOST_ITEMS),
  /** Folders that are no model that can be used, and why. */
  refused: z.array(z.object({ id: word, detail: word })).max(MOST_ITEMS),
});

export type GraphModelInfo = z.output<typeof graphModelSchema>;
