import { writeFile } from 'node:fs/promises';
import type { Side } from '../../shared/pose/keypoints.ts';
import { type Bystander, bystanderScene } from './bystander.ts';
import { type CameraParams, cameraAt } from './camera.ts';
import type { FrameRequest, SceneRequest } from './draw/painter.ts';
import { newPainter } from './draw/painter.ts';
import { startEncoder } from './encode.ts';
import { type Look, lookFromSeed } from './look.ts';
import { proceduralMotion } from './motion.ts';
import { type RunnerRequest, runnerParams } from './params.ts';
import type { MotionSource } from './pose.ts';
import { type UnevenClock, unevenExpression, unevenTime } from './timing.ts';
import { clipTruth, type Truth } from './truth.ts';

/** Everything that decides the pictures. */
export interface PictureRequest {
  readonly runner: RunnerRequest;
  readonly camera: CameraParams;
  readonly durationS: number;
  readonly look?: Look;
  /** How long each frame is exposed, seconds; an instant when left out. The truth is of the middle. */
  readonly shutterS?: number;
  readonly surface?: NonNullable<SceneRequest['surface']>;
  readonly rail?: NonNullable<SceneRequest['rail']>;
  readonly light?: NonNullable<SceneRequest['light']>;
  readonly noise?: number;
  readonly others?: readonly Bystander[];
  /** Drives the figure instead of the procedural motion. */
  readonly motion?: MotionSource;
}

export interface ClipOutput {
  /** Path without extension; `.mp4` and `.truth.json` are written. */
  readonly out: string;
  /** Frames per true second; each must divide the highest. */
  readonly fps: number;
  readonly crf?: number;
}

export interface ClipsRequest extends PictureRequest {
  readonly outputs: readonly ClipOutput[];
  /** Writes the truth without the joints in metres. */
  readonly compact?: boolean;
  /** Frames at uneven times; one output only. */
  readonly clock?: UnevenClock;
  /** The file plays this many times slower than life. */
  readonly slowFactor?: number;
}

export interface ClipRequest extends Omit<ClipsRequest, 'outputs'>, ClipOutput {}

/** Sub-frames of a blurred picture: about one for every three pixels a fast foot crosses. */
const blurSteps = (shutterS: number): number => Math.min(24, Math.max(5, Math.round(1600 * shutterS)));
const farSide = ({ view, facing }: CameraParams): Side | null =>
  view === 'side' ? (facing === 'left' ? 'R' : 'L') : null;

/** What is in the picture at an instant of the motion. */
export function pictureSource(request: PictureRequest, motion: MotionSource) {
  const { camera, shutterS = 0, others = [] } = request;
  const seed = runnerParams(request.runner).seed;
  const { noise, light, rail, surface } = request;
  const extras = others.map((other) => bystanderScene(other, farSide(camera)));
  const painter = newPainter({
    body: motion.body,
    look: request.look ?? lookFromSeed(seed),
    camera,
    dimSide: farSide(camera),
    ...(surface ? { surface } : {}),
    ...(rail ? { rail } : {}),
    ...(light ? { light } : {}),
    ...(noise ? { noise } : {}),
    others: extras,
  });
  const frameAt = (t: number): FrameRequest => ({
    pose: motion.poseAt(t),
    beltM: motion.speedMps * t,
    ...(extras.length > 0 ? { others: extras.map(({ at }) => at(t)) } : {}),
    ...(camera.track ? { camera: cameraAt(camera, t, motion.speedMps) } : {}),
  });
  const steps = shutterS > 0 ? blurSteps(shutterS) : 1;
  return {
    pictureAt: (t: number): Buffer =>
      painter.paint(
        Array.from({ length: steps }, (_, i) => frameAt(t + shutterS * ((i + 0.5) / steps - 0.5))),
        // By the instant, so that a picture is the same at whatever rate it was drawn for.
        seed * 7919 + Math.round(t * 1e6),
      ),
  };
}

/** Draws a clip once and writes it at every rate asked for, each with its truth; the truths in the order asked. */
export async function renderClips(request: ClipsRequest): Promise<Truth[]> {
  const { outputs, camera, durationS, clock, slowFactor = 1 } = request;
  const fps = Math.max(...outputs.map((output) => output.fps));
  for (const output of outputs)
    if (!Number.isInteger(fps / output.fps)) throw new Error(`invalid fps: ${output.fps} beside ${fps}`);
  if (clock && outputs.length !== 1)
    throw new Error(`invalid outputs: ${outputs.length} with an uneven clock`);
  const params = runnerParams(request.runner);
  const motion = request.motion ?? proceduralMotion(params, durationS);
  const timeOf = (k: number) => (clock ? unevenTime(clock, fps, k) : k / fps);
  let frameCount = Math.round(durationS * fps);
  while (clock && timeOf(frameCount - 1) >= durationS) frameCount--;
  const source = pictureSource(request, motion);
  const encoder = startEncoder({
    ...{ width: camera.width, height: camera.height, fps: fps / slowFactor },
    outputs: outputs.map(({ out, fps: rate, crf = 23 }) => ({ file: `${out}.mp4`, every: fps / rate, crf })),
    ...(clock ? { timeOfN: unevenExpression(clock, fps) } : {}),
  });
  for (let k = 0; k < frameCount; k++) await encoder.write(source.pictureAt(timeOf(k)));
  await encoder.finish();
  return Promise.all(
    outputs.map(async ({ out, fps: rate }) => {
      const count = Math.ceil(frameCount / (fps / rate));
      const truth = clipTruth({
        ...{ motion, runner: { ...params }, camera, fps: rate, frameCount: count },
        ...(clock ? { times: Array.from({ length: count }, (_, k) => timeOf(k)) } : {}),
        ...(slowFactor === 1 ? {} : { slowFactor }),
      });
      const { joints_m, ...small } = truth;
      const written = request.compact ? small : { ...small, joints_m };
      await writeFile(`${out}.truth.json`, JSON.stringify(written));
      return truth;
    }),
  );
}

/** Renders one clip with its truth; returns the truth. */
export async function renderClip({ out, fps, crf, ...request }: ClipRequest): Promise<Truth> {
  const [truth] = await renderClips({
    ...request,
    outputs: [{ out, fps, ...(crf === undefined ? {} : { crf }) }],
  });
  if (!truth) throw new Error(`invalid fps: ${fps}`);
  return truth;
}
