import { DETECTOR_INPUT_PX } from './networks.ts';

/** Grid stride in input pixels, and anchors per cell. Source: MediaPipe pose_detection_cpu SsdAnchorsCalculatorOptions. */
const LAYERS = [
  { stride: 8, perCell: 2 },
  { stride: 16, perCell: 2 },
  { stride: 32, perCell: 6 },
] as const;

/** Anchor centres x, y in 0-1 of the detector's input; anchor sizes are fixed to 1. 2254 anchors. */
export const anchors: Float32Array = Float32Array.from(
  LAYERS.flatMap(({ stride, perCell }) => {
    const cells = DETECTOR_INPUT_PX / stride;
    return Array.from({ length: cells * cells * perCell }, (_, i) => {
      const cell = Math.floor(i / perCell);
      return [((cell % cells) + 0.5) / cells, (Math.floor(cell / cells) + 0.5) / cells];
    }).flat();
  }),
);

export const ANCHOR_COUNT = anchors.length / 2;
