import { CLOSE_MODEL, manifest } from '../../models/manifest.ts';
import type { Client } from '../../shared/contract/client.ts';
import type { Clip } from '../../shared/contract/clipSchemas.ts';
import { joinRows } from '../../shared/pose/blazepose/lookClosely.ts';
import type { PoseDetector } from '../inference/poseDetector.ts';
import { base64FromFloat32, float32FromBase64 } from './base64.ts';
import { clipSourceFrom } from './clipSource.ts';
import type { TaskReports } from './queue.ts';

/**
 * Has a larger network look at the frames that the host names, into the library; nothing where none are wanted or all are there.
 * @throws CodedError
 */
export async function lookAtClip(
  clip: Clip,
  client: Client,
  detector: () => Promise<PoseDetector>,
  reports: TaskReports,
): Promise<void> {
  const modelSha256 = manifest.models[CLOSE_MODEL].sha256;
  const { runId, parts } = await client.pose.lookTask({ clipId: clip.id, modelSha256 });
  const frames = parts.flatMap((part) => part.frames);
  if (frames.length === 0) return;
  const { signal } = reports;
  const tell = (done: number) =>
    reports.setClip(clip.id, { stage: 'closer', look: { done, total: frames.length } });
  tell(0);
  const source = await clipSourceFrom(clip, signal);
  const loaded = await detector();
  let done = 0;
  const seen: Float32Array[] = [];
  for (const part of parts) {
    const task = { frames: part.frames, rows: float32FromBase64(part.rows) };
    seen.push(await loaded.lookClosely(source, task, signal, () => tell(++done)));
  }
  await client.pose.saveLook({
    ...{ runId, model: CLOSE_MODEL, modelSha256, frames },
    data: base64FromFloat32(joinRows(seen)),
  });
  reports.setClip(clip.id, { stage: 'done' });
}
