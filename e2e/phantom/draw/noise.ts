import { randomFromSeed } from '../random.ts';

const TABLE = 1 << 16;
let table: Int8Array | undefined;

/** Normal numbers of standard deviation 16, made once. */
function normals(): Int8Array {
  const random = randomFromSeed(0x4e015e);
  table ??= Int8Array.from({ length: TABLE }, () => Math.round(16 * random.normal()));
  return table;
}

/** Adds the noise of a sensor to 8-bit RGB: mostly brightness, a little colour. Decided by the seed. */
export function addNoise(rgb: Buffer, sd: number, seed: number): void {
  const values = normals();
  const random = randomFromSeed(seed);
  const gain = sd / 16;
  const RUN = 960;
  for (let start = 0; start < rgb.length; start += 3 * RUN) {
    let at = Math.floor(random.uniform() * TABLE);
    const end = Math.min(rgb.length, start + 3 * RUN);
    for (let i = start; i < end; i += 3, at += 2) {
      const bright = gain * (values[at & (TABLE - 1)] as number);
      const tint = 0.4 * gain * (values[(at + 1) & (TABLE - 1)] as number);
      rgb[i] = Math.min(255, Math.max(0, (rgb[i] as number) + bright + tint + 0.5));
      rgb[i + 1] = Math.min(255, Math.max(0, (rgb[i + 1] as number) + bright + 0.5));
      rgb[i + 2] = Math.min(255, Math.max(0, (rgb[i + 2] as number) + bright - tint + 0.5));
    }
  }
}
