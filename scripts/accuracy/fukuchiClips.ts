import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defaultCamera } from '../../e2e/phantom/camera.ts';
import type { AccuracyClip, Recording } from './accuracyClip.ts';
import { recordedMotion, TRUTH_FOLDER } from './plateClips.ts';

const FOLDER = join(TRUTH_FOLDER, 'fukuchi2017');
const TRIAL = /^(RBDS\d+)_(\d\.\d)ms_keypoints\.csv\.gz$/;
/** Left out: foot markers that jump between speeds. */
const DOUBTFUL = new Set(['RBDS027']);
const START_S = 4;
const DURATION_S = 5;
/** 120 frames/s from both sides first, the other rates from one side of each. */
const FILMED = [
  { fps: 120, facing: 'right' },
  { fps: 120, facing: 'left' },
  { fps: 60, facing: 'right' },
  { fps: 240, facing: 'left' },
] as const;
/** Light, shutter and rails of the clips in turn. */
const PICTURES = [
  {},
  { shutterS: 1 / 250 },
  { light: 'dim', noise: 3 },
  { shutterS: 1 / 400, light: 'backlit', crf: 28 },
] as const satisfies readonly AccuracyClip['picture'][];

/**
 * Eighteen real runners' motion (Fukuchi 2017) drawn as the synthetic runner is, in the order in which they are worth having; none
 * where the recordings do not stand beside the project.
 */
export function fukuchiClips(): AccuracyClip[] {
  if (!existsSync(FOLDER)) return [];
  const trials = readdirSync(FOLDER)
    .sort()
    .flatMap((file) => {
      const [, runner, speed] = TRIAL.exec(file) ?? [];
      return runner === undefined || speed === undefined || DOUBTFUL.has(runner) ? [] : [{ runner, speed }];
    });
  return FILMED.flatMap(({ fps, facing }) =>
    trials.flatMap(({ runner, speed }, i) => clipsOf(runner, speed, i, fps, facing)),
  );
}

function clipsOf(
  runner: string,
  speed: string,
  trial: number,
  fps: number,
  facing: 'left' | 'right',
): AccuracyClip[] {
  const recording: Recording = { folder: 'fukuchi2017', name: `${runner}_${speed}ms`, startS: START_S };
  const speedMps = Number(speed);
  const runnerId = `plate-${runner}-${speed}-${facing}`;
  const { heightM } = recordedMotion(recording).body;
  const request = { speedMps, heightM, seed: 1700 + trial };
  const yawDeg = ((trial * 5) % 13) - 6;
  const common = {
    ...{ set: 'fukuchi' as const, runnerId, look: 1700 + 2 * trial + (facing === 'left' ? 1 : 0) },
    picture: PICTURES[trial % PICTURES.length] ?? {},
    camera: { ...defaultCamera('side', heightM), facing, yawDeg, distanceM: 5.2 + (trial % 5) / 5 },
  };
  return [
    {
      ...{ ...common, id: `${runnerId}-side-${fps}`, role: 'side', runner: request, recording, fps },
      durationS: DURATION_S,
    },
    {
      ...{ ...common, id: `${runnerId}-standing`, role: 'standing', runner: { ...request, kind: 'stand' } },
      ...{ fps: 30, durationS: 1 },
    },
  ];
}
