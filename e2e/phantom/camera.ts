import { add, cross, dot, RAD, scale, sub, unit, type Vec } from './vec.ts';

export type View = 'side' | 'rear' | 'front';

/** A pinhole camera, y of the picture downwards. Angles in degrees, lengths in metres. */
export interface CameraParams {
  readonly view: View;
  /** Which way a side-view runner faces in the picture. */
  readonly facing: 'left' | 'right';
  readonly distanceM: number;
  readonly heightM: number;
  /** Height of the point in the middle of the picture. */
  readonly aimHeightM: number;
  /** Turns the camera around the runner, away from the pure view. */
  readonly yawDeg: number;
  /** Turns the picture; + makes the scene lean anticlockwise. */
  readonly rollDeg: number;
  /** Vertical field of view. */
  readonly fovDeg: number;
  readonly width: number;
  readonly height: number;
  /** The camera stands beside a track and the runner comes past; left out on a treadmill. */
  readonly track?: TrackCamera;
}

/** A camera beside a track, in the frame that travels with the runner. */
export interface TrackCamera {
  /** Where the runner is at time 0 along the track, the camera standing at 0, metres. */
  readonly startM: number;
  /** Turns with the runner, or keeps looking at 0. */
  readonly follows: boolean;
  /** How far the hand that turns it is off, metres along the track. */
  readonly aimErrorM: number;
}

/** A camera at one instant: how far it and everything that stands on the ground is behind the runner, and its aim. */
export interface PlacedCamera extends CameraParams {
  readonly shiftXM?: number;
  readonly aimXM?: number;
}

/** The camera as it stands at one instant for a runner of the given speed. */
export function cameraAt(camera: CameraParams, timeS: number, speedMps: number): PlacedCamera {
  if (!camera.track) return camera;
  const { startM, follows, aimErrorM } = camera.track;
  const shiftXM = -(startM + speedMps * timeS);
  // A hand lags, catches up and overshoots: two slow waves.
  const wander = 0.7 * Math.sin(2 * Math.PI * 0.45 * timeS + 0.6) + 0.3 * Math.sin(2 * Math.PI * 1.3 * timeS);
  return { ...camera, shiftXM, aimXM: follows ? aimErrorM * wander : shiftXM };
}

export interface CameraFrame {
  readonly position: Vec;
  readonly target: Vec;
  readonly up: Vec;
}

export function defaultCamera(view: View, runnerHeightM: number): CameraParams {
  const side = view === 'side';
  return {
    view,
    facing: 'left',
    distanceM: 5,
    heightM: 0.55 * runnerHeightM,
    aimHeightM: 0.53 * runnerHeightM,
    yawDeg: 0,
    rollDeg: 0,
    // The runner fills about 85 % of the picture's height.
    fovDeg: 2 * Math.atan((runnerHeightM * 0.585) / 5) * (180 / Math.PI),
    width: side ? 960 : 720,
    height: 720,
  };
}

/** Where the camera stands. Side view facing left is seen from the runner's left, facing right from the right. */
export function cameraFrame(camera: PlacedCamera): CameraFrame {
  const base = { side: camera.facing === 'left' ? -90 : 90, rear: 180, front: 0 }[camera.view];
  const angle = (base + camera.yawDeg) * RAD;
  const target: Vec = [camera.aimXM ?? 0, camera.aimHeightM, 0];
  const position: Vec = [
    (camera.shiftXM ?? 0) + camera.distanceM * Math.cos(angle),
    camera.heightM,
    camera.distanceM * Math.sin(angle),
  ];
  const forward = unit(sub(target, position));
  const right = unit(cross(forward, [0, 1, 0]));
  const upright = cross(right, forward);
  const roll = camera.rollDeg * RAD;
  return { position, target, up: add(scale(upright, Math.cos(roll)), scale(right, Math.sin(roll))) };
}

/** Pixel of a world point. Throws for a point behind the camera. */
export function project(camera: PlacedCamera, point: Vec): readonly [x: number, y: number] {
  const { position, target, up } = cameraFrame(camera);
  const forward = unit(sub(target, position));
  const right = unit(cross(forward, up));
  const trueUp = cross(right, forward);
  const offset = sub(point, position);
  const depth = dot(offset, forward);
  if (!(depth > 0.05)) throw new Error(`invalid point behind the camera: ${point.join(', ')}`);
  const focal = camera.height / 2 / Math.tan((camera.fovDeg / 2) * RAD);
  return [
    camera.width / 2 + (focal * dot(offset, right)) / depth,
    camera.height / 2 - (focal * dot(offset, trueUp)) / depth,
  ];
}
