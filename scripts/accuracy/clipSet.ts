import type { RunnerRequest } from '../../e2e/phantom/params.ts';
import type { AccuracyClip, SetName } from './accuracyClip.ts';
import { changedClips } from './changedClips.ts';
import { type DrawnRunner, drawnRearRunner, drawnSideRunner } from './drawnRunners.ts';
import { hardClips } from './hardClips.ts';

export type { AccuracyClip };

const SIDE_SETS = [
  { set: 'tuning', runners: 6, firstSeed: 100 },
  { set: 'test', runners: 30, firstSeed: 500 },
] as const;
const REAR_SETS = [
  { set: 'rear-tuning', runners: 6, firstSeed: 1100 },
  { set: 'rear', runners: 16, firstSeed: 1500 },
] as const;
export const SIDE_RATES = [240, 120, 60, 30] as const;
export const REAR_RATE = 120;
const CHANGED_RATE = 120;
const STANDING_S = 1;
const STANDING_FPS = 30;
/** Contacts this near to an end of the clip are not counted. */
const ENDS_S = 0.3;
const WANTED_STEPS = 14;

/** Every clip of the sets at one rate, in order; the same on every machine. Hard clips come at their own rates. */
export function accuracyClips(fps: number): AccuracyClip[] {
  const side = SIDE_SETS.flatMap(({ set, runners, firstSeed }) =>
    Array.from({ length: runners }, (_, i) =>
      session(set, 'side', firstSeed + i, fps, drawnSideRunner(firstSeed + i, i)),
    ).flat(),
  );
  const rear = fps === REAR_RATE ? REAR_SETS : [];
  return [
    ...side,
    ...rear.flatMap(({ set, runners, firstSeed }) =>
      Array.from({ length: runners }, (_, i) =>
        session(set, 'rear', firstSeed + i, fps, drawnRearRunner(firstSeed + i, i)),
      ).flat(),
    ),
    ...hardClips(),
    ...(fps === CHANGED_RATE ? changedClips(side) : []),
  ];
}

/** Every clip there is, each once. */
export function everyClip(): AccuracyClip[] {
  const byId = new Map(SIDE_RATES.flatMap(accuracyClips).map((clip) => [clip.id, clip]));
  return [...byId.values()];
}

/** Long enough that 14 steps of each leg lie wholly inside, away from the ends; whole tenths of a second. */
export const durationFor = (cadenceSpm: number, contactTimeS: number): number =>
  Math.ceil(10 * ((WANTED_STEPS * 120) / cadenceSpm + contactTimeS + ENDS_S)) / 10;

function session(
  set: SetName,
  role: 'side' | 'rear',
  seed: number,
  fps: number,
  { runner, camera, picture, cadenceSpm, contactTimeS }: DrawnRunner,
): AccuracyClip[] {
  const runnerId = `${set}-${seed}`;
  const common = { set, runnerId, camera, look: seed, picture };
  const durationS = durationFor(cadenceSpm, contactTimeS);
  const standing: RunnerRequest = { ...runner, kind: 'stand' };
  return [
    { ...common, id: `${runnerId}-${role}-${fps}`, role, runner, fps, durationS },
    {
      ...{ ...common, id: `${runnerId}-standing`, role: 'standing', runner: standing },
      ...{ fps: STANDING_FPS, durationS: STANDING_S },
    },
  ];
}
