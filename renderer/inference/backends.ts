import { manifest } from '../../models/manifest.ts';
import type { Settings } from '../../shared/contract/settingsSchema.ts';
import { createBlazePoseDetector, type PoseDetector } from './poseDetector.ts';

/** Folder of the files of `@mediapipe/pose`, in both roots. */
export const MEDIAPIPE_URL = '/runtime/mediapipe/';

/**
 * Name under which a backend's keypoints are stored and reported.
 * `litert`: the app's own pipeline. `mediapipe`: pose-detection's, slower, kept as a reference.
 */
export const BACKEND_IDS = { litert: 'litert', tfjs: 'mediapipe' } as const satisfies Record<
  Settings['backend'],
  string
>;

/** The detector that the coach has set. */
export const createPoseDetector = (backend: Settings['backend']): PoseDetector =>
  backend === 'litert' ? createBlazePoseDetector() : createMediapipeDetector();

/** MediaPipe for the keypoints; who is in the picture is still asked of the other backend, because MediaPipe sees one. */
function createMediapipeDetector(): PoseDetector {
  const persons = createBlazePoseDetector();
  const keypoints = createBlazePoseDetector(
    new Worker(new URL('./mediapipeWorker.ts', import.meta.url), { type: 'classic' }),
  );
  return {
    load: async (options) => {
      await persons.load(options);
      await keypoints.load({ ...options, runtimeUrl: MEDIAPIPE_URL });
    },
    async estimate(clip, options) {
      const { track, info } = await keypoints.estimate(clip, options);
      // These networks are used as they come in the package.
      const modelSha256 = manifest.models[info.model].source.sha256;
      return { track, info: { ...info, modelSha256 } };
    },
    samplePersons: persons.samplePersons,
    dispose() {
      persons.dispose();
      keypoints.dispose();
    },
  };
}
