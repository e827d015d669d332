import type { LandmarkModel } from '../../models/manifest.ts';
import type { QuarterTurn } from '../../shared/domain/quarterTurn.ts';
import type { ChunkData } from '../../shared/pose/blazepose/chunkData.ts';
import type { ColourSpace } from '../../shared/pose/blazepose/colour.ts';
import type { RunTask } from '../../shared/pose/blazepose/detectTrack.ts';
import type { CloseLookTask } from '../../shared/pose/blazepose/lookClosely.ts';
import type { Person } from '../../shared/pose/blazepose/persons.ts';
import type { PoseChunk } from '../../shared/pose/blazepose/plan.ts';
import type { Point } from '../../shared/pose/blazepose/roi.ts';
import type { GraphModelSource } from './graphModelSource.ts';

export type Accelerator = 'wasm' | 'webgpu';
/** What ran in the end; TensorFlow.js has its own two. */
export type UsedAccelerator = Accelerator | 'webgl' | 'cpu';

export interface LoadOptions {
  /** Folder (URL) of the prepared weights, and of LiteRT's wasm files. */
  readonly weightsUrl: string;
  readonly runtimeUrl: string;
  readonly model: LandmarkModel;
  readonly threads: number;
  readonly accelerator: Accelerator;
  /** Used in place of the app's own networks. */
  readonly graphModel?: GraphModelSource | undefined;
}

/** What the worker needs to know about a clip. */
export interface ClipSource {
  /** Address of the file, readable in ranges. */
  readonly url: string;
  /** Presentation time of the first frame on the file's clock, s; times of all frames since then, s. */
  readonly firstPts: number;
  readonly times: Float64Array;
  /** Upright size, pixels. */
  readonly width: number;
  readonly height: number;
  /** Degrees clockwise by which the pictures are turned further than the file asks. */
  readonly turn: QuarterTurn;
  readonly colour: ColourSpace;
  /**
   * Address of `count` frames from `start` as packed upright I420 pictures of the clip's colour, for clips the browser cannot
   * decode: `{start}` and `{count}` are replaced.
   */
  readonly framesUrl?: string | undefined;
  /** The browser would show this clip, but mirrored wrongly, in other colours or by another clock: the host reads it. */
  readonly isReadByHost?: boolean | undefined;
}

export type Order =
  | { readonly kind: 'load'; readonly options: LoadOptions }
  | {
      readonly kind: 'run';
      readonly clip: ClipSource;
      readonly task: RunTask;
      readonly chosen: Point | undefined;
    }
  | {
      readonly kind: 'persons';
      readonly clip: ClipSource;
      /** Frames to look at, increasing. */
      readonly frames: readonly number[];
    }
  | { readonly kind: 'look'; readonly clip: ClipSource; readonly task: CloseLookTask }
  | { readonly kind: 'stop' };

export type Report =
  | { readonly kind: 'loaded'; readonly accelerator: UsedAccelerator; readonly threads: number }
  | { readonly kind: 'frame' }
  | { readonly kind: 'persons'; readonly persons: readonly Person[] }
  | { readonly kind: 'look'; readonly data: Float32Array }
  | { readonly kind: 'chunk'; readonly chunk: PoseChunk; readonly data: ChunkData }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly message: string };
