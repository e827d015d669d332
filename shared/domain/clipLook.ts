/**
 * What a look at small grey pictures of a file tells, made once at import. `luma`, `shift` and `zoom` have an entry per sampled
 * frame: `every` frames apart, from frame 0. Lengths are shares of the picture's height, so that they hold at every picture size.
 */
export interface ClipLook {
  every: number;
  /** Mean brightness, 0 (black) to 255 (white). */
  luma: number[];
  /** Some frames' blur in the middle of the picture, 0 (sharp to the pixel) to 1; those too plain to tell are left out. */
  blur: number[];
  /**
   * How far the background moved since the sample before, to the right and down; null at the start, after a cut and where too
   * little of it shows.
   */
  shift: ([x: number, y: number] | null)[];
  /** Growth of the background since the sample before, natural logarithm; null as `shift`. */
  zoom: (number | null)[];
  /** Frames with which new footage begins. */
  cuts: number[];
}
