import { createDetector, type PoseDetector, SupportedModels } from '@tensorflow-models/pose-detection';
import '@tensorflow/tfjs';
import { KEYPOINT_COUNT, KEYPOINT_STRIDE } from '../../shared/pose/keypoints.ts';
import type { LandmarkModel } from '../manifest.ts';
import { pretendPage } from './browserScriptHost.ts';

/** BlazePose as MediaPipe runs it, frame after frame of one walk through a clip. */
export interface MediapipeRuntime {
  /** 33 x (x px, y px, visibility) of the one person it follows; undefined where it finds nobody. */
  estimate(picture: ImageBitmap): Promise<Float32Array | undefined>;
  /** Forgets the person: the next picture belongs to another walk. */
  reset(): void;
}

/** What pose-detection keeps to itself: the only way to its inference on the processor. */
interface WithSolution {
  readonly poseSolution: { setOptions(options: { useCpuInference: boolean }): void };
}

/**
 * Loads MediaPipe's pose solution in a classic worker, without its own smoothing, which lags.
 * @param runtimeUrl folder (URL) of the files of `@mediapipe/pose`
 */
export async function loadMediapipe(runtimeUrl: string, model: LandmarkModel): Promise<MediapipeRuntime> {
  const solutionPath = runtimeUrl.replace(/\/+$/, '');
  const scope = globalThis as typeof globalThis & { importScripts(url: string): void };
  pretendPage((url) => scope.importScripts(url));
  scope.importScripts(`${solutionPath}/pose.js`);
  const detector = await createDetector(SupportedModels.BlazePose, {
    runtime: 'mediapipe',
    modelType: model,
    enableSmoothing: false,
    enableSegmentation: false,
    solutionPath,
  });
  (detector as PoseDetector & WithSolution).poseSolution.setOptions({ useCpuInference: true });
  return {
    async estimate(picture) {
      const [pose] = await detector.estimatePoses(picture);
      if (pose === undefined || pose.keypoints.length !== KEYPOINT_COUNT) return undefined;
      const keypoints = new Float32Array(KEYPOINT_COUNT * KEYPOINT_STRIDE);
      pose.keypoints.forEach(({ x, y, score = Number.NaN }, i) => {
        keypoints.set([x, y, score], i * KEYPOINT_STRIDE);
      });
      return keypoints;
    },
    reset: () => detector.reset(),
  };
}
