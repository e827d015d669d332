import { type LandmarkModel, manifest } from '../../models/manifest.ts';
import type { Client } from '../../shared/contract/client.ts';
import type { Clip } from '../../shared/contract/clipSchemas.ts';
import { poseChunkUrl } from '../../shared/contract/mediaUrls.ts';
import type { GraphModelInfo } from '../../shared/contract/modelSchemas.ts';
import type { Settings } from '../../shared/contract/settingsSchema.ts';
import type { PoseRunState } from '../../shared/contract/workSchemas.ts';
import { CodedError } from '../../shared/domain/errors.ts';
import { nearestFrame } from '../../shared/domain/frameTable.ts';
import { clearestSample, needsChoice } from '../../shared/pose/blazepose/persons.ts';
import { chunksOf, planRuns } from '../../shared/pose/blazepose/plan.ts';
import { framesWithPose, type PoseTrack } from '../../shared/pose/track.ts';
import { BACKEND_IDS, GRAPH_BACKEND_ID } from '../inference/backends.ts';
import type { ClipSource } from '../inference/messages.ts';
import type { PoseDetector } from '../inference/poseDetector.ts';
import { base64FromFloat32 } from './base64.ts';
import { clipSourceFrom } from './clipSource.ts';
import type { TaskReports } from './queue.ts';

export interface DetectServices {
  readonly client: Client;
  readonly model: LandmarkModel;
  readonly backend: Settings['backend'];
  /** The coach's own model, in place of the app's. */
  readonly graphModel: GraphModelInfo | undefined;
  /** A detector that is loaded. */
  readonly detector: () => Promise<PoseDetector>;
}

/** Keypoints of a clip into the library, going on where an earlier run stopped. @throws CodedError */
export async function detectClip(clip: Clip, services: DetectServices, reports: TaskReports): Promise<void> {
  const { client, detector } = services;
  const { signal } = reports;
  const report = (patch: Parameters<TaskReports['setClip']>[1]) => reports.setClip(clip.id, patch);
  let run = await beginRun(clip, services);
  if (run.finished) return report({ stage: 'done' });
  if (clip.missing) throw new CodedError('file_missing', { file: clip.fileName });
  report({ stage: 'loading' });
  const source = await clipSourceFrom(clip, signal);
  const loaded = await detector();
  signal.throwIfAborted();
  let chosen = clip.person;
  // A run that has begun has settled who is followed.
  if (chosen === null && run.doneChunks.length === 0) {
    report({ stage: 'looking' });
    const question = await questionAbout(clip, source, loaded, signal);
    if (question !== undefined) {
      chosen = await reports.ask(question);
      const told = await client.clips.update({ id: clip.id, patch: { person: chosen } });
      run = await beginRun(told, services);
      if (run.finished) return report({ stage: 'done' });
    }
  }
  report({ stage: 'detecting' });
  const person = chosen === null ? undefined : { ...chosen, time: chosen.timeS * clip.timeScale };
  const { track } = await loaded.estimate(source, {
    person,
    signal,
    ...chunkStore(client, run, planOf(source, person?.time)),
    onProgress: (done, total, fps) => report({ done, total, fps }),
  });
  if (!isAnyoneIn(track)) throw new CodedError('no_person', { file: clip.fileName });
  await client.pose.finish({ runId: run.runId });
  report({ stage: 'done', done: clip.frameCount });
}

/** Everything that changes keypoints is in the key (the host adds person and turn), so another choice starts another run. */
function beginRun(clip: Clip, services: DetectServices): Promise<PoseRunState> {
  return services.client.pose.begin({
    clipId: clip.id,
    turn: clip.turn,
    ...modelKey(services),
    settings: {
      ...filesOf(services.graphModel),
      detector_sha256: manifest.models.detector.sha256,
    },
  });
}

function modelKey({ model, backend, graphModel }: DetectServices) {
  if (graphModel !== undefined)
    return { model: graphModel.kind, modelSha256: graphModel.sha256, backend: GRAPH_BACKEND_ID };
  const { sha256, source } = manifest.models[model];
  // MediaPipe takes the networks as they come in their package.
  return {
    model,
    modelSha256: backend === 'litert' ? sha256 : source.sha256,
    backend: BACKEND_IDS[backend],
  };
}

/** Name and checksums of the coach's own model, for the provenance. */
const filesOf = (graphModel: GraphModelInfo | undefined): Record<string, string> =>
  graphModel === undefined
    ? {}
    : {
        graph_model: graphModel.id,
        ...Object.fromEntries(graphModel.files.map(({ name, sha256 }) => [`graph_file.${name}`, sha256])),
      };

async function questionAbout(clip: Clip, source: ClipSource, detector: PoseDetector, signal: AbortSignal) {
  const samples = await detector.samplePersons(source, signal);
  if (!needsChoice(samples.map(({ persons }) => persons))) return undefined;
  const clearest = clearestSample(samples);
  if (clearest === undefined) return undefined;
  const { frame, persons } = clearest;
  const { id: clipId, fileName, width, height, turn } = clip;
  return {
    ...{ clipId, fileName, width, height, turn, frame, persons },
    timeS: (source.times[frame] ?? 0) / clip.timeScale,
  };
}

/** Chunks by index, as the detector will cut the clip. */
function planOf({ times }: ClipSource, chosenFileTimeS: number | undefined) {
  const chosenFrame = chosenFileTimeS === undefined ? undefined : nearestFrame(times, chosenFileTimeS);
  return new Map(
    planRuns(times.length, chosenFrame)
      .flatMap(chunksOf)
      .map((chunk) => [chunk.index, chunk]),
  );
}

function chunkStore(client: Client, run: PoseRunState, plan: ReturnType<typeof planOf>) {
  const stored = new Set(run.doneChunks.map(({ index }) => index));
  return {
    async loadChunk(index: number) {
      if (!stored.has(index)) return undefined;
      const response = await fetch(poseChunkUrl(run.runId, index));
      return response.ok ? new Float32Array(await response.arrayBuffer()) : undefined;
    },
    async onChunk(index: number, data: Float32Array) {
      const chunk = plan.get(index);
      if (chunk === undefined) throw new RangeError(`invalid chunk index: ${index}`);
      const { firstFrame, frames } = chunk;
      await client.pose.saveChunk({
        ...{ runId: run.runId, index, firstFrame, frames },
        data: base64FromFloat32(data),
      });
    },
  };
}

const isAnyoneIn = (track: PoseTrack): boolean => framesWithPose(track).length > 0;
