import { CLOSE_MODEL } from '../../models/manifest.ts';
import type { Clip } from '../../shared/contract/clipSchemas.ts';
import { RUNTIME_URL } from '../../shared/contract/mediaUrls.ts';
import type { GraphModelInfo } from '../../shared/contract/modelSchemas.ts';
import type { Settings } from '../../shared/contract/settingsSchema.ts';
import { CodedError } from '../../shared/domain/errors.ts';
import type { HostAccess } from '../host/HostProvider.tsx';
import { createPoseDetector } from '../inference/backends.ts';
import type { PoseDetector } from '../inference/poseDetector.ts';
import { today } from '../ui/dates.ts';
import { detectClip } from './detectClip.ts';
import { lookAtClip } from './lookAtClip.ts';
import { problemFrom } from './problem.ts';
import type { TaskReports } from './queue.ts';
import type { ClipProgress } from './tasks.ts';

/** More threads than this hardly help networks of this size. */
const MAX_THREADS = 4;

const progressOf = (clip: Clip): ClipProgress => ({
  clipId: clip.id,
  fileName: clip.fileName,
  stage: 'waiting',
  done: 0,
  total: clip.frameCount,
  fps: undefined,
  problem: undefined,
});

/**
 * Keypoints of every clip, then the measuring. A clip that cannot be used is told and left out, as long as one remains.
 * @throws CodedError
 */
export async function analyseSession(
  host: HostAccess,
  sessionId: string,
  reports: TaskReports,
): Promise<void> {
  const { client } = host;
  const { signal } = reports;
  const [settings, clips] = await Promise.all([client.settings.get({}), client.clips.list({ sessionId })]);
  if (clips.length === 0) throw new CodedError('not_found');
  reports.setClips(clips.map(progressOf));
  const graphModel = await chosenGraphModel(host, settings);
  const lazy = lazyDetector(settings, graphModel);
  const closer = lazyDetector({ ...settings, backend: 'litert', model: CLOSE_MODEL }, undefined);
  let firstProblem: unknown;
  let usable = 0;
  try {
    for (const clip of clips) {
      try {
        await detectClip(
          clip,
          { client, model: settings.model, backend: settings.backend, graphModel, detector: lazy.get },
          reports,
        );
        usable++;
        await lookAtClip(clip, client, closer.get, reports).catch((error: unknown) => {
          if (signal.aborted) throw error;
          // A computer that cannot hold the larger network still has the keypoints; the analysis says which it used.
          closer.dispose();
          reports.setClip(clip.id, { stage: 'done' });
        });
      } catch (error) {
        if (signal.aborted) throw error;
        firstProblem ??= error;
        // After a failure the worker may still hold half a run.
        lazy.dispose();
        closer.dispose();
        reports.setClip(clip.id, { stage: 'failed', problem: problemFrom(error) });
      }
    }
  } finally {
    lazy.dispose();
    closer.dispose();
  }
  if (usable === 0) throw firstProblem;
  reports.setMeasuring();
  await host.run('analysis.run', { sessionId, startDate: today() }, { signal });
}

/** @throws CodedError where the coach's own model is no longer in the models folder: another would give other numbers */
async function chosenGraphModel(
  { client }: HostAccess,
  { graphModel }: Settings,
): Promise<GraphModelInfo | undefined> {
  if (graphModel === null) return undefined;
  const { models } = await client.models.list({});
  const found = models.find(({ id }) => id === graphModel);
  if (found === undefined) throw new CodedError('model_missing', { model: graphModel });
  return found;
}

/** The worker starts with the first clip that needs it. */
function lazyDetector({ backend, model, threads }: Settings, graphModel: GraphModelInfo | undefined) {
  let current: Promise<PoseDetector> | undefined;
  const load = async (): Promise<PoseDetector> => {
    const detector = createPoseDetector(backend, graphModel);
    await detector.load({
      weightsUrl: new URL('/weights/', location.href).href,
      runtimeUrl: new URL(RUNTIME_URL, location.href).href,
      model,
      threads: threads ?? Math.min(MAX_THREADS, navigator.hardwareConcurrency),
      accelerator: 'webgpu',
    });
    return detector;
  };
  return {
    get: () => {
      current ??= load();
      return current;
    },
    dispose(): void {
      void current?.then((detector) => detector.dispose()).catch(() => undefined);
      current = undefined;
    },
  };
}
