/** The classic worker in which a graph model of the coach's own runs. */
import { loadGraphRuntime } from '../../models/runtime/graphRuntime.ts';
import { rgbaOfFrame } from './pictureOfFrame.ts';
import { servePictureTracker } from './pictureWorker.ts';

servePictureTracker(async ({ graphModel }) => {
  if (graphModel === undefined) throw new Error('invalid order: no graph model');
  const { kind, files } = graphModel;
  const runtime = await loadGraphRuntime(kind, async (name) => {
    const url = files[name];
    if (url === undefined) throw new Error(`invalid model: its file ${name} is not listed`);
    const response = await fetch(url);
    if (!response.ok) throw new Error(`invalid response for ${name}: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  });
  return {
    accelerator: runtime.accelerator,
    estimator: {
      estimate: (frame, only) => runtime.estimate(rgbaOfFrame(frame, only)),
      reset: runtime.reset,
    },
  };
});
