import { z } from 'zod';

/** Graph models of TensorFlow.js that a coach may put into the library's models folder; none ships with the app. */
export const GRAPH_MODEL_KINDS = ['movenet-lightning', 'movenet-thunder', 'blazepose'] as const;
export type GraphModelKind = (typeof GRAPH_MODEL_KINDS)[number];

/** The files that describe a model: BlazePose is two networks. Their shards lie beside them. */
export const GRAPH_MODEL_FILES: Readonly<Record<GraphModelKind, readonly string[]>> = {
  'movenet-lightning': ['model.json'],
  'movenet-thunder': ['model.json'],
  blazepose: ['detector/model.json', 'landmark/model.json'],
};

/** Width and height of the input picture by which the two MoveNets are told apart, pixels. */
const MOVENET_INPUTS: Readonly<Record<number, GraphModelKind>> = {
  192: 'movenet-lightning',
  256: 'movenet-thunder',
};

const shapeSchema = z.object({ dim: z.array(z.object({ size: z.coerce.number() })).default([]) });
const fileSchema = z.looseObject({
  format: z.literal('graph-model'),
  modelTopology: z.looseObject({
    node: z.array(
      z.looseObject({
        name: z.string(),
        op: z.string(),
        attr: z.looseObject({ shape: z.object({ shape: shapeSchema }).optional() }).optional(),
      }),
    ),
  }),
  weightsManifest: z.array(
    z.object({
      // Beside model.json and nowhere else: no folder, no address.
      paths: z.array(z.string().regex(/^[\w-][\w.-]*$/)).min(1),
      weights: z.array(z.looseObject({ name: z.string(), shape: z.array(z.int()), dtype: z.string() })),
    }),
  ),
});

export type GraphModelFile = z.output<typeof fileSchema>;

/**
 * What a `model.json` says.
 * @throws RangeError for anything but a graph model whose shards lie beside it
 */
export function parseGraphModel(text: string): GraphModelFile {
  const parsed = fileSchema.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new RangeError(`invalid graph model: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
}

export const shardsOf = (file: GraphModelFile): string[] =>
  file.weightsManifest.flatMap(({ paths }) => paths);

/** Which MoveNet a single `model.json` is. @throws RangeError for an input of another size */
export function moveNetKind(file: GraphModelFile): GraphModelKind {
  const input = file.modelTopology.node.find(({ op }) => op === 'Placeholder');
  const [, height, width] = input?.attr?.shape?.shape.dim.map(({ size }) => size) ?? [];
  const kind = width === height ? MOVENET_INPUTS[width ?? 0] : undefined;
  if (kind === undefined) throw new RangeError(`invalid input size: ${width} x ${height}`);
  return kind;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
