import * as THREE from 'three';
import type { Vec } from '../vec.ts';

export const vector = (v: Vec) => new THREE.Vector3(v[0], v[1], v[2]);

/** Matt colour; `shade` below 1 darkens it. */
export const material = (colour: string, shade = 1): THREE.MeshLambertMaterial =>
  new THREE.MeshLambertMaterial({ color: new THREE.Color(colour).multiplyScalar(shade) });

export function mesh(geometry: THREE.BufferGeometry, colour: THREE.Material): THREE.Mesh {
  return new THREE.Mesh(geometry, colour);
}

/** Radii along a limb from its start (y = 0) to its end (y = length); both ends are rounded. */
export function limb(length: number, radii: readonly number[], colour: THREE.Material): THREE.Mesh {
  const first = radii[0] ?? 0;
  const last = radii[radii.length - 1] ?? 0;
  const profile: THREE.Vector2[] = [];
  for (let i = 0; i <= 3; i++) {
    const a = (i / 3) * (Math.PI / 2);
    profile.push(new THREE.Vector2(Math.max(1e-4, first * Math.sin(a)), -first * Math.cos(a)));
  }
  const curve = new THREE.SplineCurve(
    radii.map((r, i) => new THREE.Vector2(r, (length * i) / (radii.length - 1))),
  );
  profile.push(...curve.getPoints(8).slice(1, -1));
  for (let i = 0; i <= 3; i++) {
    const a = (i / 3) * (Math.PI / 2);
    profile.push(new THREE.Vector2(Math.max(1e-4, last * Math.cos(a)), length + last * Math.sin(a)));
  }
  return mesh(new THREE.LatheGeometry(profile, 14), colour);
}

const UP = new THREE.Vector3(0, 1, 0);

/** Lays an object built along +y from one point towards another; `facing` fixes the turn about its own axis. */
export function layBetween(object: THREE.Object3D, from: Vec, to: Vec, facing?: Vec): void {
  const start = vector(from);
  const along = vector(to).sub(start).normalize();
  object.position.copy(start);
  if (!facing) {
    object.quaternion.setFromUnitVectors(UP, along);
    return;
  }
  const front = vector(facing);
  front.addScaledVector(along, -front.dot(along)).normalize();
  const basis = new THREE.Matrix4().makeBasis(front, along, new THREE.Vector3().crossVectors(front, along));
  object.quaternion.setFromRotationMatrix(basis);
}
