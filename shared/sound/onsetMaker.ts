import type { ClipSound } from '../domain/clipSound.ts';
import { quantile } from '../math/statistics.ts';
import { Biquad, highPass, lowPass } from './biquad.ts';

/** Entries per second of file time. */
const ONSET_HZ = 200;
/** The thud of body and treadmill deck, and the slap of the shoe, Hz; hiss above and rumble below are left out (design values). */
const BANDS: readonly (readonly [lowHz: number, highHz: number])[] = [
  [80, 500],
  [500, 3000],
];
/** Loudness counts against the quiet part of the clip: what does not rise above it is no beat. */
const QUIET_SHARE = 0.3;
/** Power below which a recording is silent (full scale is 1): some -80 dB. */
const SILENT_POWER = 1e-8;
/** Onsets above this share of all are cut off: one bang would leave nothing of the steps in 256 levels. */
const STRONGEST_SHARE = 0.998;

interface Band {
  readonly filters: readonly Biquad[];
  readonly power: number[];
  sum: number;
}

/** Reduces a clip's sound, given piece by piece, to its onsets (energy flux in two bands, logarithmic, rising part only). */
export class OnsetMaker {
  private readonly bands: readonly Band[];
  private readonly hop: number;
  private filled = 0;

  /** @param sampleHz samples per second of what follows, a multiple of 200 */
  constructor(sampleHz: number) {
    this.hop = sampleHz / ONSET_HZ;
    if (!(Number.isInteger(this.hop) && sampleHz >= 8000))
      throw new RangeError(`invalid sampleHz: ${sampleHz}`);
    this.bands = BANDS.map(([low, high]) => ({
      filters: [new Biquad(highPass(low, sampleHz)), new Biquad(lowPass(high, sampleHz))],
      power: [],
      sum: 0,
    }));
  }

  /** The next samples, mono, full scale 1. */
  add(samples: ArrayLike<number>): void {
    for (let i = 0; i < samples.length; i++) {
      for (const band of this.bands) {
        let value = samples[i] ?? 0;
        for (const filter of band.filters) value = filter.next(value);
        band.sum += value * value;
      }
      this.filled++;
      if (this.filled === this.hop) this.closeHop();
    }
  }

  private closeHop(): void {
    this.filled = 0;
    for (const band of this.bands) {
      band.power.push(band.sum / this.hop);
      band.sum = 0;
    }
  }

  /** @param start file seconds of the first sample; undefined without a beat in it (silence, a few samples only) */
  finish(start: number): ClipSound | undefined {
    const fluxes = this.bands.map(({ power }) => fluxOf(power));
    const flux = (fluxes[0] ?? []).map((_, i) => fluxes.reduce((sum, band) => sum + (band[i] ?? 0), 0));
    const strongest = Math.max(quantile(flux, STRONGEST_SHARE) ?? 0, 0);
    if (strongest === 0) return undefined;
    const onsets = flux.map((value) => Math.round(255 * Math.min(1, value / strongest)));
    // An entry is the growth about the middle of its hop.
    return { hz: ONSET_HZ, start: start + 0.5 / ONSET_HZ, onsets };
  }
}

/** Rise of the logarithmic loudness over two hops. Smoothing over three keeps a deep tone's own swing from counting. */
function fluxOf(power: readonly number[]): number[] {
  const at = (i: number) => power[Math.min(power.length - 1, Math.max(0, i))] ?? 0;
  const smooth = power.map((_, i) => (at(i - 1) + 2 * at(i) + at(i + 1)) / 4);
  const floor = Math.max(SILENT_POWER, 2 * (quantile(smooth, QUIET_SHARE) ?? 0));
  const level = smooth.map((value) => Math.log1p(value / floor));
  return level.map((_, i) => {
    const before = level[i - 1];
    const after = level[i + 1];
    return before === undefined || after === undefined ? 0 : Math.max(0, after - before);
  });
}
