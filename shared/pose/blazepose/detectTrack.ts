import { emptyTrack, type PoseTrack } from '../track.ts';
import { besideRanges } from './besideRanges.ts';
import { type ChunkData, chunkLength, looksIn, putChunk, stateOf } from './chunkData.ts';
import { inParallel } from './inParallel.ts';
import { chunksOf, type PoseChunk, type PoseRun, planRuns } from './plan.ts';
import { continuesFrom } from './seam.ts';
import type { TrackerState } from './tracker.ts';

/** Keeps finished chunks, so that a cancelled or killed detection goes on. One store per file, model and person. */
export interface PoseChunkStore {
  load(index: number): Promise<ChunkData | undefined> | ChunkData | undefined;
  save(index: number, data: ChunkData): Promise<void> | void;
}

/** One run for a worker to do. */
export interface RunTask {
  readonly run: PoseRun;
  readonly resumeFrom: { readonly chunk: PoseChunk; readonly data: ChunkData } | undefined;
  readonly initial: TrackerState | undefined;
}

export interface RunReports {
  onFrame(): void;
  onChunk(chunk: PoseChunk, data: ChunkData): Promise<void>;
}

export interface DetectTrackOptions {
  readonly width: number;
  readonly height: number;
  readonly frameCount: number;
  /** Frame in which the person was chosen. */
  readonly chosenFrame: number | undefined;
  /** Runs that may go on side by side. */
  readonly parallel: number;
  readonly store: PoseChunkStore | undefined;
  readonly doRun: (task: RunTask, reports: RunReports) => Promise<void>;
  /** Milliseconds from any origin. */
  readonly clock: () => number;
  /** Frames done of all, and frames per second so far (frames from the store not counted). */
  readonly onProgress?: ((done: number, total: number, fps: number) => void) | undefined;
}

/** The whole of a clip: plans the runs, takes what the store has, does the rest, and joins the chunks to a track. */
export async function detectTrack(
  options: DetectTrackOptions,
): Promise<{ track: PoseTrack; fps: number | undefined }> {
  const { frameCount, store, onProgress } = options;
  const runs = planRuns(frameCount, options.chosenFrame);
  const chunks = await loadChunks(runs, store);
  const begin = options.clock();
  let detected = 0;
  let done = runs.flatMap((run) => finishedChunks(run, chunks)).reduce((sum, chunk) => sum + chunk.frames, 0);
  const fps = (): number => (1000 * detected) / Math.max(1, options.clock() - begin);
  const reports: RunReports = {
    onFrame() {
      detected++;
      done = Math.min(done + 1, frameCount);
      onProgress?.(done, frameCount, fps());
    },
    async onChunk(chunk, data) {
      chunks.set(chunk.index, data);
      await store?.save(chunk.index, data);
    },
  };
  const doRun = async (run: PoseRun, initial?: TrackerState): Promise<void> => {
    const finished = finishedChunks(run, chunks);
    if (finished.length === chunksOf(run).length) return;
    const chunk = finished.at(-1);
    const data = chunk === undefined ? undefined : chunks.get(chunk.index);
    const resumeFrom = chunk === undefined || data === undefined ? undefined : { chunk, data };
    await options.doRun({ run, resumeFrom, initial }, reports);
  };

  await inParallel(runs, options.parallel, (run) => doRun(run));
  await mendSeam(runs, chunks, doRun);
  const track = emptyTrack(options.width, options.height, frameCount);
  const looks = new Float32Array(frameCount).fill(Number.NaN);
  for (const chunk of runs.flatMap(chunksOf)) {
    const data = chunks.get(chunk.index);
    if (data === undefined) continue;
    putChunk(track, chunk, data);
    looks.set(looksIn(data, chunk.frames) ?? [], chunk.firstFrame);
  }
  const beside = besideRanges(looks);
  return { track: beside.length === 0 ? track : { ...track, beside }, fps: detected > 0 ? fps() : undefined };
}

async function loadChunks(runs: readonly PoseRun[], store: PoseChunkStore | undefined) {
  const chunks = new Map<number, ChunkData>();
  for (const chunk of runs.flatMap(chunksOf)) {
    const data = await store?.load(chunk.index);
    if (data?.length === chunkLength(chunk)) chunks.set(chunk.index, data);
  }
  return chunks;
}

/** Chunks of a run that are there, up to the first gap. */
function finishedChunks(run: PoseRun, chunks: ReadonlyMap<number, ChunkData>): PoseChunk[] {
  const all = chunksOf(run);
  const gap = all.findIndex((chunk) => !chunks.has(chunk.index));
  return gap < 0 ? all : all.slice(0, gap);
}

/** The second half may have taken another person than the first: then it is done again, starting from the first's. */
async function mendSeam(
  runs: readonly PoseRun[],
  chunks: Map<number, ChunkData>,
  doRun: (run: PoseRun, initial: TrackerState) => Promise<void>,
): Promise<void> {
  const second = runs[1];
  if (second === undefined || second.step === -1) return;
  const before = chunks.get(second.firstChunk - 1);
  const after = chunks.get(second.firstChunk);
  if (before === undefined || after === undefined || continuesFrom(stateOf(before), after)) return;
  for (const chunk of chunksOf(second)) chunks.delete(chunk.index);
  await doRun({ ...second, start: second.start + second.warmUp, warmUp: 0 }, stateOf(before));
}
