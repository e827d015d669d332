import { type ChunkData, emptyChunk, putFrame, putLook, putState, stateOf } from './chunkData.ts';
import type { I420Frame } from './i420.ts';
import type { PoseNetworks } from './networks.ts';
import { chunksOf, type PoseChunk, type PoseRun } from './plan.ts';
import type { Point } from './roi.ts';
import { PersonTracker, type TrackerState } from './tracker.ts';

/** Frames of a clip in the asked order: `count` frames from `start` in direction `step`. Must honour early `return`. */
export type FrameSource = (start: number, count: number, step: 1 | -1) => AsyncIterable<I420Frame>;

/** Follows one person from frame to frame. */
export interface FrameTracker {
  /** Where it is; set to continue from there. */
  state: TrackerState;
  /** 33 x (x px, y px, visibility) of the person, or undefined where the person is not found. */
  estimate(frame: I420Frame): Promise<Float32Array | undefined>;
  /** What a look to the sides showed in that frame; undefined where none was taken. */
  readonly unsteadiness?: number | undefined;
}

export interface TrackOptions {
  readonly tracker: FrameTracker;
  readonly frames: FrameSource;
  readonly run: PoseRun;
  /** The last finished chunk of this run, when it continues an earlier one. */
  readonly resumeFrom?: { readonly chunk: PoseChunk; readonly data: ChunkData } | undefined;
  /** Start from this state instead of searching (the person that another run found). */
  readonly initial?: TrackerState | undefined;
  /** Awaited, so a slow store slows the run down. */
  readonly onChunk: (chunk: PoseChunk, data: ChunkData) => Promise<void> | void;
  readonly onFrame?: (() => void) | undefined;
}

export interface RunOptions extends Omit<TrackOptions, 'tracker'> {
  readonly networks: PoseNetworks;
  /** Point (px) on the chosen person in the run's first frame. */
  readonly chosen?: Point | undefined;
}

/** Tracks one person through a run with the app's own tracker. */
export const runChunks = ({ networks, chosen, ...options }: RunOptions): Promise<void> =>
  trackChunks({ ...options, tracker: new PersonTracker(networks, chosen) });

/** Tracks one person through a run and hands over every finished chunk. */
export async function trackChunks(options: TrackOptions): Promise<void> {
  const { tracker, run, resumeFrom } = options;
  const all = chunksOf(run);
  const done = resumeFrom === undefined ? 0 : resumeFrom.chunk.index - run.firstChunk + 1;
  const open = all.slice(done);
  if (open.length === 0) return;
  if (resumeFrom !== undefined) tracker.state = stateOf(resumeFrom.data);
  else if (options.initial !== undefined) tracker.state = options.initial;
  let warmUp = done > 0 ? 0 : run.warmUp;
  const skipped =
    done > 0 ? run.warmUp + all.slice(0, done).reduce((sum, chunk) => sum + chunk.frames, 0) : 0;
  const total = warmUp + open.reduce((sum, chunk) => sum + chunk.frames, 0);

  let chunk = open.shift();
  let data = chunk === undefined ? undefined : emptyChunk(chunk);
  let processed = 0;
  for await (const frame of options.frames(run.start + run.step * skipped, total, run.step)) {
    const keypoints = await tracker.estimate(frame);
    if (warmUp > 0) {
      warmUp--;
      continue;
    }
    if (chunk === undefined || data === undefined)
      throw new RangeError('invalid frame source: too many frames');
    const place = run.step === 1 ? processed : chunk.frames - 1 - processed;
    if (keypoints !== undefined) putFrame(data, place, keypoints);
    if (tracker.unsteadiness !== undefined) putLook(data, chunk.frames, place, tracker.unsteadiness);
    processed++;
    options.onFrame?.();
    if (processed < chunk.frames) continue;
    putState(data, tracker.state);
    await options.onChunk(chunk, data);
    chunk = open.shift();
    data = chunk === undefined ? undefined : emptyChunk(chunk);
    processed = 0;
  }
  if (chunk !== undefined) throw new RangeError('invalid frame source: too few frames');
}
