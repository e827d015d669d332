import * as THREE from 'three';
import { cameraFrame, type PlacedCamera } from '../camera.ts';
import type { Look } from '../look.ts';
import { mesh, vector } from './parts.ts';

/** Surroundings are drawn unlit: they fill most of the picture and never change. */
const flat = (colour: string) => new THREE.MeshBasicMaterial({ color: new THREE.Color(colour) });

/** Treadmill under the runner; its belt carries marks that move at the belt's speed. */
export function treadmill(): {
  readonly object: THREE.Object3D;
  readonly marks: THREE.Object3D;
  readonly moveBelt: (metres: number) => void;
} {
  const object = new THREE.Group();
  const length = 2.2;
  const belt = mesh(new THREE.BoxGeometry(length, 0.02, 0.6), flat('#3a3c40'));
  belt.position.y = -0.01;
  const deck = mesh(new THREE.BoxGeometry(length + 0.3, 0.14, 0.86), flat('#767b82'));
  deck.position.y = -0.1;
  object.add(belt, deck);
  const lines = new THREE.Group();
  const marks = Array.from({ length: 5 }, () => {
    const mark = new THREE.Mesh(new THREE.PlaneGeometry(0.05, 0.58), flat('#55585e'));
    mark.rotation.x = -Math.PI / 2;
    mark.position.y = 0.001;
    lines.add(mark);
    return mark;
  });
  const moveBelt = (metres: number) => {
    marks.forEach((mark, i) => {
      const at = (((i * length) / marks.length - metres) % length) + length;
      mark.position.x = (at % length) - length / 2;
    });
  };
  return { object, marks: lines, moveBelt };
}

/** Room: floor, back walls with panels whose edges stand upright in the picture. */
export function room(look: Look): THREE.Object3D {
  const object = new THREE.Group();
  const floor = mesh(new THREE.PlaneGeometry(40, 40), flat('#a7a39b'));
  floor.rotation.x = -Math.PI / 2;
  floor.position.y = -0.17;
  object.add(floor);
  const wall = flat(look.wall);
  const seam = flat('#b3b6b4');
  for (const turn of [0, 1, 2, 3]) {
    const side = new THREE.Group();
    const plane = new THREE.Mesh(new THREE.PlaneGeometry(12, 6), wall);
    plane.position.set(0, 2.5, -6);
    side.add(plane);
    for (let i = -5; i <= 5; i++) {
      const line = new THREE.Mesh(new THREE.PlaneGeometry(0.03, 6), seam);
      line.position.set(i * 1.05 + 0.3, 2.5, -5.98);
      side.add(line);
    }
    const skirting = new THREE.Mesh(new THREE.PlaneGeometry(12, 0.14), flat('#8f938f'));
    skirting.position.set(0, -0.1, -5.97);
    side.add(skirting);
    side.rotation.y = (turn * Math.PI) / 2;
    object.add(side);
  }
  return object;
}

/** Handrail and its posts beside the belt, between a side camera and the runner; side +1 is the runner's right. */
export function rail(side: 1 | -1): THREE.Object3D {
  const object = new THREE.Group();
  const metal = flat('#8d9298');
  const bar = mesh(new THREE.BoxGeometry(1.25, 0.05, 0.05), metal);
  bar.position.set(0.35, 0.95, side * 0.46);
  object.add(bar);
  for (const x of [-0.2, 0.95]) {
    const post = mesh(new THREE.BoxGeometry(0.06, 1.1, 0.06), flat('#6c7178'));
    post.position.set(x, 0.4, side * 0.46);
    object.add(post);
  }
  const skirt = mesh(new THREE.BoxGeometry(2.4, 0.1, 0.08), flat('#5b6067'));
  skirt.position.set(0, -0.02, side * 0.46);
  object.add(skirt);
  return object;
}

/** A track outdoors: lane lines, marks across it every metre, posts and a hedge behind. */
export function track(): THREE.Object3D {
  const object = new THREE.Group();
  const onGround = (width: number, depth: number, colour: string, x: number, y: number, z: number) => {
    const made = mesh(new THREE.PlaneGeometry(width, depth), flat(colour));
    made.rotation.x = -Math.PI / 2;
    made.position.set(x, y, z);
    object.add(made);
  };
  const upright = (width: number, height: number, colour: string, x: number, z: number, side: 1 | -1) => {
    const made = mesh(new THREE.PlaneGeometry(width, height), flat(colour));
    made.position.set(x, height / 2, z);
    if (side > 0) made.rotation.y = Math.PI;
    object.add(made);
  };
  onGround(120, 60, '#7d9a68', 0, -0.004, 0);
  onGround(120, 5, '#a85c45', 0, -0.002, 0);
  for (const z of [-1.8, -0.6, 0.6, 1.8]) onGround(120, 0.05, '#e6e0d8', 0, -0.001, z);
  for (let x = -20; x <= 20; x++) onGround(0.04, 1.2, '#8f4c39', x, -0.0005, 0);
  for (const side of [1, -1] as const) {
    upright(120, 8, '#c4d3df', 0, side * 12, side);
    upright(120, 2.1, '#5f7550', 0, side * 11.8, side);
    for (let x = -30; x <= 30; x += 2) upright(0.1, 1.3, '#d8d3c7', x + 0.3, side * 6, side);
  }
  return object;
}

export function threeCamera(params: PlacedCamera): THREE.PerspectiveCamera {
  const camera = new THREE.PerspectiveCamera(params.fovDeg, params.width / params.height, 0.1, 100);
  const frame = cameraFrame(params);
  camera.up.copy(vector(frame.up));
  camera.position.copy(vector(frame.position));
  camera.lookAt(vector(frame.target));
  camera.updateMatrixWorld();
  return camera;
}
