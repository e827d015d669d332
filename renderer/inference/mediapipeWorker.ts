/** The classic worker in which MediaPipe runs: the same orders and reports as those of the pose worker. */
import { loadMediapipe, type MediapipeRuntime } from '../../models/runtime/browserMediapipe.ts';
import { trackChunks } from '../../shared/pose/blazepose/runChunks.ts';
import { openFrames } from './frameSource.ts';
import { MediapipeTracker } from './mediapipeTracker.ts';
import type { Order, Report } from './messages.ts';

let runtime: MediapipeRuntime | undefined;
let stop = new AbortController();

const report = (message: Report): void => self.postMessage(message);

async function obey(order: Order): Promise<void> {
  if (order.kind === 'stop') {
    stop.abort();
    return;
  }
  if (order.kind === 'load') {
    runtime = await loadMediapipe(order.options.runtimeUrl, order.options.model);
    report({ kind: 'loaded', accelerator: 'wasm', threads: 1 });
    return;
  }
  if (runtime === undefined) throw new Error('invalid order: not loaded');
  if (order.kind === 'persons') throw new Error('invalid order: MediaPipe sees one person at most');
  stop = new AbortController();
  await trackChunks({
    tracker: new MediapipeTracker(runtime, order.chosen),
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
