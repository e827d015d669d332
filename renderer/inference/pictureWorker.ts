/** What the workers of pose-detection's trackers have in common: the same orders and reports as those of the pose worker. */
import { trackChunks } from '../../shared/pose/blazepose/runChunks.ts';
import { openFrames } from './frameSource.ts';
import type { LoadOptions, Order, Report, UsedAccelerator } from './messages.ts';
import { type PictureEstimator, PictureTracker } from './pictureTracker.ts';

export interface LoadedEstimator {
  readonly estimator: PictureEstimator;
  readonly accelerator: UsedAccelerator;
}

/** Answers the orders sent to this worker with a tracker that is loaded once. */
export function servePictureTracker(load: (options: LoadOptions) => Promise<LoadedEstimator>): void {
  let estimator: PictureEstimator | undefined;
  let stop = new AbortController();
  const report = (message: Report): void => self.postMessage(message);

  async function obey(order: Order): Promise<void> {
    if (order.kind === 'stop') {
      stop.abort();
      return;
    }
    if (order.kind === 'load') {
      const loaded = await load(order.options);
      estimator = loaded.estimator;
      report({ kind: 'loaded', accelerator: loaded.accelerator, threads: 1 });
      return;
    }
    if (estimator === undefined) throw new Error('invalid order: not loaded');
    if (order.kind !== 'run') throw new Error('invalid order: this tracker follows one person, and no more');
    stop = new AbortController();
    await trackChunks({
      tracker: new PictureTracker(estimator, order.chosen),
      frames: await openFrames(order.clip, stop.signal),
      ...order.task,
      onChunk: (chunk, data) => report({ kind: 'chunk', chunk, data }),
      onFrame: () => report({ kind: 'frame' }),
    });
    report({ kind: 'done' });
  }

  self.addEventListener('message', ({ data }: MessageEvent<Order>) => {
    obey(data).catch((error: unknown) => {
      report({
        kind: 'failed',
        message: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
    });
  });
}
