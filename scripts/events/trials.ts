import { readdirSync } from 'node:fs';
import { randomFromSeed } from '../../e2e/phantom/random.ts';
import type { AnalysisSession, ClipInput } from '../../shared/domain/analysis.ts';
import { eighteenFolder, filmedAt, type PlateContact, rbdsClip } from '../../shared/gait/rbds.testkit.ts';
import { KEYPOINT_STRIDE } from '../../shared/pose/keypoints.ts';

/** A runner at one speed. */
export interface Trial {
  readonly name: string;
  readonly runner: string;
  readonly speedMps: number;
  readonly clip: ClipInput;
  readonly contacts: readonly PlateContact[];
}

const NAME = /^(RBDS\d+)_(\d\.\d)ms/;
/** Foot markers that jump from speed to speed: looked at, never learned from. */
export const DOUBTFUL: ReadonlySet<string> = new Set(['RBDS027']);

export const trialNames = (): string[] =>
  readdirSync(eighteenFolder)
    .filter((file) => file.endsWith('_keypoints.csv.gz'))
    .map((file) => file.replace('_keypoints.csv.gz', ''))
    .sort();

export function readTrial(name: string): Trial {
  const [, runner, speed] = NAME.exec(name) ?? [];
  if (runner === undefined || speed === undefined) throw new Error(`invalid trial: ${name}`);
  const { clip, contacts } = rbdsClip(name, false, eighteenFolder);
  return { name, runner, speedMps: Number(speed), clip, contacts };
}

/** How a camera and a network would have had the joints. */
export interface Filming {
  readonly fps: number;
  /** 1 SD of each coordinate, metres, and how long an error lasts, seconds (0: from frame to frame anew). */
  readonly noiseM: number;
  readonly lastsS: number;
}

const SECONDS = 12;
const PIXELS_PER_METRE = 400;

/** The first 12 s of a trial at another rate and with errors that come and go; the same for the same seed. */
export function filmed({ clip }: Trial, { fps, noiseM, lastsS }: Filming, seed: number): ClipInput {
  const again = filmedAt(clip, fps, fps, SECONDS);
  const told = { ...again, timeScale: { told: 1, stated: null } };
  if (noiseM === 0) return told;
  const random = randomFromSeed(seed);
  const data = again.pose.data.slice();
  const perFrame = data.length / again.frameTable.times.length;
  const keeps = lastsS > 0 ? Math.exp(-1 / (fps * lastsS)) : 0;
  for (let at = 0; at < perFrame; at++) {
    if (at % KEYPOINT_STRIDE === 2) continue;
    let error = random.normal();
    for (let i = at; i < data.length; i += perFrame) {
      data[i] = (data[i] ?? 0) + error * noiseM * PIXELS_PER_METRE;
      error = keeps * error + Math.sqrt(1 - keeps * keeps) * random.normal();
    }
  }
  return { ...told, pose: { ...again.pose, data } };
}

/** What a coach would have entered. */
export const sessionOfTrial = ({ speedMps }: Pick<Trial, 'speedMps'>): AnalysisSession => ({
  ...{ athlete_height_m: 1.75, speed_mps: speedMps, incline_percent: 0 },
  ...{ shoe: null, surface: 'treadmill' },
});
