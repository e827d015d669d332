import type { Client } from '../../shared/contract/client.ts';
import { FRAME_STRIDE } from '../../shared/pose/track.ts';
import { SAMPLE } from './testHost.testkit.ts';

/** Keypoints of every frame of a session's clip; tells the clip. */
export async function keypointsFor(client: Client, sessionId: string): Promise<string> {
  const [clip] = await client.clips.list({ sessionId });
  const clipId = clip?.id ?? '';
  const run = { model: 'full', modelSha256: 'ab'.repeat(32), backend: 'litert', settings: {} };
  const { runId } = await client.pose.begin({ clipId, ...run });
  const data = Buffer.alloc(SAMPLE.frames * FRAME_STRIDE * Float32Array.BYTES_PER_ELEMENT).toString('base64');
  await client.pose.saveChunk({ runId, index: 0, firstFrame: 0, frames: SAMPLE.frames, data });
  await client.pose.finish({ runId });
  return clipId;
}
