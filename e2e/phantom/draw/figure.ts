import * as THREE from 'three';
import { SIDES, type Side } from '../../../shared/pose/keypoints.ts';
import type { Body } from '../body.ts';
import type { Look, Outline } from '../look.ts';
import type { Pose } from '../pose.ts';
import { add, mid, scale, sub } from '../vec.ts';
import { head } from './head.ts';
import { layBetween, limb, material, mesh, vector } from './parts.ts';
import { shoe } from './shoe.ts';

export interface Figure {
  readonly object: THREE.Object3D;
  readonly pose: (pose: Pose) => void;
}

/** Limbs on the side away from the camera stand in the body's shade; without it both legs look alike. */
const SHADE = 0.74;

const PLAIN: Outline = {
  ...{ legwear: 'shorts', top: 'tee', hair: 'short' },
  ...{ waist: 1, seat: 1, chest: 1, calf: 1 },
};
/** Share of the thigh the trousers cover, and how they stand off. */
const LEGWEAR = {
  shorts: { length: 0.52, radii: [0.092, 0.096, 0.092, 0.086] },
  'loose shorts': { length: 0.68, radii: [0.094, 0.102, 0.104, 0.106] },
  'half tights': { length: 0.78, radii: [0.085, 0.087, 0.08, 0.07] },
  tights: { length: 0.99, radii: [0.085, 0.0865, 0.0765, 0.0645, 0.0555] },
} as const;
const SLEEVES = {
  tee: { length: 0.5, radii: [0.05, 0.053, 0.053] },
  singlet: { length: 0.06, radii: [0.046, 0.047] },
  'long sleeves': { length: 1, radii: [0.048, 0.047, 0.043, 0.04] },
} as const;

/** A runner built from simple solids: limbs of turned profiles, a torso of ellipses, a head with a face, shoes. */
export function runnerFigure(body: Body, look: Look, dimSide: Side | null): Figure {
  const k = body.heightM / 1.75;
  const g = look.girth * k;
  const skin = material(look.skin);
  const shirt = material(look.shirt);
  const shorts = material(look.shorts);
  const object = new THREE.Group();
  const keep = <T extends THREE.Object3D>(made: T): T => {
    object.add(made);
    return made;
  };
  const perSide = <T>(make: (side: Side) => T) => ({ L: make('L'), R: make('R') });

  const outline = look.outline ?? PLAIN;
  const legwear = LEGWEAR[outline.legwear];
  const sleeves = SLEEVES[outline.top];
  const bare = outline.legwear === 'tights' ? look.shorts : look.skin;
  const forearmColour = outline.top === 'long sleeves' ? look.shirt : look.skin;

  const chest = keep(torso(body, g, shirt, outline));
  const pelvis = keep(mesh(new THREE.SphereGeometry(1, 18, 12), shorts));
  pelvis.scale.set(0.112 * g * outline.seat, 0.1 * k, 0.155 * g * outline.seat);
  const neck = keep(limb(0.1 * k, [0.056 * g, 0.052 * g], skin));
  const skull = head(k, look);
  keep(skull.object);
  const shadeOf = (side: Side) => (side === dimSide ? SHADE : 1);
  const part = (length: number, radii: readonly number[], colour: string, side: Side) =>
    keep(
      limb(
        length,
        radii.map((r) => r * g),
        material(colour, shadeOf(side)),
      ),
    );
  const legs = perSide((side) => ({
    thigh: part(body.thigh, [0.083, 0.084, 0.074, 0.062, 0.053], look.skin, side),
    short: part(body.thigh * legwear.length, legwear.radii, look.shorts, side),
    shank: part(
      body.shank,
      [0.051, 0.056 * outline.calf, 0.055 * outline.calf, 0.043 * outline.calf, 0.035, 0.034],
      bare,
      side,
    ),
    sock: part(body.shank * 0.16, [0.039, 0.041, 0.044], look.sock, side),
    shoe: shoe(body.foot, look.shoe, shadeOf(side)),
  }));
  const arms = perSide((side) => ({
    upper: part(body.upperArm, [0.045, 0.045, 0.04, 0.036], look.skin, side),
    sleeve: part(body.upperArm * sleeves.length, sleeves.radii, look.shirt, side),
    fore: part(body.forearm, [0.037, 0.038, 0.033, 0.026], forearmColour, side),
    hand: keep(hand(k, material(look.skin, shadeOf(side)))),
  }));
  for (const side of SIDES) keep(legs[side].shoe.group);

  const pose = (p: Pose) => {
    const across = sub(p.arms.R.shoulder, p.arms.L.shoulder);
    const trunk = sub(p.midShoulder, p.midHip);
    const front: [number, number, number] = [across[2], 0, -across[0]];
    layBetween(chest, add(p.midHip, scale(trunk, 0.2)), p.midShoulder, front);
    const hips = sub(p.legs.R.hip, p.legs.L.hip);
    pelvis.position.copy(vector(add(p.midHip, scale(trunk, 0.04))));
    pelvis.quaternion.setFromUnitVectors(new THREE.Vector3(0, 0, 1), vector(hips).normalize());
    layBetween(neck, add(p.midShoulder, scale(trunk, 0.02)), p.headCentre);
    skull.place(p);
    for (const side of SIDES) {
      const { hip, knee, ankle, foot } = p.legs[side];
      layBetween(legs[side].thigh, hip, knee);
      layBetween(legs[side].short, hip, knee);
      layBetween(legs[side].shank, knee, ankle, sub(foot.index, foot.heel));
      layBetween(legs[side].sock, add(ankle, scale(sub(knee, ankle), 0.02)), knee);
      legs[side].shoe.place(foot);
      const arm = p.arms[side];
      layBetween(arms[side].upper, arm.shoulder, arm.elbow);
      layBetween(arms[side].sleeve, arm.shoulder, arm.elbow);
      layBetween(arms[side].fore, arm.elbow, arm.wrist);
      const fingers = add(arm.wrist, sub(arm.wrist, arm.elbow));
      layBetween(arms[side].hand, arm.wrist, fingers, mid([1, 0, 0], [0, 0, side === 'R' ? -0.4 : 0.4]));
    }
  };
  return { object, pose };
}

/** Shirt from hem to shoulders; wide and shallow like a rib cage. Built along +y from mid-hip. */
function torso(body: Body, g: number, colour: THREE.Material, outline: Outline): THREE.Object3D {
  const group = new THREE.Group();
  const length = body.trunk * 0.8;
  const trunk = limb(
    length * 0.98,
    [
      0.132 * outline.seat,
      0.13 * outline.waist,
      0.132 * outline.waist,
      0.142 * Math.sqrt(outline.waist * outline.chest),
      0.155 * outline.chest,
      0.15 * outline.chest,
      0.09,
    ].map((r) => r * g),
    colour,
  );
  trunk.scale.set(0.74, 1, 1.06);
  const yoke = mesh(new THREE.CapsuleGeometry(0.06 * g, body.shoulderHalf * 1.72, 5, 14), colour);
  yoke.rotation.x = Math.PI / 2;
  yoke.position.y = length * 0.955;
  group.add(trunk, yoke);
  return group;
}

/** A loose fist with a thumb, along +y from the wrist. */
function hand(k: number, skin: THREE.Material): THREE.Object3D {
  const group = new THREE.Group();
  const palm = mesh(new THREE.SphereGeometry(1, 10, 8), skin);
  palm.scale.set(0.034 * k, 0.05 * k, 0.026 * k);
  palm.position.y = 0.045 * k;
  const thumb = mesh(new THREE.CapsuleGeometry(0.011 * k, 0.035 * k, 4, 8), skin);
  thumb.position.set(0.03 * k, 0.05 * k, 0);
  thumb.rotation.z = -0.5;
  group.add(palm, thumb);
  return group;
}
