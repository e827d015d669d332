/** Largest size on the page at 300 dots an inch: 60 by 18 mm. */
const MOST_WIDTH = 710;
const MOST_HEIGHT = 213;
/** What the settings take, with the words before the bytes. */
const MOST_LENGTH = 400_000;

/**
 * A picture file as a small PNG, read and drawn anew: what else is in the file stays behind.
 * @throws RangeError for what is no picture, or one that stays too large
 */
export async function logoFrom(file: Blob): Promise<string> {
  const picture = await createImageBitmap(file).catch(() => {
    throw new RangeError('invalid picture');
  });
  try {
    for (let most = 1; most > 0.2; most *= 0.7) {
      const scale = Math.min(
        most,
        (most * MOST_WIDTH) / picture.width,
        (most * MOST_HEIGHT) / picture.height,
      );
      const canvas = document.createElement('canvas');
      canvas.width = Math.max(1, Math.round(scale * picture.width));
      canvas.height = Math.max(1, Math.round(scale * picture.height));
      canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
      const url = canvas.toDataURL('image/png');
      if (url.length <= MOST_LENGTH) return url;
    }
  } finally {
    picture.close();
  }
  throw new RangeError('invalid picture size');
}
