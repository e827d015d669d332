import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { defaultCamera } from '../../e2e/phantom/camera.ts';
import type { MotionSource } from '../../e2e/phantom/pose.ts';
import { measuredMotion } from '../../e2e/phantom/rbds.ts';
import type { AccuracyClip, Recording } from './accuracyClip.ts';
import { durationFor } from './clipSet.ts';

/** Real runners on a force plate, a folder for each set; beside the project or not there. */
export const TRUTH_FOLDER = join(
  process.env['MIDSTANCE_MEDIA'] ?? fileURLToPath(new URL('../../../shared', import.meta.url)),
  'truth',
);
const FOLDER = join(TRUTH_FOLDER, 'rbds');
const RECORDINGS = ['RBDS001_2.5ms', 'RBDS0041_2.5ms'] as const;
const SPEED_MPS = 2.5;
/** Of neither more than this slow and this long; both turn about 160 steps a minute. */
const [CADENCE_SPM, CONTACT_S] = [155, 0.3] as const;
const FPS = 120;
const START_S = 2;
/** Camera and clothes of each clip: the leg that is near, a little yaw, another distance. */
const CAMERAS = [
  { facing: 'left', yawDeg: 3, distanceM: 5 },
  { facing: 'right', yawDeg: -4, distanceM: 4.4 },
] as const;

/** The joints of a real runner on a force plate, which move the figure. @throws Error without the recordings' folder */
export function recordedMotion({ name, startS, folder = 'rbds' }: Recording): MotionSource {
  const path = join(TRUTH_FOLDER, folder, name);
  const keypoints = gunzipSync(readFileSync(`${path}_keypoints.csv.gz`)).toString();
  const events = readFileSync(`${path}_events.csv`, 'utf8');
  return measuredMotion(keypoints, events, speedOf(name), startS);
}

/** The belt's speed stands in the name, m/s. */
const speedOf = (name: string): number => Number(/_(\d\.\d)ms$/.exec(name)?.[1] ?? SPEED_MPS);

/**
 * Real runners' joint motion with force-plate contacts, drawn as the synthetic runner is (Fukuchi 2017); none where the
 * recordings do not stand beside the project. Their tracks stay on the machine.
 */
export function plateClips(): AccuracyClip[] {
  if (!existsSync(FOLDER)) return [];
  return RECORDINGS.flatMap((name, i) => {
    const recording: Recording = { name, startS: START_S };
    const { heightM } = recordedMotion(recording).body;
    const runner = { speedMps: SPEED_MPS, heightM, seed: 900 + i };
    return CAMERAS.flatMap((camera, k): AccuracyClip[] => {
      const runnerId = `plate-${name.split('_')[0]}-${camera.facing}`;
      const common = {
        ...{ set: 'plate' as const, runnerId, look: 900 + 10 * i + k, picture: {} },
        camera: { ...defaultCamera('side', heightM), ...camera },
      };
      return [
        {
          ...{ ...common, id: `${runnerId}-side-${FPS}`, role: 'side', runner, recording, fps: FPS },
          durationS: durationFor(CADENCE_SPM, CONTACT_S),
        },
        {
          ...{
            ...common,
            id: `${runnerId}-standing`,
            role: 'standing',
            runner: { ...runner, kind: 'stand' },
          },
          ...{ fps: 30, durationS: 1 },
        },
      ];
    });
  });
}
