import { type CompiledModel, loadAndCompile, Tensor } from '@litertjs/core';
import type { DetectorOutput, LandmarkOutput, PoseNetworks } from '../../shared/pose/blazepose/networks.ts';
import { DETECTOR_INPUT_PX, LANDMARK_INPUT_PX } from '../../shared/pose/blazepose/networks.ts';

export type Accelerator = 'wasm' | 'webgpu';

/** The networks, loaded; results of the `wasm` accelerator do not depend on the machine or the thread count. */
export interface PoseRuntime extends PoseNetworks {
  readonly accelerator: Accelerator;
  readonly threads: number;
  dispose(): void;
}

/** Outputs are told apart by their length: names and order differ between conversions of the networks. */
const LENGTHS = {
  boxes: 2254 * 12,
  scores: 2254,
  landmarks: 39 * 5,
  presence: 1,
  heatmap: 64 * 64 * 39,
} as const;

/** Where LiteRT's native log goes: it reports every step of a normal start, only real errors are passed on. */
export function printError(line: string): void {
  if (!/^(INFO|WARNING|VERBOSE)\b/.test(line)) console.error(line);
}

/** LiteRT always asks for a graphics device and warns where there is none; the user could do nothing about it. */
export async function withoutGraphicsWarning(load: () => Promise<unknown>): Promise<void> {
  const warn = console.warn;
  console.warn = (...parts: unknown[]) => {
    if (!String(parts[0]).startsWith('Failed to create default WebGPU device')) warn(...parts);
  };
  try {
    await load();
  } finally {
    console.warn = warn;
  }
}

/** Compiles both networks from the bytes of their .tflite files. LiteRT itself must be loaded already. */
export async function compileNetworks(
  detectorBytes: Uint8Array,
  landmarkBytes: Uint8Array,
  accelerator: Accelerator,
  threads: number,
): Promise<PoseRuntime> {
  // The detector runs once per clip and per loss of the person: it is not worth a graphics pipeline.
  const detector = await loadAndCompile(detectorBytes, { accelerator: 'wasm' });
  const landmark = await loadAndCompile(landmarkBytes, { accelerator });
  return {
    accelerator,
    threads,
    async detect(input): Promise<DetectorOutput> {
      const outputs = await run(detector, input, DETECTOR_INPUT_PX);
      return { boxes: outputOf(outputs, LENGTHS.boxes), scores: outputOf(outputs, LENGTHS.scores) };
    },
    async landmark(input): Promise<LandmarkOutput> {
      const outputs = await run(landmark, input, LANDMARK_INPUT_PX);
      return {
        landmarks: outputOf(outputs, LENGTHS.landmarks),
        presence: outputOf(outputs, LENGTHS.presence)[0] ?? 0,
        heatmap: outputOf(outputs, LENGTHS.heatmap),
      };
    },
    dispose() {
      detector.delete();
      landmark.delete();
    },
  };
}

async function run(model: CompiledModel, input: Float32Array, side: number): Promise<Float32Array[]> {
  const tensor = new Tensor(input, [1, side, side, 3]);
  let outputs: Tensor[] = [];
  try {
    outputs = await model.run([tensor]);
    return await Promise.all(outputs.map(floatsOf));
  } finally {
    // Tensors live in the wasm heap, where no garbage collector reaches them.
    for (const used of [tensor, ...outputs]) used.delete();
  }
}

async function floatsOf(tensor: Tensor): Promise<Float32Array> {
  const data = await tensor.data();
  if (!(data instanceof Float32Array)) throw new TypeError('invalid model output: not float32');
  return data;
}

function outputOf(outputs: readonly Float32Array[], length: number): Float32Array {
  const found = outputs.find((output) => output.length === length);
  if (found === undefined) throw new RangeError(`invalid model: no output of length ${length}`);
  return found;
}
