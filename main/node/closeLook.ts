import { availableParallelism } from 'node:os';
import type { LandmarkModel } from '../../models/manifest.ts';
import { WEIGHTS_FOLDER } from '../../models/prepareWeights.ts';
import { closeLookParts } from '../../shared/pose/blazepose/lookClosely.ts';
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
  const parts = closeLookParts(track, frames);
  const data = new Float32Array(parts.reduce((sum, { rows }) => sum + rows.length, 0)).fill(Number.NaN);
  const job = { file: clip.file, clip: clip.probe, weightsFolder: WEIGHTS_FOLDER, model };
  const begin = performance.now();
  let done = 0;
  const look = async (task: (typeof parts)[number], at: number): Promise<void> => {
    await runPoseJob(
      { kind: 'look', ...job, task },
      (report) => {
        if (report.kind === 'look') data.set(report.data, at);
        if (report.kind !== 'frame') return;
        done++;
        onProgress?.(done, frames.length, (1000 * done) / (performance.now() - begin));
      },
      signal,
    );
  };
  const [first, second] = parts;
  if (first && second && availableParallelism() > 1)
    await Promise.all([look(first, 0), look(second, first.rows.length)]);
  else for (const [i, part] of parts.entries()) await look(part, i === 0 ? 0 : (first?.rows.length ?? 0));
  return { frames: Int32Array.from(frames), data };
}
