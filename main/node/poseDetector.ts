import { availableParallelism } from 'node:os';
import { type LandmarkModel, manifest } from '../../models/manifest.ts';
import { WEIGHTS_FOLDER } from '../../models/prepareWeights.ts';
import { nearestFrame } from '../../shared/domain/frameTable.ts';
import { type ChunkData, chunkLength, putChunk, stateOf } from '../../shared/pose/blazepose/chunkData.ts';
import type { Person } from '../../shared/pose/blazepose/persons.ts';
import { chunksOf, type PoseChunk, type PoseRun, planRuns } from '../../shared/pose/blazepose/plan.ts';
import { continuesFrom } from '../../shared/pose/blazepose/seam.ts';
import type { TrackerState } from '../../shared/pose/blazepose/tracker.ts';
import { emptyTrack, type PoseTrack } from '../../shared/pose/track.ts';
import type { ClipProbe } from '../media/probe.ts';
import { runPoseJob } from './posePool.ts';

/** Keeps finished chunks, so that a cancelled or killed detection goes on where it stopped. One store per file, model and person. */
export interface PoseChunkStore {
  load(index: number): Promise<ChunkData | undefined> | ChunkData | undefined;
  save(index: number, data: ChunkData): Promise<void> | void;
}

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
  const { model, person, store, signal } = options;
  const { probe } = clip;
  const total = probe.frameTable.times.length;
  const threads = options.threads ?? Math.min(2, availableParallelism());
  const chosenFrame =
    person === undefined ? undefined : nearestFrame(probe.frameTable.times, person.time ?? 0);
  const runs = planRuns(total, chosenFrame);
  const chunks = new Map<number, ChunkData>();
  for (const chunk of runs.flatMap(chunksOf)) {
    const data = await store?.load(chunk.index);
    if (data?.length === chunkLength(chunk)) chunks.set(chunk.index, data);
  }

  const begin = performance.now();
  let detected = 0;
  let done = framesIn(runs, chunks);
  const fps = (): number => detected / ((performance.now() - begin) / 1000);
  const runOne = (run: PoseRun, initial?: TrackerState): Promise<void> => {
    const finished = finishedChunks(run, chunks);
    if (finished.length === chunksOf(run).length) return Promise.resolve();
    const last = finished.at(-1);
    const data = last === undefined ? undefined : chunks.get(last.index);
    const resumeFrom = last === undefined || data === undefined ? undefined : { chunk: last, data };
    const files = {
      file: clip.file,
      clip: probe,
      weightsFolder: options.weightsFolder ?? WEIGHTS_FOLDER,
      model,
    };
    const job = { kind: 'run', ...files, run, chosen: person, resumeFrom, initial } as const;
    return runPoseJob(
      job,
      async (report) => {
        if (report.kind === 'frame') {
          detected++;
          done = Math.min(done + 1, total);
          options.onProgress?.(done, total, fps());
        }
        if (report.kind !== 'chunk') return;
        chunks.set(report.chunk.index, report.data);
        await store?.save(report.chunk.index, report.data);
      },
      signal,
    );
  };

  await inParallel(runs, threads, runOne);
  await mendSeam(runs, chunks, runOne);
  const track = emptyTrack(probe.width, probe.height, total);
  for (const chunk of runs.flatMap(chunksOf)) {
    const data = chunks.get(chunk.index);
    if (data !== undefined) putChunk(track, chunk, data);
  }
  const info = {
    model,
    modelSha256: manifest.models[model].sha256,
    detectorSha256: manifest.models.detector.sha256,
    accelerator: 'wasm' as const,
    threads,
    fps: detected > 0 ? fps() : undefined,
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

/** Chunks of a run that are there, up to the first gap. */
function finishedChunks(run: PoseRun, chunks: ReadonlyMap<number, ChunkData>): PoseChunk[] {
  const all = chunksOf(run);
  const gap = all.findIndex((chunk) => !chunks.has(chunk.index));
  return gap < 0 ? all : all.slice(0, gap);
}

function framesIn(runs: readonly PoseRun[], chunks: ReadonlyMap<number, ChunkData>): number {
  const finished = runs.flatMap((run) => finishedChunks(run, chunks));
  return finished.reduce((sum, chunk) => sum + chunk.frames, 0);
}

async function inParallel(runs: readonly PoseRun[], width: number, run: (item: PoseRun) => Promise<void>) {
  const open = [...runs];
  const worker = async (): Promise<void> => {
    for (let next = open.shift(); next !== undefined; next = open.shift()) await run(next);
  };
  await Promise.all(Array.from({ length: Math.max(1, width) }, worker));
}

/** The second half may have taken another person than the first: then it is done again, starting from the first's. */
async function mendSeam(
  runs: readonly PoseRun[],
  chunks: Map<number, ChunkData>,
  run: (item: PoseRun, initial: TrackerState) => Promise<void>,
): Promise<void> {
  const second = runs[1];
  if (second === undefined || second.step === -1) return;
  const before = chunks.get(second.firstChunk - 1);
  const after = chunks.get(second.firstChunk);
  if (before === undefined || after === undefined || continuesFrom(stateOf(before), after)) return;
  for (const chunk of chunksOf(second)) chunks.delete(chunk.index);
  await run({ ...second, start: second.start + second.warmUp, warmUp: 0 }, stateOf(before));
}
