import { parentPort, workerData } from 'node:worker_threads';
import { type ClipsRequest, renderClips } from '../../e2e/phantom/renderClip.ts';
import type { Recording } from './accuracyClip.ts';
import { recordedMotion } from './plateClips.ts';

// Draws beside the inference of the clip before it.
const { request, recording } = workerData as { request: ClipsRequest; recording: Recording | undefined };
parentPort?.postMessage(
  await renderClips({ ...request, ...(recording ? { motion: recordedMotion(recording) } : {}) }),
);
