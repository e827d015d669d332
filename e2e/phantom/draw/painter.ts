import * as THREE from 'three';
import type { Side } from '../../../shared/pose/keypoints.ts';
import type { Body } from '../body.ts';
import type { CameraParams, PlacedCamera } from '../camera.ts';
import type { Look } from '../look.ts';
import type { Pose } from '../pose.ts';
import type { Vec } from '../vec.ts';
import { runnerFigure } from './figure.ts';
import { addNoise } from './noise.ts';
import { type Box, fillItems, type Item, itemsOf, newTarget, type Target } from './raster.ts';
import { rail, room, threeCamera, track, treadmill } from './scene.ts';
import { LIGHTS, type LightName, shadeItems } from './shade.ts';

interface FigureLook {
  readonly body: Body;
  readonly look: Look;
  readonly dimSide: Side | null;
}
export interface SceneRequest extends FigureLook {
  readonly camera: CameraParams;
  readonly surface?: 'treadmill' | 'track';
  /** A handrail on the camera's side of the belt or on the other. */
  readonly rail?: 'near' | 'far';
  readonly light?: LightName;
  /** Standard deviation of the sensor's noise, steps of 255. */
  readonly noise?: number;
  /** People besides the runner. */
  readonly others?: readonly FigureLook[];
}
export interface PersonRequest {
  readonly pose: Pose;
  /** Where this person's own origin is, metres, and how far turned about the vertical, radians. */
  readonly at: Vec;
  readonly turn: number;
}
export interface FrameRequest {
  readonly pose: Pose;
  readonly beltM: number;
  readonly others?: readonly PersonRequest[];
  /** Where the camera is by now; as set up when left out. */
  readonly camera?: PlacedCamera;
  /** Draws a magenta dot at this point, over everything: where a joint is claimed to be. */
  readonly marker?: Vec;
}

/** Each picture is the mean of at least four, moved by parts of a pixel: that smooths the edges. */
const OFFSETS = [
  [-0.125, -0.375],
  [0.375, -0.125],
  [0.125, 0.375],
  [-0.375, 0.125],
] as const;

export interface Painter {
  /** One picture, 8-bit RGB, of what happens while the shutter is open: one frame, or several that blur. */
  readonly paint: (during: readonly FrameRequest[], noiseSeed?: number) => Buffer;
}

/** Draws the surroundings once and then only what moves; the same request gives the same picture everywhere. */
export function newPainter(request: SceneRequest): Painter {
  const { camera, look, surface = 'treadmill' } = request;
  const { width, height } = camera;
  const light = LIGHTS[request.light ?? 'plain'];
  const figure = runnerFigure(request.body, look, request.dimSide);
  const others = (request.others ?? []).map((other) => runnerFigure(other.body, other.look, other.dimSide));
  const mill = treadmill();
  const still = new THREE.Group();
  if (surface === 'track') still.add(track());
  else still.add(room(look), mill.object);
  if (request.rail) {
    const cameraSide = camera.facing === 'left' ? -1 : 1;
    still.add(rail(request.rail === 'near' ? cameraSide : cameraSide === 1 ? -1 : 1));
  }
  const moving = new THREE.Group();
  moving.add(figure.object, ...others.map(({ object }) => object));
  const marks = new THREE.Group();
  if (surface === 'treadmill') marks.add(mill.marks);
  const dot = new THREE.Mesh(
    new THREE.SphereGeometry(0.015, 16, 12),
    new THREE.MeshBasicMaterial({ color: '#ff00ff' }),
  );
  const [stillItems, movingItems, markItems] = [itemsOf(still), itemsOf(moving), itemsOf(marks)];
  const dotItems = itemsOf(dot);

  const eyeOf = (placed: PlacedCamera): THREE.Matrix4 => {
    const eye = threeCamera(placed);
    return new THREE.Matrix4().multiplyMatrices(eye.projectionMatrix, eye.matrixWorldInverse);
  };
  const shade = (object: THREE.Object3D, items: readonly Item[], eye: THREE.Matrix4): Box => {
    object.updateMatrixWorld(true);
    return shadeItems(items, eye, width, height, light);
  };
  const fixedEye = eyeOf(camera);
  const backgrounds: Target[] = [];
  if (!camera.track) {
    shade(still, stillItems, fixedEye);
    for (const [dx, dy] of OFFSETS) {
      const target = newTarget(width, height);
      fillItems(stillItems, target, dx, dy);
      backgrounds.push(target);
    }
  }
  const target = newTarget(width, height);
  const redBlue = new Uint32Array(width * height);
  const green = new Uint32Array(width * height);
  const mean = (box: Box, count: number, out: Buffer): void => {
    for (let y = box.top; y < box.bottom; y++)
      for (let x = box.left, at = y * width + x; x < box.right; x++, at++) {
        const both = redBlue[at] as number;
        out[3 * at] = ((both & 0xffff) / count + 0.5) | 0;
        out[3 * at + 1] = ((green[at] as number) / count + 0.5) | 0;
        out[3 * at + 2] = ((both >>> 16) / count + 0.5) | 0;
      }
  };
  const gather = ({ colour }: Target, box: Box, isFirst: boolean): void => {
    for (let y = box.top; y < box.bottom; y++)
      for (let at = y * width + box.left, end = y * width + box.right; at < end; at++) {
        const value = colour[at] as number;
        redBlue[at] = (isFirst ? 0 : (redBlue[at] as number)) + (value & 0xff00ff);
        green[at] = (isFirst ? 0 : (green[at] as number)) + ((value >>> 8) & 0xff);
      }
  };
  const whole: Box = { left: 0, top: 0, right: width, bottom: height };
  const empty = Buffer.alloc(3 * width * height);
  backgrounds.forEach((background, i) => {
    gather(background, whole, i === 0);
  });
  if (backgrounds.length > 0) mean(whole, backgrounds.length, empty);

  /** Boxes of the people and of the marks. */
  const place = (frame: FrameRequest, eye: THREE.Matrix4): readonly [Box, Box] => {
    figure.pose(frame.pose);
    frame.others?.forEach(({ pose, at, turn }, i) => {
      const other = others[i];
      if (!other) return;
      other.pose(pose);
      other.object.position.set(...at);
      other.object.rotation.y = turn;
    });
    mill.moveBelt(frame.beltM);
    return [shade(moving, movingItems, eye), shade(marks, markItems, eye)];
  };
  const backdrop = (placed: PlacedCamera, eye: THREE.Matrix4): void => {
    still.position.x = placed.shiftXM ?? 0;
    shade(still, stillItems, eye);
  };
  const clamped = ({ left, top, right, bottom }: Box): Box => ({
    left: Math.max(0, Math.floor(left) - 1),
    top: Math.max(0, Math.floor(top) - 1),
    right: Math.min(width, Math.ceil(right) + 2),
    bottom: Math.min(height, Math.ceil(bottom) + 2),
  });

  return {
    paint: (during, noiseSeed = 1) => {
      const passes = Math.max(OFFSETS.length, during.length);
      const out = Buffer.from(empty);
      const placed = during.map((frame) => place(frame, frame.camera ? eyeOf(frame.camera) : fixedEye));
      const people = clamped(placed.map(([box]) => box).reduce(around));
      const lines = clamped(placed.map(([, box]) => box).reduce(around));
      const boxes = camera.track ? [whole] : apart(people, lines);
      for (let i = 0; i < passes; i++) {
        const frame = during[i % during.length];
        const [dx, dy] = OFFSETS[i % OFFSETS.length] ?? OFFSETS[0];
        if (!frame) continue;
        const isNew = during.length > 1 || i === 0;
        const eye = frame.camera ? eyeOf(frame.camera) : fixedEye;
        if (isNew && during.length > 1) place(frame, eye);
        const background = backgrounds[i % OFFSETS.length];
        if (background) for (const box of boxes) copyBox(background, target, box);
        else {
          target.nearness.fill(0);
          if (isNew) backdrop(frame.camera ?? camera, eye);
          fillItems(stillItems, target, dx, dy);
        }
        fillItems(markItems, target, dx, dy);
        fillItems(movingItems, target, dx, dy);
        for (const box of boxes) gather(target, box, i === 0);
      }
      for (const box of boxes) mean(box, passes, out);
      const marker = during[0]?.marker;
      if (marker) paintDot(marker, eyeOf(during[0]?.camera ?? camera), out);
      if (request.noise) addNoise(out, request.noise, noiseSeed);
      return out;
    },
  };

  function paintDot(marker: Vec, eye: THREE.Matrix4, out: Buffer): void {
    dot.position.set(...marker);
    const box = clamped(shade(dot, dotItems, eye));
    OFFSETS.forEach(([dx, dy], i) => {
      target.nearness.fill(0);
      target.colour.fill(0);
      for (let y = box.top; y < box.bottom; y++)
        for (let at = y * width + box.left; at < y * width + box.right; at++)
          target.colour[at] =
            (out[3 * at] ?? 0) | ((out[3 * at + 1] ?? 0) << 8) | ((out[3 * at + 2] ?? 0) << 16);
      fillItems(dotItems, target, dx, dy);
      gather(target, box, i === 0);
    });
    mean(box, OFFSETS.length, out);
  }
}

const around = (a: Box, b: Box): Box => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
});
/** The people above the marks, and the whole width of both below. */
function apart(people: Box, marks: Box): Box[] {
  if (marks.right <= marks.left || marks.bottom <= marks.top) return [people];
  if (people.right <= people.left || people.bottom <= people.top) return [marks];
  const both = around(people, marks);
  return [
    { ...people, bottom: Math.min(people.bottom, marks.top) },
    { ...both, top: marks.top },
    { ...marks, bottom: Math.min(marks.bottom, people.top) },
  ]
    .map((box, i) => (i === 1 && people.top > marks.top ? { ...box, top: people.top } : box))
    .filter((box, i) => box.bottom > box.top && (i !== 2 || people.top > marks.top));
}

function copyBox(from: Target, to: Target, box: Box): void {
  for (let y = box.top; y < box.bottom; y++) {
    const [start, end] = [y * from.width + box.left, y * from.width + box.right];
    to.colour.set(from.colour.subarray(start, end), start);
    to.nearness.set(from.nearness.subarray(start, end), start);
  }
}
