/** Colour description of a clip, as far as it changes how Y'CbCr becomes RGB. */
export interface ColourSpace {
  readonly matrix: ColourMatrix;
  /** `full` uses 0-255, `limited` 16-235 for luma and 16-240 for chroma. */
  readonly range: 'limited' | 'full';
}
export type ColourMatrix = 'bt601' | 'bt709' | 'bt2020';

/** Linear coefficients from 8-bit Y'CbCr to R'G'B' of 0-255. */
export interface RgbFromYuv {
  readonly lumaOffset: number;
  readonly lumaGain: number;
  readonly redFromV: number;
  readonly greenFromU: number;
  readonly greenFromV: number;
  readonly blueFromU: number;
}

/** Luma weights of red and blue. Sources: ITU-R BT.601-7, BT.709-6, BT.2020-2 (non-constant luminance). */
const WEIGHTS = {
  bt601: { red: 0.299, blue: 0.114 },
  bt709: { red: 0.2126, blue: 0.0722 },
  bt2020: { red: 0.2627, blue: 0.0593 },
} as const satisfies Record<ColourMatrix, { red: number; blue: number }>;

export function rgbFromYuv({ matrix, range }: ColourSpace): RgbFromYuv {
  const { red, blue } = WEIGHTS[matrix];
  const green = 1 - red - blue;
  const lumaGain = range === 'full' ? 1 : 255 / 219;
  const chromaGain = range === 'full' ? 1 : 255 / 224;
  return {
    lumaOffset: range === 'full' ? 0 : 16,
    lumaGain,
    redFromV: 2 * (1 - red) * chromaGain,
    greenFromU: (2 * blue * (1 - blue) * chromaGain) / green,
    greenFromV: (2 * red * (1 - red) * chromaGain) / green,
    blueFromU: 2 * (1 - blue) * chromaGain,
  };
}

/** What players assume when a file does not say: BT.709 from 720 lines up, BT.601 below. */
export const usualMatrix = (height_px: number): ColourMatrix => (height_px >= 720 ? 'bt709' : 'bt601');
