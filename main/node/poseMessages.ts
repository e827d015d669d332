import type { LandmarkModel } from '../../models/manifest.ts';
import type { ChunkData } from '../../shared/pose/blazepose/chunkData.ts';
import type { CloseLookTask } from '../../shared/pose/blazepose/lookClosely.ts';
import type { Person } from '../../shared/pose/blazepose/persons.ts';
import type { PoseChunk, PoseRun } from '../../shared/pose/blazepose/plan.ts';
import type { Point } from '../../shared/pose/blazepose/roi.ts';
import type { TrackerState } from '../../shared/pose/blazepose/tracker.ts';
import type { ClipProbe } from '../media/probe.ts';

/** What a pose worker is started with. */
export interface PoseJobBase {
  readonly file: string;
  readonly clip: ClipProbe;
  readonly weightsFolder: string;
  readonly model: LandmarkModel;
}

export interface PoseRunJob extends PoseJobBase {
  readonly kind: 'run';
  readonly run: PoseRun;
  readonly chosen: Point | undefined;
  readonly resumeFrom: { readonly chunk: PoseChunk; readonly data: ChunkData } | undefined;
  readonly initial: TrackerState | undefined;
}

export interface PersonsJob extends PoseJobBase {
  readonly kind: 'persons';
  /** Frames to look at, increasing. */
  readonly frames: readonly number[];
}

export interface LookJob extends PoseJobBase {
  readonly kind: 'look';
  readonly task: CloseLookTask;
}

export type PoseJob = PoseRunJob | PersonsJob | LookJob;

/** What a pose worker reports. */
export type PoseReport =
  | { readonly kind: 'frame' }
  | { readonly kind: 'chunk'; readonly chunk: PoseChunk; readonly data: ChunkData }
  | { readonly kind: 'persons'; readonly persons: readonly Person[] }
  | { readonly kind: 'look'; readonly data: Float32Array }
  | { readonly kind: 'done' }
  | {
      readonly kind: 'failed';
      readonly message: string;
      /** Present when it is a MediaError. */
      readonly media?: { readonly code: string; readonly params: Readonly<Record<string, string | number>> };
    };

/** The only message to a worker: stop, and end ffmpeg with you. */
export const STOP = 'stop';
