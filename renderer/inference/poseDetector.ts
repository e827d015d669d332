import type { LandmarkModel } from '../../models/manifest.ts';
import { manifest } from '../../models/manifest.ts';
import { nearestFrame } from '../../shared/domain/frameTable.ts';
import type { ChunkData } from '../../shared/pose/blazepose/chunkData.ts';
import {
  detectTrack,
  type PoseChunkStore,
  type RunReports,
} from '../../shared/pose/blazepose/detectTrack.ts';
import type { CloseLookTask } from '../../shared/pose/blazepose/lookClosely.ts';
import type { Person } from '../../shared/pose/blazepose/persons.ts';
import type { PoseTrack } from '../../shared/pose/track.ts';
import type { ClipSource, LoadOptions, Order, Report, UsedAccelerator } from './messages.ts';

export interface EstimateOptions {
  /** A point (px of the upright picture) on the wanted person, at a time (s on the file's clock from the first frame). */
  readonly person?:
    | { readonly x: number; readonly y: number; readonly time?: number | undefined }
    | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number, fps: number) => void) | undefined;
  /** Finished chunks of an earlier, interrupted run. */
  readonly loadChunk?: PoseChunkStore['load'] | undefined;
  /** A chunk is finished; awaited. */
  readonly onChunk?: ((index: number, data: ChunkData) => Promise<void> | void) | undefined;
}

export interface EstimateResult {
  readonly track: PoseTrack;
  readonly info: {
    readonly model: LandmarkModel;
    readonly modelSha256: string;
    readonly detectorSha256: string;
    readonly accelerator: UsedAccelerator;
    readonly threads: number;
    readonly fps: number | undefined;
  };
}

/** Finds a person's keypoints in a clip; everything heavy happens in a worker. */
export interface PoseDetector {
  /** @throws Error when the weights or the runtime cannot be loaded */
  load(options: LoadOptions): Promise<void>;
  /** One clip at a time. @throws the signal's reason, or an Error with the worker's stack */
  estimate(clip: ClipSource, options?: EstimateOptions): Promise<EstimateResult>;
  /**
   * Persons in some frames spread over a clip; see `needsChoice` for what they mean.
   * @throws the signal's reason, or an Error with the worker's stack
   */
  samplePersons(
    clip: ClipSource,
    signal: AbortSignal,
  ): Promise<{ readonly frame: number; readonly persons: readonly Person[] }[]>;
  /**
   * Keypoints of single frames, frames x 33 x 3; see `lookClosely`.
   * @throws the signal's reason, or an Error with the worker's stack
   */
  lookClosely(
    clip: ClipSource,
    task: CloseLookTask,
    signal: AbortSignal,
    onFrame: () => void,
  ): Promise<Float32Array>;
  dispose(): void;
}

/** Frames that are looked at for several persons. */
const PERSON_SAMPLES = 8;

/** BlazePose on LiteRT, or on whatever the given worker runs that obeys the same orders. */
export function createBlazePoseDetector(
  worker = new Worker(new URL('./poseWorker.ts', import.meta.url), { type: 'classic' }),
): PoseDetector {
  const order = (message: Order): void => worker.postMessage(message);
  /** Waits until the worker has done it; the signal stops it. */
  const obeyed = async (
    message: Order,
    signal: AbortSignal | undefined,
    onReport: (report: Report) => void | Promise<void>,
  ): Promise<void> => {
    signal?.throwIfAborted();
    const stop = (): void => order({ kind: 'stop' });
    signal?.addEventListener('abort', stop, { once: true });
    try {
      order(message);
      await reportsUntil(worker, 'done', onReport);
    } catch (error) {
      throw signal?.aborted ? signal.reason : error;
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  };
  let loaded:
    | (Pick<LoadOptions, 'model' | 'threads'> & { readonly accelerator: UsedAccelerator })
    | undefined;
  return {
    async load(options) {
      order({ kind: 'load', options });
      await reportsUntil(worker, 'loaded', (report) => {
        if (report.kind !== 'loaded') return;
        loaded = { model: options.model, accelerator: report.accelerator, threads: report.threads };
      });
    },
    async estimate(clip, options = {}) {
      if (loaded === undefined) throw new Error('invalid use: load the detector first');
      const { model, accelerator, threads } = loaded;
      const { person, signal } = options;
      const { track, fps } = await detectTrack({
        width: clip.width,
        height: clip.height,
        frameCount: clip.times.length,
        chosenFrame: person === undefined ? undefined : nearestFrame(clip.times, person.time ?? 0),
        parallel: 1,
        store: {
          load: (index) => options.loadChunk?.(index),
          save: (index, data) => options.onChunk?.(index, data),
        },
        clock: () => performance.now(),
        onProgress: options.onProgress,
        async doRun(task, reports) {
          await obeyed({ kind: 'run', clip, task, chosen: person }, signal, (report) =>
            passOn(report, reports),
          );
        },
      });
      const modelSha256 = manifest.models[model].sha256;
      const detectorSha256 = manifest.models.detector.sha256;
      return { track, info: { model, modelSha256, detectorSha256, accelerator, threads, fps } };
    },
    async samplePersons(clip, signal) {
      const total = clip.times.length;
      const count = Math.min(PERSON_SAMPLES, total);
      const frames = Array.from({ length: count }, (_, i) => Math.floor(((i + 0.5) * total) / count));
      const found: (readonly Person[])[] = [];
      await obeyed({ kind: 'persons', clip, frames }, signal, (report) => {
        if (report.kind === 'persons') found.push(report.persons);
      });
      return frames.map((frame, i) => ({ frame, persons: found[i] ?? [] }));
    },
    async lookClosely(clip, task, signal, onFrame) {
      let seen: Float32Array | undefined;
      await obeyed({ kind: 'look', clip, task }, signal, (report) => {
        if (report.kind === 'frame') onFrame();
        if (report.kind === 'look') seen = report.data;
      });
      if (seen === undefined) throw new Error('invalid report: no close look');
      return seen;
    },
    dispose: () => worker.terminate(),
  };
}

async function passOn(report: Report, reports: RunReports): Promise<void> {
  if (report.kind === 'frame') reports.onFrame();
  if (report.kind === 'chunk') await reports.onChunk(report.chunk, report.data);
}

/** Hands over the worker's reports in order until the one of the given kind, which ends the wait. */
function reportsUntil(
  worker: Worker,
  last: Report['kind'],
  onReport: (report: Report) => void | Promise<void>,
): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    const listening = new AbortController();
    const { signal } = listening;
    let pending = Promise.resolve();
    const fail = (error: unknown): void => {
      listening.abort();
      reject(error);
    };
    const receive = ({ data }: MessageEvent<Report>): void => {
      if (data.kind === 'failed') {
        fail(new Error(data.message));
        return;
      }
      pending = pending.then(() => onReport(data));
      pending.catch(fail);
      if (data.kind !== last) return;
      listening.abort();
      pending.then(resolve, reject);
    };
    worker.addEventListener('message', receive, { signal });
    worker.addEventListener('error', (event) => fail(new Error(event.message)), { signal });
  });
}
