import type { GreyPicture } from './greyPicture.ts';

/** Half the window of the second blur, pixels. */
const REACH = 4;
/** Mean difference of neighbours below which there is nothing to be sharp, grey levels. */
const LEAST_DETAIL = 0.8;

/**
 * How much of the difference between neighbouring pixels stays when the picture is blurred once more, 0 (sharp) to 1 (soft):
 * a soft picture hardly changes. Method of Crété-Roffet et al., "The blur effect" (2007). The larger of the two directions;
 * undefined where the picture is too plain to tell.
 */
export function blurOf(picture: GreyPicture): number | undefined {
  const across = keptDifference(picture, 1, picture.width);
  const down = keptDifference(picture, picture.width, picture.height);
  if (across === undefined && down === undefined) return undefined;
  return Math.max(across ?? 0, down ?? 0);
}

/** @param stride distance of neighbours in memory @param length of a row (or column) */
function keptDifference({ width, height, data }: GreyPicture, stride: number, length: number) {
  const lines = (width * height) / length;
  const lineStride = stride === 1 ? width : 1;
  const window = 2 * REACH + 1;
  let before = 0;
  let lost = 0;
  let count = 0;
  for (let line = 0; line < lines; line++) {
    const start = line * lineStride;
    const at = (i: number) => data[start + i * stride] ?? 0;
    for (let i = REACH + 1; i < length - REACH; i++) {
      const difference = Math.abs(at(i) - at(i - 1));
      // Neighbouring windows differ by the one value that enters and the one that leaves.
      const blurred = Math.abs(at(i + REACH) - at(i - 1 - REACH)) / window;
      before += difference;
      lost += Math.max(0, difference - blurred);
      count++;
    }
  }
  if (count === 0 || before / count < LEAST_DETAIL) return undefined;
  return 1 - lost / before;
}
