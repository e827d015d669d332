import { parentPort, workerData } from 'node:worker_threads';
import { type ClipsRequest, renderClips } from '../../e2e/phantom/renderClip.ts';

// Draws beside the inference of the clip before it.
parentPort?.postMessage(await renderClips(workerData as ClipsRequest));
