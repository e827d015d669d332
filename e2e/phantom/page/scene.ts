import * as THREE from 'three';
import { type CameraParams, cameraFrame } from '../camera.ts';
import type { Look } from '../look.ts';
import { mesh, vector } from './parts.ts';

/** Surroundings are drawn unlit: they fill most of the picture and never change. */
const flat = (colour: string) => new THREE.MeshBasicMaterial({ color: new THREE.Color(colour) });

/** Treadmill under the runner; its belt carries marks that move at the belt's speed. */
export function treadmill(): {
  readonly object: THREE.Object3D;
  readonly moveBelt: (metres: number) => void;
} {
  const object = new THREE.Group();
  const length = 2.2;
  const belt = mesh(new THREE.BoxGeometry(length, 0.02, 0.6), flat('#3a3c40'));
  belt.position.y = -0.01;
  const deck = mesh(new THREE.BoxGeometry(length + 0.3, 0.14, 0.86), flat('#767b82'));
  deck.position.y = -0.1;
  object.add(belt, deck);
  const marks = Array.from({ length: 5 }, () => {
    const mark = new THREE.Mesh(new THREE.PlaneGeometry(0.05, 0.58), flat('#55585e'));
    mark.rotation.x = -Math.PI / 2;
    mark.position.y = 0.001;
    object.add(mark);
    return mark;
  });
  const moveBelt = (metres: number) => {
    marks.forEach((mark, i) => {
      const at = (((i * length) / marks.length - metres) % length) + length;
      mark.position.x = (at % length) - length / 2;
    });
  };
  return { object, moveBelt };
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

export function lights(): THREE.Object3D {
  const object = new THREE.Group();
  object.add(new THREE.HemisphereLight('#ffffff', '#8f8a82', 1.9));
  for (const [x, y, z, power] of [
    [3, 5, 3.5, 1.1],
    [-2.5, 4.5, -3.5, 1.1],
  ] as const) {
    const lamp = new THREE.DirectionalLight('#ffffff', power);
    lamp.position.set(x, y, z);
    object.add(lamp);
  }
  return object;
}

export function threeCamera(params: CameraParams): THREE.PerspectiveCamera {
  const camera = new THREE.PerspectiveCamera(params.fovDeg, params.width / params.height, 0.1, 40);
  const frame = cameraFrame(params);
  camera.up.copy(vector(frame.up));
  camera.position.copy(vector(frame.position));
  camera.lookAt(vector(frame.target));
  return camera;
}
