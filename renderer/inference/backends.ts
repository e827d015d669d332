import { manifest } from '../../models/manifest.ts';
import type { GraphModelInfo } from '../../shared/contract/modelSchemas.ts';
import type { Settings } from '../../shared/contract/settingsSchema.ts';
import { ownUrl } from '../host/pageKey.ts';
import { graphModelSource } from './graphModelSource.ts';
import type { LoadOptions } from './messages.ts';
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

/** Name under which the keypoints of a graph model are stored: pose-detection's runtime of that name. */
export const GRAPH_BACKEND_ID = 'tfjs';

/** The detector that the coach has set; a graph model of the coach's own comes before the app's. */
export function createPoseDetector(backend: Settings['backend'], graphModel?: GraphModelInfo): PoseDetector {
  if (graphModel !== undefined) return createGraphDetector(graphModel);
  return backend === 'litert' ? createBlazePoseDetector() : createMediapipeDetector();
}

function createMediapipeDetector(): PoseDetector {
  const worker = new Worker(new URL('./mediapipeWorker.ts', import.meta.url), { type: 'classic' });
  return withPersons(
    worker,
    (options) => ({ ...options, runtimeUrl: MEDIAPIPE_URL }),
    // These networks are used as they come in the package.
    (model) => manifest.models[model].source.sha256,
  );
}

function createGraphDetector(graphModel: GraphModelInfo): PoseDetector {
  const worker = new Worker(new URL('./graphWorker.ts', import.meta.url), { type: 'classic' });
  const source = graphModelSource(graphModel, (address) => new URL(ownUrl(address), location.href).href);
  return withPersons(
    worker,
    (options) => ({ ...options, graphModel: source }),
    () => graphModel.sha256,
  );
}

/** Keypoints from a tracker that sees one person; who is in the picture is still asked of the app's own backend. */
function withPersons(
  worker: Worker,
  optionsFor: (options: LoadOptions) => LoadOptions,
  sha256Of: (model: LoadOptions['model']) => string,
): PoseDetector {
  const persons = createBlazePoseDetector();
  const keypoints = createBlazePoseDetector(worker);
  return {
    load: async (options) => {
      await persons.load(options);
      await keypoints.load(optionsFor(options));
    },
    async estimate(clip, options) {
      const { track, info } = await keypoints.estimate(clip, options);
      return { track, info: { ...info, modelSha256: sha256Of(info.model) } };
    },
    samplePersons: persons.samplePersons,
    lookClosely: persons.lookClosely,
    dispose() {
      persons.dispose();
      keypoints.dispose();
    },
  };
}
