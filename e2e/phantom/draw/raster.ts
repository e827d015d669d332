import * as THREE from 'three';

/** Pixels as 0x00bbggrr, and 1 / depth (0 is infinitely far). */
export interface Target {
  readonly width: number;
  readonly height: number;
  readonly colour: Uint32Array;
  readonly nearness: Float32Array;
}

/** A mesh ready to be drawn: its corners in the picture with their shaded colours. */
export interface Item {
  readonly mesh: THREE.Mesh;
  readonly position: ArrayLike<number>;
  readonly normal: ArrayLike<number>;
  readonly index: ArrayLike<number>;
  /** Per corner: x, y (pixels), 1 / depth, red, green, blue (0-255); then the clip coordinates x, y, w. */
  readonly corner: Float64Array;
  readonly isLit: boolean;
  mirrored: boolean;
  /** Whether a corner is nearer than the near plane. */
  crosses: boolean;
}

/** Half-open box of pixels. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export const STRIDE = 9;
/** Corners nearer than this are cut off, metres. */
export const NEAR_M = 0.1;

export const newTarget = (width: number, height: number): Target => ({
  width,
  height,
  colour: new Uint32Array(width * height),
  nearness: new Float32Array(width * height),
});

/** Every mesh below an object. */
export function itemsOf(object: THREE.Object3D): Item[] {
  const items: Item[] = [];
  object.traverse((node) => {
    if (!(node instanceof THREE.Mesh)) return;
    const geometry: THREE.BufferGeometry = node.geometry;
    const position = geometry.getAttribute('position').array;
    const count = position.length / 3;
    items.push({
      mesh: node,
      position,
      normal: geometry.getAttribute('normal').array,
      index: geometry.getIndex()?.array ?? Array.from({ length: count }, (_, i) => i),
      corner: new Float64Array(count * STRIDE),
      isLit: node.material instanceof THREE.MeshLambertMaterial,
      mirrored: false,
      crosses: false,
    });
  });
  return items;
}

/** Draws the front faces of the items, moved by a part of a pixel; nearer wins. */
export function fillItems(items: readonly Item[], target: Target, dx: number, dy: number): void {
  for (const { mesh, index, corner, mirrored, crosses } of items) {
    if (!mesh.visible) continue;
    for (let i = 0; i + 2 < index.length; i += 3) {
      const a = (index[i] ?? 0) * STRIDE;
      const b = (index[mirrored ? i + 2 : i + 1] ?? 0) * STRIDE;
      const c = (index[mirrored ? i + 1 : i + 2] ?? 0) * STRIDE;
      if (crosses) fillClipped(corner, [a, b, c], target, dx, dy);
      else fillTriangle(corner, a, b, c, target, dx, dy);
    }
  }
}

/** Cuts a triangle at the near plane; only surroundings come that near. */
function fillClipped(
  corner: Float64Array,
  order: readonly [number, number, number],
  target: Target,
  dx: number,
  dy: number,
): void {
  const cut: number[][] = [];
  order.forEach((at, i) => {
    const from = corner.subarray(at, at + STRIDE);
    const next = order[(i + 1) % 3] ?? at;
    const to = corner.subarray(next, next + STRIDE);
    const [w0 = 0, w1 = 0] = [from[8], to[8]];
    if (w0 >= NEAR_M) cut.push([...from]);
    if (w0 >= NEAR_M === w1 >= NEAR_M) return;
    const share = (NEAR_M - w0) / (w1 - w0);
    cut.push(Array.from(from, (value, k) => value + share * ((to[k] ?? 0) - value)));
  });
  const points = new Float64Array(cut.length * STRIDE);
  cut.forEach((point, i) => {
    const [, , , red = 0, green = 0, blue = 0, x = 0, y = 0, w = 1] = point;
    const [sx, sy] = [((x / w) * 0.5 + 0.5) * target.width, (0.5 - (y / w) * 0.5) * target.height];
    points.set([sx, sy, 1 / w, red, green, blue, x, y, w], i * STRIDE);
  });
  for (let i = 1; i + 1 < cut.length; i++)
    fillTriangle(points, 0, i * STRIDE, (i + 1) * STRIDE, target, dx, dy);
}

/** One triangle, row by row; 1 / depth and colours change evenly over the picture. */
function fillTriangle(
  p: Float64Array,
  a: number,
  b: number,
  c: number,
  { width, height, colour, nearness }: Target,
  dx: number,
  dy: number,
): void {
  const x0 = (p[a] as number) + dx;
  const y0 = (p[a + 1] as number) + dy;
  const x1 = (p[b] as number) + dx;
  const y1 = (p[b + 1] as number) + dy;
  const x2 = (p[c] as number) + dx;
  const y2 = (p[c + 1] as number) + dy;
  const area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0);
  // Rows count downwards, so a front face (anticlockwise) has a negative area.
  if (!(area < -1e-9)) return;
  const top = Math.max(0, Math.ceil(Math.min(y0, y1, y2) - 0.5));
  const bottom = Math.min(height - 1, Math.ceil(Math.max(y0, y1, y2) - 0.5) - 1);
  if (bottom < top) return;
  const acrossB = (y2 - y0) / area;
  const acrossC = (y0 - y1) / area;
  const downB = (x0 - x2) / area;
  const downC = (x1 - x0) / area;
  const q0 = p[a + 2] as number;
  const r0 = p[a + 3] as number;
  const g0 = p[a + 4] as number;
  const b0 = p[a + 5] as number;
  const qB = (p[b + 2] as number) - q0;
  const rB = (p[b + 3] as number) - r0;
  const gB = (p[b + 4] as number) - g0;
  const bB = (p[b + 5] as number) - b0;
  const qC = (p[c + 2] as number) - q0;
  const rC = (p[c + 3] as number) - r0;
  const gC = (p[c + 4] as number) - g0;
  const bC = (p[c + 5] as number) - b0;
  const qx = qB * acrossB + qC * acrossC;
  const rx = rB * acrossB + rC * acrossC;
  const gx = gB * acrossB + gC * acrossC;
  const bx = bB * acrossB + bC * acrossC;
  for (let row = top; row <= bottom; row++) {
    const y = row + 0.5;
    let from = Number.POSITIVE_INFINITY;
    let to = Number.NEGATIVE_INFINITY;
    if (y0 <= y !== y1 <= y) {
      const x = x0 + ((y - y0) * (x1 - x0)) / (y1 - y0);
      from = x;
      to = x;
    }
    if (y1 <= y !== y2 <= y) {
      const x = x1 + ((y - y1) * (x2 - x1)) / (y2 - y1);
      if (x < from) from = x;
      if (x > to) to = x;
    }
    if (y2 <= y !== y0 <= y) {
      const x = x2 + ((y - y2) * (x0 - x2)) / (y0 - y2);
      if (x < from) from = x;
      if (x > to) to = x;
    }
    const left = Math.max(0, Math.ceil(from - 0.5));
    const right = Math.min(width - 1, Math.ceil(to - 0.5) - 1);
    if (right < left) continue;
    const shareB = (left + 0.5 - x0) * acrossB + (y - y0) * downB;
    const shareC = (left + 0.5 - x0) * acrossC + (y - y0) * downC;
    let q = q0 + qB * shareB + qC * shareC;
    let red = r0 + rB * shareB + rC * shareC;
    let green = g0 + gB * shareB + gC * shareC;
    let blue = b0 + bB * shareB + bC * shareC;
    const end = row * width + right;
    for (let at = row * width + left; at <= end; at++) {
      if (q > (nearness[at] as number)) {
        nearness[at] = q;
        colour[at] = (red & 255) | ((green & 255) << 8) | ((blue & 255) << 16);
      }
      q += qx;
      red += rx;
      green += gx;
      blue += bx;
    }
  }
}
