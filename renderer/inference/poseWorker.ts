/** The classic worker in which the networks run. It answers one order at a time; `stop` ends the current run. */
import { loadBrowserRuntime } from '../../models/runtime/browserRuntime.ts';
import type { PoseRuntime } from '../../models/runtime/liteRt.ts';
import { lookClosely } from '../../shared/pose/blazepose/lookClosely.ts';
import { findPersons } from '../../shared/pose/blazepose/persons.ts';
import { runChunks } from '../../shared/pose/blazepose/runChunks.ts';
import { openFrames } from './frameSource.ts';
import type { Order, Report } from './messages.ts';

let runtime: PoseRuntime | undefined;
let stop = new AbortController();

const report = (message: Report): void => self.postMessage(message);

async function obey(order: Order): Promise<void> {
  if (order.kind === 'stop') {
    stop.abort();
    return;
  }
  if (order.kind === 'load') {
    runtime = await loadBrowserRuntime(order.options);
    report({ kind: 'loaded', accelerator: runtime.accelerator, threads: runtime.threads });
    return;
  }
  if (runtime === undefined) throw new Error('invalid order: not loaded');
  stop = new AbortController();
  if (order.kind === 'persons') {
    const frames = await openFrames(order.clip, stop.signal);
    for (const start of order.frames) {
      for await (const frame of frames(start, 1, 1))
        report({ kind: 'persons', persons: await findPersons(runtime, frame) });
    }
    report({ kind: 'done' });
    return;
  }
  if (order.kind === 'look') {
    const frames = await openFrames(order.clip, stop.signal);
    const data = await lookClosely(runtime, frames, order.task, () => report({ kind: 'frame' }));
    report({ kind: 'look', data });
    report({ kind: 'done' });
    return;
  }
  await runChunks({
    networks: runtime,
    frames: await openFrames(order.clip, stop.signal),
    ...order.task,
    chosen: order.chosen,
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
