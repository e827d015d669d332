import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Constant {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array | Int32Array;
}
type Node = Readonly<Record<string, unknown>>;

const dim = (shape: readonly number[]) => shape.map((size) => ({ size: String(size) }));
const FLOAT = { type: 'DT_FLOAT' };

/** Writes a graph of an input picture, constants and operations, in the files that TensorFlow.js's converter writes. */
function writeGraph(
  folder: string,
  input: { readonly size: number; readonly type: 'DT_INT32' | 'DT_FLOAT' },
  constants: readonly Constant[],
  outputs: readonly string[],
  operations: readonly Node[] = [],
): void {
  mkdirSync(folder, { recursive: true });
  const typeOf = (values: Constant['values']) => (values instanceof Int32Array ? 'DT_INT32' : 'DT_FLOAT');
  const shape = { shape: { dim: dim([1, input.size, input.size, 3]) } };
  const node: Node[] = [
    { name: 'input', op: 'Placeholder', attr: { dtype: { type: input.type }, shape } },
    ...constants.map(({ name, shape, values }) => {
      const dtype = typeOf(values);
      const value = { tensor: { dtype, tensorShape: { dim: dim(shape) } } };
      return { name, op: 'Const', attr: { dtype: { type: dtype }, value } };
    }),
    ...operations,
  ];
  const weights = constants.map(({ name, shape, values }) => ({
    ...{ name, shape },
    dtype: values instanceof Int32Array ? 'int32' : 'float32',
  }));
  const bytes = Buffer.concat(
    constants.map(({ values }) => Buffer.from(values.buffer, values.byteOffset, values.byteLength)),
  );
  // Two shards, as larger models have.
  const paths = ['group1-shard1of2.bin', 'group1-shard2of2.bin'] as const;
  writeFileSync(join(folder, paths[0]), bytes.subarray(0, 16));
  writeFileSync(join(folder, paths[1]), bytes.subarray(16));
  const modelTopology = { node, versions: { producer: 1 }, library: {} };
  const signature = {
    inputs: { input: { name: 'input:0' } },
    outputs: Object.fromEntries(outputs.map((name) => [name, { name: `${name}:0` }])),
  };
  const model = { format: 'graph-model', modelTopology, signature, weightsManifest: [{ paths, weights }] };
  writeFileSync(join(folder, 'model.json'), JSON.stringify(model));
}

/** Where the tiny MoveNet sees point `i`, share of the picture's width and height. */
export const tinyPoint = (i: number) => ({ x: 0.4 + i / 200, y: 0.2 + i / 40 });

/** A MoveNet that sees the same 17 points in every picture, the surer the brighter the picture. */
export function writeTinyMoveNet(folder: string, size = 192): void {
  const points = Float32Array.from(
    Array.from({ length: 17 }, (_, i) => [tinyPoint(i).y, tinyPoint(i).x, 0]).flat(),
  );
  const perBrightness = Float32Array.from(Array.from({ length: 17 }, () => [0, 0, 1 / 255]).flat());
  const constants = [
    { name: 'points', shape: [1, 1, 17, 3], values: points },
    { name: 'perBrightness', shape: [1, 1, 17, 3], values: perBrightness },
    { name: 'axes', shape: [4], values: Int32Array.from([0, 1, 2, 3]) },
  ];
  const cast = { SrcT: { type: 'DT_INT32' }, DstT: FLOAT };
  writeGraph(
    folder,
    { size, type: 'DT_INT32' },
    constants,
    ['output'],
    [
      { name: 'floats', op: 'Cast', input: ['input'], attr: cast },
      { name: 'bright', op: 'Mean', input: ['floats', 'axes'], attr: { keep_dims: { b: true }, T: FLOAT } },
      { name: 'scores', op: 'Mul', input: ['bright', 'perBrightness'], attr: { T: FLOAT } },
      { name: 'output', op: 'AddV2', input: ['points', 'scores'], attr: { T: FLOAT } },
    ],
  );
}

const ANCHORS = 2254;

/** A BlazePose that finds one person in every picture and all landmarks on a slope through the square around it. */
export function writeTinyBlazePose(folder: string): void {
  const boxes = new Float32Array(ANCHORS * 13);
  for (let anchor = 0; anchor < ANCHORS; anchor++) boxes[anchor * 13] = -100;
  // One anchor in the middle rows of the first layer (28 x 28, two anchors each): box, then hips and the size point above.
  boxes.set([10, 0, 0, 60, 60, 0, 0, 0, -60, 0, 0, 0, 0], (14 * 28 + 14) * 2 * 13);
  const found = [{ name: 'boxes', shape: [1, ANCHORS, 13], values: boxes }];
  writeGraph(join(folder, 'detector'), { size: 224, type: 'DT_FLOAT' }, found, ['boxes']);
  const landmarks = Float32Array.from(
    Array.from({ length: 39 }, (_, i) => [100 + i, 60 + 4 * i, 0, 5, 5]).flat(),
  );
  const seen = [
    { name: 'ld_3d', shape: [1, 195], values: landmarks },
    { name: 'output_poseflag', shape: [1, 1], values: Float32Array.of(0.9) },
    { name: 'activation_heatmap', shape: [1, 64, 64, 39], values: new Float32Array(64 * 64 * 39) },
    { name: 'world_3d', shape: [1, 117], values: new Float32Array(117) },
  ];
  const names = seen.map(({ name }) => name);
  writeGraph(join(folder, 'landmark'), { size: 256, type: 'DT_FLOAT' }, seen, names);
}
