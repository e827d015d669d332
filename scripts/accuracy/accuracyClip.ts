import type { CameraParams } from '../../e2e/phantom/camera.ts';
import type { RunnerRequest } from '../../e2e/phantom/params.ts';
import type { ClipsRequest } from '../../e2e/phantom/renderClip.ts';

export type SetName = 'tuning' | 'test' | 'rear-tuning' | 'rear' | 'hard' | 'changed' | 'plate' | 'fukuchi';
/** What phones, messengers and coaches do to a clip. */
export type PictureChange = 'mirrored' | 'smaller' | 'cropped' | 'turned' | 'hevc' | 'squeezed';
/** What may be wrong with the pictures of a clip. */
export type Picture = Pick<
  ClipsRequest,
  'shutterS' | 'noise' | 'light' | 'rail' | 'others' | 'surface' | 'clock' | 'slowFactor'
> & { readonly crf?: number };

/** A stretch of measured joint positions that moves the figure. */
export interface Recording {
  readonly name: string;
  /** The set it is of, where that is not `rbds`. */
  readonly folder?: 'rbds' | 'fukuchi2017';
  /** Where in the recording the clip begins, seconds. */
  readonly startS: number;
}

/** One clip of the synthetic set. Runners of the tuning sets may be looked at while the engine is made, others not. */
export interface AccuracyClip {
  readonly id: string;
  readonly set: SetName;
  /** Clips of one runner are measured together as one session. */
  readonly runnerId: string;
  readonly role: 'side' | 'rear' | 'standing';
  readonly runner: RunnerRequest;
  /** Moves the figure instead of the runner's own motion. */
  readonly recording?: Recording;
  readonly camera: CameraParams;
  /** Seed of skin, clothes and outline. */
  readonly look: number;
  readonly fps: number;
  readonly durationS: number;
  readonly picture: Picture;
  /** What was done to the drawn file before anyone looked. */
  readonly change?: PictureChange;
}
