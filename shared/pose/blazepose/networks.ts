/** The two networks of BlazePose as plain functions on arrays; an inference runtime provides them. */
export interface PoseNetworks {
  /** @param input 224 x 224 x 3 RGB, -1 to 1 */
  detect(input: Float32Array): Promise<DetectorOutput>;
  /** @param input 256 x 256 x 3 RGB, 0 to 1 */
  landmark(input: Float32Array): Promise<LandmarkOutput>;
}

export const DETECTOR_INPUT_PX = 224;
export const LANDMARK_INPUT_PX = 256;

export interface DetectorOutput {
  /** Per anchor 12 values: box centre x, y, width, height, then four points x, y; input pixels. */
  readonly boxes: Float32Array;
  /** Per anchor one logit. */
  readonly scores: Float32Array;
}

export interface LandmarkOutput {
  /** 39 points x (x, y, z in input pixels, visibility logit, presence logit). */
  readonly landmarks: Float32Array;
  /** Probability (0-1) that the crop holds a person. */
  readonly presence: number;
  /** 64 x 64 x 39 logits: where each point is. */
  readonly heatmap: Float32Array;
}

export const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit));
