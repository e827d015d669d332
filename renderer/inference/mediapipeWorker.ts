/** The classic worker in which MediaPipe runs. */
import { loadMediapipe } from '../../models/runtime/browserMediapipe.ts';
import { pictureOfFrame } from './pictureOfFrame.ts';
import { servePictureTracker } from './pictureWorker.ts';

servePictureTracker(async ({ runtimeUrl, model }) => {
  const runtime = await loadMediapipe(runtimeUrl, model);
  return {
    accelerator: 'wasm',
    estimator: {
      async estimate(frame, only) {
        const picture = await pictureOfFrame(frame, only);
        return runtime.estimate(picture).finally(() => picture.close());
      },
      reset: runtime.reset,
    },
  };
});
