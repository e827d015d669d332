import { cropI420, DETECTOR_RANGE } from './crop.ts';
import { type Detection, decodeDetections, mergeDetections } from './detection.ts';
import type { I420Frame } from './i420.ts';
import { DETECTOR_INPUT_PX, type PoseNetworks } from './networks.ts';
import { type Point, type Roi, uprightRoi } from './roi.ts';

/** Looks for persons in upright squares of a picture. */
export class PersonSearch {
  private readonly networks: PoseNetworks;
  private readonly input = new Float32Array(DETECTOR_INPUT_PX * DETECTOR_INPUT_PX * 3);

  constructor(networks: PoseNetworks) {
    this.networks = networks;
  }

  /** Persons in the squares, best first; one person seen in two squares counts once. */
  async inSquares(frame: I420Frame, squares: readonly Roi[]): Promise<Detection[]> {
    const found: Detection[] = [];
    for (const square of squares) {
      cropI420(frame, square, DETECTOR_INPUT_PX, this.input, DETECTOR_RANGE);
      found.push(...decodeDetections(await this.networks.detect(this.input), square));
    }
    return mergeDetections(found);
  }

  /** Persons anywhere: in the whole picture, and in squares of its height or width, where a person is larger. */
  everywhere(frame: I420Frame): Promise<Detection[]> {
    return this.inSquares(frame, [wholePicture(frame), ...tiles(frame)]);
  }
}

export function wholePicture({ width, height }: I420Frame): Roi {
  return uprightRoi({ x: width / 2, y: height / 2 }, Math.max(width, height));
}

/** Squares of the picture's short side along its long side, overlapping by half or more. Empty for a square picture. */
export function tiles({ width, height }: I420Frame): Roi[] {
  const side = Math.min(width, height);
  const spare = Math.max(width, height) - side;
  const count = Math.ceil((2 * spare) / side) + 1;
  if (spare < side / 8) return [];
  return Array.from({ length: count }, (_, i) => {
    const along = side / 2 + (spare * i) / (count - 1);
    return uprightRoi(width > height ? { x: along, y: side / 2 } : { x: side / 2, y: along }, side);
  });
}

/** Squares around a point, from the whole picture down to a distant person. */
export function squaresAround(frame: I420Frame, point: Point): Roi[] {
  const side = Math.min(frame.width, frame.height);
  return [wholePicture(frame), ...[1, 0.6, 0.35].map((share) => uprightRoi(point, side * share))];
}
