import * as THREE from 'three';
import type { Look } from '../look.ts';
import type { Pose } from '../pose.ts';
import { material, mesh, vector } from './parts.ts';

/** Head with hair, eyes, brows, nose, mouth, jaw and ears; x out of the face, z to the right. */
export function head(
  k: number,
  look: Look,
): { readonly object: THREE.Object3D; readonly place: (p: Pose) => void } {
  const object = new THREE.Group();
  const skin = material(look.skin);
  const put = (
    geometry: THREE.BufferGeometry,
    colour: THREE.Material,
    at: readonly number[],
    size: readonly number[],
  ) => {
    const made = mesh(geometry, colour);
    made.position.set((at[0] ?? 0) * k, (at[1] ?? 0) * k, (at[2] ?? 0) * k);
    made.scale.set((size[0] ?? 1) * k, (size[1] ?? 1) * k, (size[2] ?? 1) * k);
    object.add(made);
    return made;
  };
  const ball = new THREE.SphereGeometry(1, 18, 12);
  put(ball, skin, [0, 0.012, 0], [0.095, 0.112, 0.074]);
  put(ball, skin, [0.03, -0.055, 0], [0.06, 0.062, 0.055]);
  const cap = new THREE.SphereGeometry(1, 24, 14, 0, Math.PI * 2, 0, Math.PI * 0.55);
  const style = look.outline?.hair ?? 'short';
  if (style !== 'bald') {
    const colour = style === 'cap' ? look.shirt : look.hair;
    const hair = put(cap, material(colour), [-0.014, 0.02, 0], [0.1, 0.115, 0.082]);
    hair.rotation.z = 0.12;
  }
  if (style === 'cap') put(ball, material(look.shirt), [0.1, 0.045, 0], [0.055, 0.009, 0.055]);
  if (style === 'ponytail' || style === 'bun') {
    put(ball, material(look.hair), [-0.105, 0.045, 0], [0.032, 0.034, 0.034]);
    if (style === 'ponytail') {
      const tail = put(ball, material(look.hair), [-0.135, -0.03, 0], [0.026, 0.085, 0.03]);
      tail.rotation.z = -0.25;
    }
  }
  const nose = put(new THREE.ConeGeometry(1, 2, 10), skin, [0.094, -0.006, 0], [0.015, 0.02, 0.013]);
  nose.rotation.z = -0.35;
  const bead = new THREE.SphereGeometry(1, 8, 6);
  put(bead, material(look.lips), [0.082, -0.058, 0], [0.012, 0.007, 0.022]);
  for (const side of [-1, 1]) {
    put(bead, material('#f4f1ec'), [0.083, 0.016, side * 0.03], [0.011, 0.0085, 0.013]);
    put(bead, material('#2a1d14'), [0.091, 0.016, side * 0.031], [0.005, 0.006, 0.006]);
    put(bead, material(look.hair), [0.088, 0.035, side * 0.031], [0.008, 0.0045, 0.019]);
    put(bead, skin, [-0.006, -0.006, side * 0.075], [0.019, 0.031, 0.011]);
  }
  const place = (p: Pose) => {
    object.position.copy(vector(p.headCentre));
    const front = vector(p.headForward).normalize();
    const right = new THREE.Vector3().crossVectors(front, new THREE.Vector3(0, 1, 0)).normalize();
    const up = new THREE.Vector3().crossVectors(right, front);
    object.quaternion.setFromRotationMatrix(new THREE.Matrix4().makeBasis(front, up, right));
  };
  return { object, place };
}
