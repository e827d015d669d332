/**
 * How a clip is cut into work that can run side by side and be resumed, with the same result whatever the number of
 * workers and however often it was interrupted. A run is a walk through consecutive frames, forwards or backwards, by one
 * tracker; it is saved in chunks.
 */
export interface PoseRun {
  /** First frame to process, and the direction. */
  readonly start: number;
  readonly step: 1 | -1;
  /** Frames at the start that only bring the tracker in step; their keypoints belong to another run. */
  readonly warmUp: number;
  /** Number of frames whose keypoints are kept, after the warm-up. */
  readonly kept: number;
  /** Index of the run's first chunk; chunks are numbered through all runs. */
  readonly firstChunk: number;
}

export interface PoseChunk {
  readonly index: number;
  /** Lowest frame of the chunk, and number of frames. */
  readonly firstFrame: number;
  readonly frames: number;
}

export const CHUNK_FRAMES = 60;
const WARM_UP_FRAMES = 12;
/** Shorter clips are not worth a second tracker start. */
const MIN_FRAMES_FOR_HALVES = 4 * CHUNK_FRAMES;

/**
 * Without a chosen person: the two halves of the clip, both forwards. With a person chosen in frame `chosenFrame`:
 * forwards from there, and backwards from there.
 */
export function planRuns(frameCount: number, chosenFrame?: number): PoseRun[] {
  if (!(frameCount > 0)) throw new RangeError(`invalid frameCount: ${frameCount}`);
  if (chosenFrame !== undefined && !(chosenFrame >= 0 && chosenFrame < frameCount))
    throw new RangeError(`invalid chosenFrame: ${chosenFrame}`);
  if (chosenFrame !== undefined) {
    const forward = frameCount - chosenFrame;
    const runs: PoseRun[] = [{ start: chosenFrame, step: 1, warmUp: 0, kept: forward, firstChunk: 0 }];
    if (chosenFrame > 0) {
      const firstChunk = Math.ceil(forward / CHUNK_FRAMES);
      // The chosen frame itself is the warm-up: both runs start on the same person.
      runs.push({ start: chosenFrame, step: -1, warmUp: 1, kept: chosenFrame, firstChunk });
    }
    return runs;
  }
  if (frameCount < MIN_FRAMES_FOR_HALVES)
    return [{ start: 0, step: 1, warmUp: 0, kept: frameCount, firstChunk: 0 }];
  const chunks = Math.ceil(frameCount / CHUNK_FRAMES);
  const firstChunk = Math.ceil(chunks / 2);
  const middle = firstChunk * CHUNK_FRAMES;
  return [
    { start: 0, step: 1, warmUp: 0, kept: middle, firstChunk: 0 },
    {
      start: middle - WARM_UP_FRAMES,
      step: 1,
      warmUp: WARM_UP_FRAMES,
      kept: frameCount - middle,
      firstChunk,
    },
  ];
}

/** Chunks of a run in the order they are processed. */
export function chunksOf(run: PoseRun): PoseChunk[] {
  const count = Math.ceil(run.kept / CHUNK_FRAMES);
  return Array.from({ length: count }, (_, i) => {
    const frames = Math.min(CHUNK_FRAMES, run.kept - i * CHUNK_FRAMES);
    const begin = run.start + run.step * (run.warmUp + i * CHUNK_FRAMES);
    return { index: run.firstChunk + i, firstFrame: run.step === 1 ? begin : begin - frames + 1, frames };
  });
}
