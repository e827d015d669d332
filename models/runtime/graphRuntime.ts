import { getBackend, type io, ready, tensor3d } from '@tensorflow/tfjs';
import { createDetector, type PoseDetector, SupportedModels } from '@tensorflow-models/pose-detection';
import { blazePoseFromCoco } from '../../shared/pose/coco.ts';
import { KEYPOINT_COUNT } from '../../shared/pose/keypoints.ts';
import { GRAPH_MODEL_FILES, type GraphModelKind, parseGraphModel } from '../graphModel.ts';

/** Bytes of one of the model's files by its name, for example `landmark/model.json`. */
export type ReadModelFile = (name: string) => Promise<Uint8Array>;

/** Interleaved red, green, blue, alpha, 0-255. */
export interface RgbaPicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** A graph model of the coach's as pose-detection runs it, frame after frame of one walk through a clip. */
export interface GraphRuntime {
  /** Where TensorFlow.js computes. */
  readonly accelerator: 'webgl' | 'cpu';
  /** 33 x (x px, y px, visibility); absent points are NaN with visibility 0. undefined where it finds nobody. */
  estimate(picture: RgbaPicture): Promise<Float32Array | undefined>;
  /** Forgets the person: the next picture belongs to another walk. */
  reset(): void;
  dispose(): void;
}

/**
 * Loads a model from its own files alone. Without a source pose-detection would ask the network for one: here it always
 * has one, and the source reads nothing but what `read` gives.
 * @throws RangeError for files that are no graph model, and what `read` throws
 */
export async function loadGraphRuntime(kind: GraphModelKind, read: ReadModelFile): Promise<GraphRuntime> {
  await ready();
  const [first, second] = await Promise.all(GRAPH_MODEL_FILES[kind].map((name) => openModel(name, read)));
  if (first === undefined) throw new RangeError(`invalid kind: ${kind}`);
  const detector =
    second === undefined
      ? await createDetector(SupportedModels.MoveNet, {
          modelType: kind === 'movenet-thunder' ? 'SinglePose.Thunder' : 'SinglePose.Lightning',
          modelUrl: first,
          enableSmoothing: false,
        })
      : await createDetector(SupportedModels.BlazePose, {
          runtime: 'tfjs',
          enableSmoothing: false,
          enableSegmentation: false,
          detectorModelUrl: first,
          landmarkModelUrl: second,
        });
  return runtimeOf(detector);
}

function runtimeOf(detector: PoseDetector): GraphRuntime {
  return {
    accelerator: getBackend() === 'webgl' ? 'webgl' : 'cpu',
    async estimate({ data, width, height }) {
      const rgb = new Int32Array(width * height * 3);
      for (let pixel = 0; pixel < width * height; pixel++) {
        rgb[3 * pixel] = data[4 * pixel] ?? 0;
        rgb[3 * pixel + 1] = data[4 * pixel + 1] ?? 0;
        rgb[3 * pixel + 2] = data[4 * pixel + 2] ?? 0;
      }
      const picture = tensor3d(rgb, [height, width, 3], 'int32');
      try {
        const [pose] = await detector.estimatePoses(picture);
        if (pose === undefined) return undefined;
        return pose.keypoints.length === KEYPOINT_COUNT
          ? Float32Array.from(pose.keypoints.flatMap(({ x, y, score = 0 }) => [x, y, score]))
          : blazePoseFromCoco(pose.keypoints);
      } finally {
        // Tensors live outside of the garbage collector's reach.
        picture.dispose();
      }
    },
    reset: () => detector.reset(),
    dispose: () => detector.dispose(),
  };
}

/** The model's files in the form in which TensorFlow.js takes a model that is in memory. */
async function openModel(name: string, read: ReadModelFile): Promise<io.IOHandler> {
  const file = parseGraphModel(new TextDecoder().decode(await read(name)));
  const folder = name.slice(0, name.lastIndexOf('/') + 1);
  const shards: Uint8Array[] = [];
  for (const { paths } of file.weightsManifest)
    for (const path of paths) shards.push(await read(`${folder}${path}`));
  const weights = new Uint8Array(shards.reduce((sum, shard) => sum + shard.length, 0));
  let at = 0;
  for (const shard of shards) {
    weights.set(shard, at);
    at += shard.length;
  }
  const artifacts = {
    ...file,
    weightSpecs: file.weightsManifest.flatMap((group) => group.weights),
    weightData: weights.buffer,
  };
  return { load: async () => artifacts as unknown as io.ModelArtifacts };
}
