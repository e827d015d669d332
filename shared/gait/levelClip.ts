import { CodedError } from '../domain/errors.ts';
import { type CameraCheck, fine, warn } from './cameraChecks.ts';
import type { PreparedClip } from './preparedClip.ts';
import { type PlaneContext, type PlaneReading, readSide } from './readPlane.ts';
import { agreedRoll, estimateRoll, levelled } from './roll.ts';
import type { SideReference, StandingReference } from './standing.ts';

/** Rolls of measurement.md 4.5, degrees: no matter below the first, refused beyond the second. */
const LEVEL_DEG = 2;
const FARTHEST_DEG = 10;
/** What the feet alone say is noise up to here: twice its own error, degrees. */
const DOUBTFUL_DEG = 5;
/** A camera turned further sees level ground run up or down the picture: that is no roll. */
const TURNED_DEG = 10;

/**
 * The side view as a level camera would have seen it. A roll is taken out where the feet and the standing body both show it, as
 * far as both do, and where the incline of belt or ground is told: otherwise it may be one, and is only named.
 * @throws CodedError camera_rolled, and as `readSide`
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
  if (Math.abs(roll) > FARTHEST_DEG) throw new CodedError('camera_rolled', { file: input.file, roll_deg });
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
