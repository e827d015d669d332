import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomFromSeed } from '../../e2e/phantom/random.ts';
import type { AnalysisSession, ClipInput, Side } from '../../shared/domain/analysis.ts';
import { eighteenFolder, filmedAt, type PlateContact, rbdsClip } from '../../shared/gait/rbds.testkit.ts';
import { KEYPOINT_STRIDE } from '../../shared/pose/keypoints.ts';
import { FRAME_STRIDE } from '../../shared/pose/track.ts';
import { decodeTrack, RECORDED, TRACKS } from '../accuracy/trackFile.ts';
import { clipInput, sessionOf } from '../accuracy/trackInput.ts';

/** A runner at one speed. */
export interface Trial {
  readonly name: string;
  readonly runner: string;
  readonly speedMps: number;
  /** Where it is known. */
  readonly heightM?: number;
  /** The leg towards the camera of a drawn clip. */
  readonly near?: Side;
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

const SEEN = /^plate-(RBDS\d+)-\d\.\d-(?:left|right)-side-120\.br$/;
/** Rate of the tracks, frames/s. */
export const SEEN_FPS = 120;

const TUNING = /^(tuning-\d+)-side-120\.br$/;

/** The recorded runners drawn from a side and seen through the network, with the plate's contacts; as many as there are tracks. */
export const seenTrials = (): Trial[] => trialsIn(join(TRACKS, RECORDED), SEEN);

/** Synthetic runners for tuning, seen through the network: their motion is a law, not a recording. */
export const tuningTrials = (): Trial[] => trialsIn(TRACKS, TUNING);

function trialsIn(folder: string, pattern: RegExp): Trial[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .flatMap((file): Trial[] => {
      const [, runner] = pattern.exec(file) ?? [];
      if (runner === undefined) return [];
      const track = decodeTrack(readFileSync(join(folder, file)));
      const contacts = track.truth.contacts.map(({ side, initial_contact_s, toe_off_s }) => ({
        ...{ side, initialContact: initial_contact_s, toeOff: toe_off_s },
      }));
      const { speed_mps: speed, athlete_height_m: height } = sessionOf(track.truth);
      const { near_side: near } = track.truth;
      return [
        {
          ...{ name: file.replace('.br', ''), runner, speedMps: speed ?? 0, contacts },
          ...(height === null ? {} : { heightM: height }),
          ...(near === null ? {} : { near }),
          clip: clipInput(file, 'unassigned', track),
        },
      ];
    });
}

/** Every so many frames of a clip: as a slower camera would have had it. */
export function everyOther(clip: ClipInput, step: number): ClipInput {
  if (step === 1) return clip;
  const { times, ...table } = clip.frameTable;
  const frames = Array.from({ length: Math.ceil(times.length / step) }, (_, i) => i * step);
  const data = new Float32Array(frames.length * FRAME_STRIDE);
  for (const [i, frame] of frames.entries())
    data.set(clip.pose.data.subarray(frame * FRAME_STRIDE, (frame + 1) * FRAME_STRIDE), i * FRAME_STRIDE);
  const { close: _, ...pose } = clip.pose;
  return {
    ...clip,
    frameTable: { ...table, times: Float64Array.from(frames, (frame) => times[frame] ?? 0) },
    pose: { ...pose, data },
  };
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
export const sessionOfTrial = ({
  speedMps,
  heightM = 1.75,
}: Pick<Trial, 'speedMps' | 'heightM'>): AnalysisSession => ({
  ...{ athlete_height_m: heightM, speed_mps: speedMps, incline_percent: 0 },
  ...{ shoe: null, surface: 'treadmill' },
});
