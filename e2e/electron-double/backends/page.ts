/** The page of the comparison: both detectors of the app on the same frames of the same clip. */
import { clipSourceFrom } from '../../../renderer/analysis/clipSource.ts';
import { createPoseDetector } from '../../../renderer/inference/backends.ts';
import type { PoseDetector } from '../../../renderer/inference/poseDetector.ts';
import { createClient, runJob } from '../../../shared/contract/client.ts';
import type { Clip } from '../../../shared/contract/clipSchemas.ts';
import type { DesktopBridge } from '../../../shared/contract/desktopBridge.ts';

export interface Detected {
  /** Frames x 33 x (x px, y px, visibility). */
  readonly keypoints: number[];
  readonly fps: number | undefined;
  readonly threads: number;
  readonly modelSha256: string;
}

declare global {
  interface Window {
    readonly midstance: DesktopBridge;
    importChosen(): Promise<Clip>;
    detect(
      backend: 'litert' | 'tfjs',
      clip: Clip,
      person?: { x: number; y: number; time: number },
    ): Promise<Detected>;
    /** With the graph model of that name in the library's models folder. */
    detectWithModel(id: string, clip: Clip): Promise<Detected>;
  }
}

window.importChosen = async () => {
  const client = createClient(window.midstance);
  const athlete = await client.athletes.create({ name: 'Ann' });
  const session = await client.sessions.create({ athleteId: athlete.id, date: '2026-01-02' });
  const [chosen] = await client.files.choose({});
  return runJob(window.midstance, 'clips.import', {
    token: chosen?.token ?? '',
    sessionId: session.id,
    role: 'side_left',
    mode: 'copy',
  });
};

window.detect = (backend, clip, person) => detectWith(createPoseDetector(backend), clip, person);

window.detectWithModel = async (id, clip) => {
  const { models } = await createClient(window.midstance).models.list({});
  const model = models.find((each) => each.id === id);
  if (model === undefined) throw new Error(`invalid model: ${id}`);
  return detectWith(createPoseDetector('litert', model), clip);
};

async function detectWith(
  detector: PoseDetector,
  clip: Clip,
  person?: { x: number; y: number; time: number },
): Promise<Detected> {
  try {
    await detector.load({
      weightsUrl: new URL('/weights/', location.href).href,
      runtimeUrl: new URL('/runtime/litert/', location.href).href,
      model: 'full',
      threads: 2,
      accelerator: 'wasm',
    });
    const source = await clipSourceFrom(clip, new AbortController().signal);
    const { track, info } = await detector.estimate(source, { person });
    const { fps, threads, modelSha256 } = info;
    return { keypoints: [...track.data], fps, threads, modelSha256 };
  } finally {
    detector.dispose();
  }
}
