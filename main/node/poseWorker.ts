/** A worker thread that runs the pose networks: one run of a clip, or the persons of some frames. */
import { parentPort, workerData } from 'node:worker_threads';
import { loadNodeRuntime } from '../../models/runtime/nodeRuntime.ts';
import { lookClosely } from '../../shared/pose/blazepose/lookClosely.ts';
import type { PoseNetworks } from '../../shared/pose/blazepose/networks.ts';
import { findPersons } from '../../shared/pose/blazepose/persons.ts';
import { runChunks } from '../../shared/pose/blazepose/runChunks.ts';
import { readFrames } from '../media/frames.ts';
import { MediaError } from '../media/mediaError.ts';
import { frameSource } from './poseFrames.ts';
import type { LookJob, PersonsJob, PoseJob, PoseReport, PoseRunJob } from './poseMessages.ts';

const stop = new AbortController();

function report(message: PoseReport, transfer: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transfer);
}

async function track(job: PoseRunJob, networks: PoseNetworks): Promise<void> {
  await runChunks({
    networks,
    frames: frameSource(job.file, job.clip, stop.signal),
    run: job.run,
    chosen: job.chosen,
    resumeFrom: job.resumeFrom,
    initial: job.initial,
    onChunk: (chunk, data) => report({ kind: 'chunk', chunk, data }),
    onFrame: () => report({ kind: 'frame' }),
  });
}

async function lookForPersons(job: PersonsJob, networks: PoseNetworks): Promise<void> {
  for (const start of job.frames) {
    for await (const frame of readFrames(job.file, job.clip, { start, count: 1, signal: stop.signal }))
      report({ kind: 'persons', persons: await findPersons(networks, frame) });
  }
}

async function look(job: LookJob, networks: PoseNetworks): Promise<void> {
  const source = frameSource(job.file, job.clip, stop.signal);
  const data = await lookClosely(networks, source, job.task, () => report({ kind: 'frame' }));
  report({ kind: 'look', data });
}

async function main(job: PoseJob): Promise<void> {
  const networks = await loadNodeRuntime(job.weightsFolder, job.model);
  try {
    if (job.kind === 'run') await track(job, networks);
    else if (job.kind === 'look') await look(job, networks);
    else await lookForPersons(job, networks);
    report({ kind: 'done' });
  } finally {
    networks.dispose();
  }
}

parentPort?.once('message', () => stop.abort());
main(workerData as PoseJob)
  .catch((error: unknown) => {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const media = error instanceof MediaError ? { media: { code: error.code, params: error.params } } : {};
    report({ kind: 'failed', message, ...media });
  })
  .finally(() => parentPort?.close());
