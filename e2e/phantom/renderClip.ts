import { writeFile } from 'node:fs/promises';
import type { Side } from '../../shared/pose/keypoints.ts';
import type { CameraParams } from './camera.ts';
import { startEncoder } from './encode.ts';
import { type Look, lookFromSeed } from './look.ts';
import { proceduralMotion } from './motion.ts';
import { type RunnerRequest, runnerParams } from './params.ts';
import type { MotionSource } from './pose.ts';
import type { Stage } from './stage.ts';
import { clipTruth, type Truth } from './truth.ts';

export interface ClipRequest {
  /** Path without extension; `.mp4` and `.truth.json` are written. */
  readonly out: string;
  readonly runner: RunnerRequest;
  readonly camera: CameraParams;
  readonly fps: number;
  readonly durationS: number;
  readonly crf?: number;
  readonly look?: Look;
  readonly quick?: boolean;
  /** Writes the truth without the joints in metres. */
  readonly compact?: boolean;
  /** Drives the figure instead of the procedural motion. */
  readonly motion?: MotionSource;
}

const BATCH = 6;
const farSide = ({ view, facing }: CameraParams): Side | null =>
  view === 'side' ? (facing === 'left' ? 'R' : 'L') : null;

/** Renders one clip with its truth; returns the truth. */
export async function renderClip(stage: Stage, request: ClipRequest): Promise<Truth> {
  const { out, camera, fps, durationS } = request;
  const params = runnerParams(request.runner);
  const motion = request.motion ?? proceduralMotion(params, durationS);
  const frameCount = Math.round(durationS * fps);
  const look = request.look ?? lookFromSeed(params.seed);
  await stage.setUp({
    body: motion.body,
    look,
    camera,
    dimSide: farSide(camera),
    quick: request.quick ?? false,
  });
  const encoder = startEncoder({ file: `${out}.mp4`, fps, crf: request.crf ?? 23 });
  for (let first = 0; first < frameCount; first += BATCH) {
    const indices = Array.from({ length: Math.min(BATCH, frameCount - first) }, (_, i) => first + i);
    const frames = indices.map((k) => ({ pose: motion.poseAt(k / fps), beltM: motion.speedMps * (k / fps) }));
    await encoder.write(await stage.draw(frames));
  }
  await encoder.finish();
  const truth = clipTruth({ motion, runner: { ...params }, camera, fps, frameCount });
  const { joints_m, ...small } = truth;
  await writeFile(`${out}.truth.json`, JSON.stringify(request.compact ? small : { ...small, joints_m }));
  return truth;
}
