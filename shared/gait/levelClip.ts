import { type CameraCheck, fine, warn } from './cameraCheck.ts';
import type { PreparedClip } from './preparedClip.ts';
import { type PlaneContext, type PlaneReading, readSide } from './readPlane.ts';
import { agreedRoll, estimateRoll, levelled } from './roll.ts';
import type { SideReference, StandingReference } from './standing.ts';

/** Roll below which it is no matter, degrees (METHOD.md 4.4). */
const LEVEL_DEG = 2;
/** What the feet alone say is noise up to here: twice its own error, degrees. */
const DOUBTFUL_DEG = 5;
/** Nor is it believed beyond: on level clips they were up to 14 degrees off, and no coach holds a phone so. */
const BEYOND_BELIEF_DEG = 10;
/** A camera turned further sees level ground run up or down the picture: that is no roll. */
const TURNED_DEG = 10;

/**
 * The side view as a level camera would have seen it. A roll is taken out where the feet and the standing body both show it, as
 * far as both do, and where the incline of belt or ground is told: otherwise it may be one, and is only named.
 * No tilt refuses a clip.
 * @throws CodedError as `readSide`
 */
export function readLevel(
  prepared: PreparedClip,
  context: PlaneContext,
): { reading: PlaneReading; checks: CameraCheck[] } {
  const reading = readSide(prepared, context);
  const { input, view } = prepared;
  if ((view.yawDeg ?? 0) > TURNED_DEG) return { reading, checks: [] };
  const incline = context.session.incline_percent;
  const forward = view.direction === 'left' ? -1 : 1;
  const byFeet = estimateRoll(reading.signals, reading.contacts, forward, incline ?? 0)?.rollDeg;
  if (byFeet === undefined) return { reading, checks: [] };
  const standingRoll = context.standing.rollDeg;
  const roll = standingRoll === undefined ? byFeet : agreedRoll(byFeet, standingRoll);
  const roll_deg = Math.round(Math.abs(roll));
  if (standingRoll === undefined && Math.abs(roll) > BEYOND_BELIEF_DEG) return { reading, checks: [] };
  if (standingRoll === undefined && incline !== null) {
    if (Math.abs(roll) < DOUBTFUL_DEG) return { reading, checks: [] };
    return { reading, checks: [warn('roll_unsure', { roll_deg })] };
  }
  if (Math.abs(roll) < LEVEL_DEG) return { reading, checks: [fine('level', { roll_deg })] };
  if (incline === null) return { reading, checks: [warn('ground_looks_tilted', { roll_deg })] };
  const upright = { ...prepared, input: { ...input, pose: levelled(input.pose, roll) } };
  const standing = levelledStanding(context.standing, forward * roll);
  const level = readSide(upright, { ...context, standing });
  const picture = { ...level.basis.picture, rollDeg: roll };
  return {
    reading: { ...level, basis: { ...level.basis, picture } },
    checks: [warn('roll_corrected', { roll_deg })],
  };
}

/** The standing picture was taken by the same camera: its angles carry the same roll. */
function levelledStanding(standing: StandingReference, roll: number): StandingReference {
  if (!standing.side) return standing;
  const level = ({ foot, shank, closeFoot }: SideReference): SideReference => ({
    ...{ foot: foot - roll, shank: shank - roll },
    ...(closeFoot === undefined ? {} : { closeFoot: closeFoot - roll }),
  });
  return { ...standing, side: { L: level(standing.side.L), R: level(standing.side.R) } };
}
