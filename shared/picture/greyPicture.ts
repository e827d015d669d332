/** A picture of brightness alone, row by row. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  /** Brightness, 0-255; `width * height` values. One kind of array only: loops over two kinds run at half the speed. */
  readonly data: Float32Array;
}

/** Mean brightness, 0-255. */
export function meanLuma({ data }: GreyPicture): number {
  let sum = 0;
  for (let i = 0; i < data.length; i++) sum += data[i] ?? 0;
  return data.length === 0 ? 0 : sum / data.length;
}

/** Half the size, each value the mean of four; an odd last row or column is left out. */
export function halved({ width, height, data }: GreyPicture): GreyPicture {
  const w = width >> 1;
  const h = height >> 1;
  const half = new Float32Array(w * h);
  for (let y = 0; y < h; y++) {
    const above = 2 * y * width;
    for (let x = 0; x < w; x++) {
      const at = above + 2 * x;
      const sum =
        (data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + width] ?? 0) + (data[at + width + 1] ?? 0);
      half[y * w + x] = sum / 4;
    }
  }
  return { width: w, height: h, data: half };
}
