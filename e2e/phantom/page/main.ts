import * as THREE from 'three';
import type { Side } from '../../../shared/pose/keypoints.ts';
import type { Body } from '../body.ts';
import type { CameraParams } from '../camera.ts';
import type { Look } from '../look.ts';
import type { Pose } from '../pose.ts';
import type { Vec } from '../vec.ts';
import { runnerFigure } from './figure.ts';
import { lights, room, threeCamera, treadmill } from './scene.ts';

export interface SceneRequest {
  readonly body: Body;
  readonly look: Look;
  readonly camera: CameraParams;
  readonly dimSide: Side | null;
  /** Leaves out smooth edges for half the time. */
  readonly quick: boolean;
}
export interface FrameRequest {
  readonly pose: Pose;
  readonly beltM: number;
  /** Draws a magenta dot at this point, over everything: where a joint is claimed to be. */
  readonly marker?: Vec;
}

declare global {
  interface Window {
    /** Builds the scene once. */
    phantomSetUp: (request: SceneRequest) => void;
    /** Draws frames and posts them to `url` as JPEG pictures one after another. */
    phantomFrames: (frames: readonly FrameRequest[], url: string) => Promise<void>;
  }
}

let draw: ((frame: FrameRequest) => Promise<Blob>) | undefined;

window.phantomSetUp = ({ body, look, camera, dimSide, quick }) => {
  const canvas = new OffscreenCanvas(camera.width, camera.height);
  const renderer = new THREE.WebGLRenderer({ canvas, antialias: !quick, preserveDrawingBuffer: true });
  renderer.setSize(camera.width, camera.height, false);
  const scene = new THREE.Scene();
  const figure = runnerFigure(body, look, dimSide);
  const mill = treadmill();
  const dot = new THREE.Mesh(
    new THREE.SphereGeometry(0.015, 16, 12),
    new THREE.MeshBasicMaterial({ color: '#ff00ff', depthTest: false }),
  );
  dot.renderOrder = 1;
  scene.add(room(look), lights(), figure.object, mill.object, dot);
  const eye = threeCamera(camera);
  draw = async (frame) => {
    figure.pose(frame.pose);
    mill.moveBelt(frame.beltM);
    dot.visible = frame.marker !== undefined;
    if (frame.marker) dot.position.set(...frame.marker);
    renderer.render(scene, eye);
    // Reading raw pixels out of the browser costs several times what a picture of this quality does.
    return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.97 });
  };
};

window.phantomFrames = async (frames, url) => {
  if (!draw) throw new Error('the scene is not set up');
  const pictures: Blob[] = [];
  for (const frame of frames) pictures.push(await draw(frame));
  const answer = await fetch(url, { method: 'POST', body: new Blob(pictures) });
  if (!answer.ok) throw new Error(`frames refused: ${answer.status}`);
};
