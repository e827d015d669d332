import manifestJson from './manifest.json' with { type: 'json' };

/** Landmark networks, from the fastest to the most exact. */
export const LANDMARK_MODELS = ['lite', 'full', 'heavy'] as const;
export type LandmarkModel = (typeof LANDMARK_MODELS)[number];
/** The network for the close look: too slow for whole clips, quick enough for some two hundred frames. */
export const CLOSE_MODEL = 'heavy' satisfies LandmarkModel;
/** Whose keypoints a close look follows: the small network is chosen by those in a hurry, the large one has looked already. */
export const takesCloseLook = (model: string): boolean => model === 'full';
export type ModelId = 'detector' | LandmarkModel;

export interface ModelEntry {
  /** File name in the folder of prepared weights. */
  readonly file: string;
  /** SHA-256 of the prepared file, hexadecimal. */
  readonly sha256: string;
  /** File inside the source package, and its SHA-256. */
  readonly source: { readonly file: string; readonly sha256: string };
  /** Names of the output tensors that preparation removes. */
  readonly droppedOutputs: readonly string[];
  /** Width and height of the square input picture, pixels. */
  readonly inputSize_px: number;
}

export interface ModelManifest {
  readonly schemaVersion: number;
  /** npm package that carries the weights. */
  readonly package: { readonly name: string; readonly version: string; readonly licence: string };
  /** Names of the 33 keypoints in output order. */
  readonly keypoints: readonly string[];
  /** What places contacts in time: where it is, the checksum of its numbers, licence and source of the data it was learned from. */
  readonly events: {
    readonly file: string;
    readonly sha256: string;
    readonly licence: string;
    readonly source: string;
  };
  readonly models: Readonly<Record<ModelId, ModelEntry>>;
}

/** What the weights are: where they come from, their checksums, licence, input size and keypoint order. */
export const manifest: ModelManifest = manifestJson;
