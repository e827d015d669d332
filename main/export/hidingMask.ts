import { FRAME_STRIDE } from '../../shared/pose/track.ts';
import type { PictureBox } from '../media/keyPicture.ts';
import type { PictureSize } from './assScript.ts';
import { faceBox, hiddenIn } from './keyPictures.ts';

/** Side of a cell of the mask, pixels. */
const CELL = 8;

export interface HidingMask extends PictureSize {
  /** One byte for each cell of each frame: 255 hides, 0 shows. */
  readonly frames: Iterable<Uint8Array>;
}

/**
 * What of each frame of a clip is hidden: what is beside the runner and, without consent, the face. A frame in which the runner is not
 * found is hidden altogether, because nobody knows where the face is.
 * @param pose frames x 33 x 3, pixels of the upright picture
 */
export function hidingMask(
  pose: Float32Array,
  frameCount: number,
  size: PictureSize,
  showFace: boolean,
): HidingMask {
  const [width, height] = [Math.ceil(size.width / CELL), Math.ceil(size.height / CELL)];
  const whole = { x: 0, y: 0, width: size.width, height: size.height };
  function* frames() {
    for (let frame = 0; frame < frameCount; frame++) {
      const points = pose.subarray(frame * FRAME_STRIDE, (frame + 1) * FRAME_STRIDE);
      const isFound = points.length === FRAME_STRIDE && Number.isFinite(points[0]);
      const cells = new Uint8Array(width * height);
      for (const box of isFound ? hiddenIn(points, whole, size, showFace) : [whole]) paint(cells, width, box);
      yield cells;
    }
  }
  return { width, height, frames: { [Symbol.iterator]: frames } };
}

function paint(cells: Uint8Array, width: number, { x, y, width: w, height: h }: PictureBox): void {
  const [left, right] = [Math.floor(x / CELL), Math.min(width, Math.ceil((x + w) / CELL))];
  const bottom = Math.min(cells.length / width, Math.ceil((y + h) / CELL));
  for (let row = Math.floor(y / CELL); row < bottom; row++)
    cells.fill(255, row * width + left, row * width + right);
}

/** Side of the blocks that hidden parts are made of, pixels: the largest head of the clip is not more than two of them. */
export function blockSize(pose: Float32Array, { width, height }: PictureSize): number {
  let largest = height / 20;
  for (let at = 0; at < pose.length; at += FRAME_STRIDE) {
    const points = pose.subarray(at, at + FRAME_STRIDE);
    if (Number.isFinite(points[0])) largest = Math.max(largest, faceBox(points, width, height).height);
  }
  return Math.max(12, Math.round(Math.min(largest, height / 2) / 3));
}
