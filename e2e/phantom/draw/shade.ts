import * as THREE from 'three';
import { type Box, type Item, NEAR_M, STRIDE } from './raster.ts';

/** How bright the figures and their surroundings are; 1 is a well-lit room. */
export interface Light {
  readonly figure: number;
  readonly room: number;
}
export const LIGHTS = {
  plain: { figure: 1, room: 1 },
  dim: { figure: 0.2, room: 0.2 },
  // A window behind the runner: the camera exposes for it.
  backlit: { figure: 0.3, room: 1.9 },
} as const satisfies Record<string, Light>;
export type LightName = keyof typeof LIGHTS;

/** Light from above and below, and two lamps; powers as three.js counts them. */
const SKY = new THREE.Color('#ffffff').multiplyScalar(1.9);
const GROUND = new THREE.Color('#8f8a82').multiplyScalar(1.9);
const LAMPS = [new THREE.Vector3(3, 5, 3.5).normalize(), new THREE.Vector3(-2.5, 4.5, -3.5).normalize()];
const LAMP_POWER = 1.1;

const LEVELS = 4096;
/** Linear light to the 8-bit value of the picture. */
const ENCODED = Float64Array.from({ length: LEVELS + 1 }, (_, i) => {
  const v = i / LEVELS;
  return 255 * (v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055);
});
const encoded = (linear: number): number => ENCODED[Math.min(LEVELS, Math.round(linear * LEVELS))] as number;

const plainColour = (material: THREE.Material | THREE.Material[]): THREE.Color => {
  if (material instanceof THREE.MeshLambertMaterial || material instanceof THREE.MeshBasicMaterial)
    return material.color;
  throw new Error('invalid material: neither lit nor plain');
};

const toClip = new THREE.Matrix4();
const normals = new THREE.Matrix3();

/**
 * Puts every corner into the picture and gives it its colour; returns the box that holds them all.
 * Matrices of the meshes must be up to date. A corner behind the camera widens the box to the whole picture.
 */
export function shadeItems(
  items: readonly Item[],
  viewProjection: THREE.Matrix4,
  width: number,
  height: number,
  light: Light,
): Box {
  const box = { left: width, top: height, right: 0, bottom: 0 };
  for (const item of items) {
    const { mesh, position, normal, corner, isLit } = item;
    if (!mesh.visible) continue;
    item.crosses = false;
    item.mirrored = mesh.matrixWorld.determinant() < 0;
    const m = toClip.multiplyMatrices(viewProjection, mesh.matrixWorld).elements;
    const n = normals.getNormalMatrix(mesh.matrixWorld).elements;
    const { r, g, b } = plainColour(mesh.material);
    const gain = isLit ? light.figure / Math.PI : light.room;
    for (let i = 0, at = 0; i < position.length; i += 3, at += STRIDE) {
      const px = position[i] as number;
      const py = position[i + 1] as number;
      const pz = position[i + 2] as number;
      const x = m[0] * px + m[4] * py + m[8] * pz + m[12];
      const y = m[1] * px + m[5] * py + m[9] * pz + m[13];
      const w = m[3] * px + m[7] * py + m[11] * pz + m[15];
      const sx = ((x / w) * 0.5 + 0.5) * width;
      const sy = (0.5 - (y / w) * 0.5) * height;
      corner[at] = sx;
      corner[at + 1] = sy;
      corner[at + 2] = 1 / w;
      corner[at + 6] = x;
      corner[at + 7] = y;
      corner[at + 8] = w;
      if (w < NEAR_M) {
        item.crosses = true;
        Object.assign(box, { left: 0, top: 0, right: width, bottom: height });
      } else {
        if (sx < box.left) box.left = sx;
        if (sx > box.right) box.right = sx;
        if (sy < box.top) box.top = sy;
        if (sy > box.bottom) box.bottom = sy;
      }
      if (!isLit) {
        corner[at + 3] = encoded(r * gain);
        corner[at + 4] = encoded(g * gain);
        corner[at + 5] = encoded(b * gain);
        continue;
      }
      const nx = normal[i] as number;
      const ny = normal[i + 1] as number;
      const nz = normal[i + 2] as number;
      const ox = n[0] * nx + n[3] * ny + n[6] * nz;
      const oy = n[1] * nx + n[4] * ny + n[7] * nz;
      const oz = n[2] * nx + n[5] * ny + n[8] * nz;
      const size = 1 / (Math.hypot(ox, oy, oz) || 1);
      const up = 0.5 + 0.5 * oy * size;
      let lamps = 0;
      for (const lamp of LAMPS)
        lamps += LAMP_POWER * Math.max(0, (ox * lamp.x + oy * lamp.y + oz * lamp.z) * size);
      corner[at + 3] = encoded(r * gain * (GROUND.r + (SKY.r - GROUND.r) * up + lamps));
      corner[at + 4] = encoded(g * gain * (GROUND.g + (SKY.g - GROUND.g) * up + lamps));
      corner[at + 5] = encoded(b * gain * (GROUND.b + (SKY.b - GROUND.b) * up + lamps));
    }
  }
  return box;
}
