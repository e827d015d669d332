import { createHash } from 'node:crypto';
import { CLOSE_MODEL, manifest } from '../../models/manifest.ts';
import type { AnalysisSession, ClipInput } from '../../shared/domain/analysis.ts';
import { closeLookFrames } from '../../shared/gait/closeLookFrames.ts';
import { PIPELINE_VERSION } from '../../shared/pose/poseKey.ts';
import { FRAME_STRIDE } from '../../shared/pose/track.ts';
import { videoOf } from '../export/missingVideos.ts';
import type { ExportClip } from '../host/services.ts';
import { poseCache } from './analyzePoseCache.ts';
import type { ProgressView } from './analyzeProgress.ts';
import { closeLook } from './closeLook.ts';

/**
 * The clip with its close look: from the cache where the same frames were looked at before.
 * @throws MediaError, the signal's reason
 */
export async function withCloseLook(
  input: ClipInput,
  video: ExportClip,
  session: AnalysisSession,
  progress: ProgressView,
  signal: AbortSignal,
): Promise<ClipInput> {
  const frames = closeLookFrames(input, session);
  if (frames.length === 0) return input;
  const cache = await poseCache({
    sha256: input.sha256,
    modelSha256: manifest.models[CLOSE_MODEL].sha256,
    pipeline_version: PIPELINE_VERSION,
    // The keypoints that are followed, of whoever was chosen.
    track: createHash('sha256').update(new Uint8Array(input.pose.data.buffer)).digest('hex'),
    frames: frames.join(' '),
  });
  const known = await cache.load(0);
  const isKnown = known?.length === frames.length * FRAME_STRIDE;
  const data = isKnown ? known : await look();
  return { ...input, pose: { ...input.pose, close: { frames: Int32Array.from(frames), data } } };

  async function look(): Promise<Float32Array> {
    progress.stage(`Looking closely at the feet in ${input.file}`);
    const clip = { file: videoOf(video), probe: video.probe };
    const { data } = await closeLook(clip, input.pose, frames, {
      model: CLOSE_MODEL,
      signal,
      onProgress: progress.frames,
    });
    progress.end();
    await cache.save(0, data);
    return data;
  }
}
