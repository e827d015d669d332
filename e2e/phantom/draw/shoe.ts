import * as THREE from 'three';
import type { FootShape } from '../body.ts';
import type { FootPose } from '../foot.ts';
import { material, mesh, vector } from './parts.ts';

export interface ShoeColours {
  readonly upper: string;
  readonly sole: string;
  readonly accent: string;
}

type Outline = readonly (readonly [number, number])[];

/** A side profile pulled out to the shoe's width with rounded edges; x forward, y up, z across. */
function slab(outline: Outline, width: number, round: number, colour: THREE.Material): THREE.Mesh {
  const shape = new THREE.Shape();
  const points = outline.map(([x, y]) => new THREE.Vector2(x, y));
  shape.setFromPoints(points);
  const geometry = new THREE.ExtrudeGeometry(shape, {
    depth: width - 2 * round,
    bevelThickness: round,
    bevelSize: round,
    bevelOffset: -round,
    bevelSegments: 2,
    curveSegments: 6,
  });
  geometry.translate(0, 0, -(width - 2 * round) / 2);
  return mesh(geometry, colour);
}

const arc = (x: number, y: number, r: number, from: number, to: number): [number, number][] =>
  Array.from({ length: 7 }, (_, i) => {
    const a = ((from + ((to - from) * i) / 6) * Math.PI) / 180;
    return [x + r * Math.cos(a), y + r * Math.sin(a)];
  });

export interface Shoe {
  readonly group: THREE.Group;
  readonly place: (pose: FootPose) => void;
}

/**
 * Running shoe in two parts that meet at the ball. The outlines follow the rounded heel and tip on which the foot
 * rolls, so the drawn sole touches the ground exactly where the motion says.
 */
export function shoe(foot: FootShape, colours: ShoeColours, shade: number): Shoe {
  const k = foot.ankleY / 0.09;
  const upper = material(colours.upper, shade);
  const sole = material(colours.sole, shade);
  const group = new THREE.Group();
  const rear = new THREE.Group();
  const toe = new THREE.Group();
  const { heelCentreX, heelRadius, ballX, ballY, tipX, tipRadius } = foot;
  const heelArc = arc(heelCentreX, heelRadius, heelRadius, 180, 270);
  rear.add(
    slab(
      [...heelArc, [ballX, 0], [ballX + 0.004 * k, ballY * 1.15], [heelCentreX - heelRadius, 0.034 * k]],
      0.078 * k,
      0.005,
      sole,
    ),
    slab(
      [
        [heelCentreX - heelRadius * 0.94, 0.03 * k],
        [ballX + 0.004 * k, ballY],
        [ballX - 0.002 * k, 0.052 * k],
        [0.062 * k, 0.07 * k],
        [0.036 * k, 0.09 * k],
        [-0.03 * k, 0.088 * k],
        [-0.056 * k, 0.095 * k],
        [heelCentreX - heelRadius * 0.86, 0.07 * k],
      ],
      0.07 * k,
      0.014 * k,
      upper,
    ),
  );
  const stripe = slab(
    [
      [0.01 * k, 0.034 * k],
      [0.03 * k, 0.034 * k],
      [0.046 * k, 0.072 * k],
      [0.03 * k, 0.076 * k],
    ],
    0.074 * k,
    0.002,
    material(colours.accent, shade),
  );
  rear.add(stripe);
  // Toe part: origin at the ball hinge.
  const tip = tipX - ballX;
  const low = -ballY;
  toe.add(
    slab(
      [[-0.004 * k, low], ...arc(tip, tipRadius - ballY, tipRadius, -90, 30), [-0.004 * k, ballY * 0.15]],
      0.08 * k,
      0.005,
      sole,
    ),
    slab(
      [
        [-0.01 * k, -0.006 * k],
        ...arc(tip - 0.004 * k, -0.001 * k, tipRadius * 0.95, -10, 75),
        [-0.004 * k, 0.03 * k],
      ],
      0.074 * k,
      0.011 * k,
      upper,
    ),
  );
  group.add(rear, toe);
  rear.matrixAutoUpdate = false;
  toe.matrixAutoUpdate = false;
  return { group, place: (pose) => place(foot, rear, toe, pose) };
}

function place(foot: FootShape, rear: THREE.Group, toe: THREE.Group, pose: FootPose): void {
  const outward = pose.side === 'R' ? 1 : -1;
  const turn = new THREE.Matrix4()
    .makeRotationY(-outward * pose.toeOut)
    .multiply(new THREE.Matrix4().makeRotationZ(pose.pitch));
  // The rearfoot leans as a shear over the planted sole, as in the motion.
  const lean = -outward * Math.tan(pose.lean);
  const shear = new THREE.Matrix4().set(1, 0, 0, 0, 0, 1, 0, 0, 0, lean, 1, -lean * foot.heelY, 0, 0, 0, 1);
  const ankle = vector(pose.ankle);
  const shift = new THREE.Vector3(0, 0, -lean * (foot.ankleY - foot.heelY)).applyMatrix4(
    new THREE.Matrix4().makeRotationY(-outward * pose.toeOut),
  );
  const base = new THREE.Matrix4()
    .makeTranslation(ankle.x + shift.x, ankle.y, ankle.z + shift.z)
    .multiply(turn);
  rear.matrix
    .copy(base)
    .multiply(new THREE.Matrix4().makeTranslation(0, -foot.ankleY, 0))
    .multiply(shear);
  toe.matrix
    .copy(base)
    .multiply(new THREE.Matrix4().makeTranslation(foot.ballX, foot.ballY - foot.ankleY, 0))
    .multiply(new THREE.Matrix4().makeRotationZ(pose.toeHinge));
}
