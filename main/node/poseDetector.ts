import { availableParallelism } from 'node:os';
import { type LandmarkModel, manifest } from '../../models/manifest.ts';
import { WEIGHTS_FOLDER } from '../../models/prepareWeights.ts';
import { nearestFrame } from '../../shared/domain/frameTable.ts';
import { detectTrack, type PoseChunkStore } from '../../shared/pose/blazepose/detectTrack.ts';
import type { Person } from '../../shared/pose/blazepose/persons.ts';
import type { PoseTrack } from '../../shared/pose/track.ts';
import type { ClipProbe } from '../media/probe.ts';
import { runPoseJob } from './posePool.ts';

export interface DetectPoseOptions {
  readonly model: LandmarkModel;
  /** Worker threads, each with one inference thread; default 2 at most. The result does not depend on it. */
  readonly threads?: number | undefined;
  /** A point (px of the upright picture) on the wanted person, at a time (s on the file's clock from the first frame). */
  readonly person?:
    | { readonly x: number; readonly y: number; readonly time?: number | undefined }
    | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Frames done of all, and frames per second so far (resumed frames not counted). */
  readonly onProgress?: ((done: number, total: number, fps: number) => void) | undefined;
  readonly store?: PoseChunkStore | undefined;
  readonly weightsFolder?: string | undefined;
}

export interface DetectPoseResult {
  readonly track: PoseTrack;
  readonly info: {
    readonly model: LandmarkModel;
    readonly modelSha256: string;
    readonly detectorSha256: string;
    readonly accelerator: 'wasm';
    readonly threads: number;
    /** Frames per second of this call, undefined when everything came from the store. */
    readonly fps: number | undefined;
  };
}

export interface PoseClip {
  readonly file: string;
  readonly probe: ClipProbe;
}

/**
 * Keypoints of one person in every frame of a clip.
 * @throws MediaError, the signal's reason
 */
export async function detectPose(clip: PoseClip, options: DetectPoseOptions): Promise<DetectPoseResult> {
  const { model, person, signal } = options;
  const { probe } = clip;
  const { width, height, frameTable } = probe;
  const threads = options.threads ?? Math.min(2, availableParallelism());
  const files = {
    file: clip.file,
    clip: probe,
    weightsFolder: options.weightsFolder ?? WEIGHTS_FOLDER,
    model,
  };
  const { track, fps } = await detectTrack({
    width,
    height,
    frameCount: frameTable.times.length,
    chosenFrame: person === undefined ? undefined : nearestFrame(frameTable.times, person.time ?? 0),
    parallel: threads,
    store: options.store,
    clock: () => performance.now(),
    onProgress: options.onProgress,
    doRun: (task, { onFrame, onChunk }) =>
      runPoseJob(
        { kind: 'run', ...files, ...task, chosen: person },
        async (report) => {
          if (report.kind === 'frame') onFrame();
          if (report.kind === 'chunk') await onChunk(report.chunk, report.data);
        },
        signal,
      ),
  });
  const info = {
    model,
    modelSha256: manifest.models[model].sha256,
    detectorSha256: manifest.models.detector.sha256,
    accelerator: 'wasm' as const,
    threads,
    fps,
  };
  return { track, info };
}

/**
 * Persons in some frames spread over a clip; see `needsChoice` for what it means.
 * @throws MediaError, the signal's reason
 */
export async function samplePersons(
  clip: PoseClip,
  options: Pick<DetectPoseOptions, 'model' | 'signal' | 'weightsFolder'> & { readonly samples?: number },
): Promise<{ readonly frame: number; readonly persons: readonly Person[] }[]> {
  const total = clip.probe.frameTable.times.length;
  const count = Math.min(options.samples ?? 8, total);
  const frames = Array.from({ length: count }, (_, i) => Math.floor(((i + 0.5) * total) / count));
  const weightsFolder = options.weightsFolder ?? WEIGHTS_FOLDER;
  const job = { file: clip.file, clip: clip.probe, weightsFolder, model: options.model };
  const found: (readonly Person[])[] = [];
  await runPoseJob(
    { kind: 'persons', ...job, frames },
    (report) => {
      if (report.kind === 'persons') found.push(report.persons);
    },
    options.signal,
  );
  return frames.map((frame, i) => ({ frame, persons: found[i] ?? [] }));
}
