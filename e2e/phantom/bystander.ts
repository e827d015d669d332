import type { Side } from '../../shared/pose/keypoints.ts';
import type { Body } from './body.ts';
import type { PersonRequest } from './draw/painter.ts';
import { type Look, variedLook } from './look.ts';
import { proceduralMotion } from './motion.ts';
import { type RunnerRequest, runnerParams } from './params.ts';
import { RAD } from './vec.ts';

/** Another person, who stands or goes straight on through the picture. */
export interface Bystander {
  readonly runner: RunnerRequest;
  readonly look: number;
  /** Where at time 0, metres in the runner's directions; the ground is at 0. */
  readonly startM: readonly [x: number, y: number, z: number];
  /** Which way this person faces: 0 as the runner, 90 to the runner's left. */
  readonly headingDeg: number;
  /** Speed along the heading relative to the runner's own frame. */
  readonly movesMps: number;
}

export interface BystanderScene {
  readonly body: Body;
  readonly look: Look;
  readonly dimSide: Side | null;
  readonly at: (timeS: number) => PersonRequest;
}

const LONGEST_S = 30;

export function bystanderScene(person: Bystander, dimSide: Side | null): BystanderScene {
  const motion = proceduralMotion(runnerParams(person.runner), LONGEST_S);
  const turn = person.headingDeg * RAD;
  const [x, y, z] = person.startM;
  const turnedRound = Math.cos(turn) < 0;
  const shaded = dimSide !== null && turnedRound ? (dimSide === 'L' ? 'R' : 'L') : dimSide;
  return {
    body: motion.body,
    look: variedLook(person.look),
    dimSide: shaded,
    at: (t) => ({
      pose: motion.poseAt(t),
      at: [x + person.movesMps * t * Math.cos(turn), y, z - person.movesMps * t * Math.sin(turn)],
      turn,
    }),
  };
}
