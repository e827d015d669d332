import { Worker } from 'node:worker_threads';
import { MediaError, type MediaErrorCode } from '../media/mediaError.ts';
import { type PoseJob, type PoseReport, STOP } from './poseMessages.ts';

/** Grace for a worker to end its ffmpeg before the thread is ended. */
const STOP_GRACE_MS = 3000;

/**
 * Runs one job in a worker thread.
 * @param onReport called in order for every report but the last
 * @throws MediaError, the signal's reason, or an Error with the worker's stack
 */
export function runPoseJob(
  job: PoseJob,
  onReport: (report: PoseReport) => void | Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  signal?.throwIfAborted();
  const worker = new Worker(new URL('./poseWorker.ts', import.meta.url), { workerData: job });
  const ended = new Promise<void>((resolve, reject) => {
    let pending: Promise<void> = Promise.resolve();
    worker.on('message', (report: PoseReport) => {
      if (report.kind === 'done') pending.then(resolve, reject);
      else if (report.kind === 'failed') reject(signal?.aborted ? signal.reason : errorOf(report));
      else {
        pending = pending.then(() => onReport(report));
        pending.catch(reject);
      }
    });
    worker.on('error', reject);
    // The last reports may arrive together with the exit: they are dealt with first.
    worker.on('exit', (code) => {
      pending.then(() => reject(new Error(`pose worker ended with code ${code}`)), reject);
    });
  });
  const stop = (): void => {
    worker.postMessage(STOP);
    setTimeout(() => void worker.terminate(), STOP_GRACE_MS).unref();
  };
  signal?.addEventListener('abort', stop, { once: true });
  return ended
    .catch((error: unknown) => {
      stop();
      throw signal?.aborted ? signal.reason : error;
    })
    .finally(() => signal?.removeEventListener('abort', stop));
}

function errorOf(report: Extract<PoseReport, { kind: 'failed' }>): Error {
  if (report.media === undefined) return new Error(report.message);
  return new MediaError(report.media.code as MediaErrorCode, report.media.params);
}
