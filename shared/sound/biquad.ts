/** Coefficients of a second-order filter, divided by a0. */
export interface BiquadCoefficients {
  readonly b0: number;
  readonly b1: number;
  readonly b2: number;
  readonly a1: number;
  readonly a2: number;
}

/** Butterworth's damping: the flattest pass band. */
const Q = Math.SQRT1_2;

/** Robert Bristow-Johnson's audio EQ cookbook, second-order Butterworth. `kind`: +1 low pass, -1 high pass. */
function butterworth2(kind: 1 | -1, cutoffHz: number, sampleHz: number): BiquadCoefficients {
  if (!(cutoffHz > 0 && cutoffHz < sampleHz / 2)) throw new RangeError(`invalid cutoffHz: ${cutoffHz}`);
  const turn = (2 * Math.PI * cutoffHz) / sampleHz;
  const alpha = Math.sin(turn) / (2 * Q);
  const a0 = 1 + alpha;
  const edge = (1 - kind * Math.cos(turn)) / a0;
  return {
    b0: edge / 2,
    b1: kind * edge,
    b2: edge / 2,
    a1: (-2 * Math.cos(turn)) / a0,
    a2: (1 - alpha) / a0,
  };
}

export const lowPass = (cutoffHz: number, sampleHz: number): BiquadCoefficients =>
  butterworth2(1, cutoffHz, sampleHz);
export const highPass = (cutoffHz: number, sampleHz: number): BiquadCoefficients =>
  butterworth2(-1, cutoffHz, sampleHz);

/** Filters sample by sample (transposed direct form II); starts at rest. */
export class Biquad {
  private readonly coefficients: BiquadCoefficients;
  private first = 0;
  private second = 0;

  constructor(coefficients: BiquadCoefficients) {
    this.coefficients = coefficients;
  }

  next(x: number): number {
    const { b0, b1, b2, a1, a2 } = this.coefficients;
    const y = b0 * x + this.first;
    this.first = b1 * x - a1 * y + this.second;
    this.second = b2 * x - a2 * y;
    return y;
  }
}
