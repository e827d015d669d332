import { availableParallelism } from 'node:os';
import type { LandmarkModel } from '../../models/manifest.ts';
import { WEIGHTS_FOLDER } from '../../models/prepareWeights.ts';
import { inParallel } from '../../shared/pose/blazepose/inParallel.ts';
import { closeLookParts, joinRows } from '../../shared/pose/blazepose/lookClosely.ts';
import type { CloseLook, PoseTrack } from '../../shared/pose/track.ts';
import type { PoseClip } from './poseDetector.ts';
import { runPoseJob } from './posePool.ts';

export interface CloseLookOptions {
  readonly model: LandmarkModel;
  readonly signal?: AbortSignal | undefined;
  /** Frames done of all, and frames per second so far. */
  readonly onProgress?: ((done: number, total: number, fps: number) => void) | undefined;
}

/**
 * The wanted frames (increasing) of a clip as a larger network sees them, with the person where `track` has them.
 * @throws MediaError, the signal's reason
 */
export async function closeLook(
  clip: PoseClip,
  track: PoseTrack,
  frames: readonly number[],
  { model, signal, onProgress }: CloseLookOptions,
): Promise<CloseLook> {
  const job = { file: clip.file, clip: clip.probe, weightsFolder: WEIGHTS_FOLDER, model };
  const begin = performance.now();
  let done = 0;
  const parts = await inParallel(closeLookParts(track, frames), availableParallelism(), async (task) => {
    let seen: Float32Array = new Float32Array();
    await runPoseJob(
      { kind: 'look', ...job, task },
      (report) => {
        if (report.kind === 'look') seen = report.data;
        if (report.kind !== 'frame') return;
        done++;
        onProgress?.(done, frames.length, (1000 * done) / (performance.now() - begin));
      },
      signal,
    );
    return seen;
  });
  return { frames: Int32Array.from(frames), data: joinRows(parts) };
}
