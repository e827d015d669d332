import type { QuarterTurn } from '../domain/quarterTurn.ts';

/**
 * Version of everything between a decoded frame and its keypoints (crops, tracking, which person is followed). Raised whenever the
 * same network would give other keypoints: stored ones of another version are then computed anew, never mixed.
 */
export const PIPELINE_VERSION = 3;

/** Where the person stands that is followed: pixels of the upright picture before the coach turned it, and when, in file seconds, which no answer to slow motion moves. */
export interface PointedPerson {
  readonly x: number;
  readonly y: number;
  readonly timeS: number;
}

export type PoseSettings = Readonly<Record<string, string | number | boolean | null>>;

/** Turn of the pictures that a run's keypoints belong to, degrees clockwise. */
export const turnOfRun = (settings: PoseSettings): PoseSettings[string] => settings['turn_deg'] ?? 0;

/** Before there were versions the person's time stood here, in true seconds. */
const OLD_PERSON_TIME = 'person_time_s';

/**
 * Settings of a pose key: beside file, model and backend all that changes keypoints. The one place where they are put together, for
 * the app and the command line.
 * @param ofModel files of a coach's own model, or the detector
 * @param person null where nobody was pointed at
 * @param turn of the clip's pictures; no turn is no word of it, as before there were any
 */
export function poseSettings(
  ofModel: PoseSettings,
  person: PointedPerson | null,
  turn: QuarterTurn,
  pipelineVersion = PIPELINE_VERSION,
): PoseSettings {
  const { [OLD_PERSON_TIME]: _, ...own } = ofModel;
  return {
    ...own,
    pipeline_version: pipelineVersion,
    person_x: person?.x ?? null,
    person_y: person?.y ?? null,
    person_file_s: person?.timeS ?? null,
    ...(turn === 0 ? {} : { turn_deg: turn }),
  };
}

/**
 * Settings as they are kept since pose keys have a version: those from before belong to version 1.
 * @param person whom the clip's coach pointed at, file seconds; its time is taken where it is the same point
 */
export function upgradedPoseSettings(settings: PoseSettings, person: PointedPerson | null): PoseSettings {
  if (settings['pipeline_version'] !== undefined) return settings;
  const { person_x: x, person_y: y, [OLD_PERSON_TIME]: time } = settings;
  if (typeof x !== 'number' || typeof y !== 'number' || typeof time !== 'number')
    return poseSettings(settings, null, 0, 1);
  const isSame = person !== null && person.x === x && person.y === y;
  return poseSettings(settings, isSame ? person : { x, y, timeS: time }, 0, 1);
}
