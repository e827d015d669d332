import { nearestFrame } from '../../../shared/domain/frameTable.ts';

/** The timeline's track: CSS pixels from `leftPx` over `widthPx` show 0 to `durationS` true seconds. */
export interface TrackScale {
  readonly leftPx: number;
  readonly widthPx: number;
  readonly durationS: number;
}

export function xFromTime({ leftPx, widthPx, durationS }: TrackScale, timeS: number): number {
  return durationS > 0 ? leftPx + (widthPx * timeS) / durationS : leftPx;
}

/** Frame under a pointer; beyond the ends the first and the last one. */
export function frameFromX(scale: TrackScale, x: number, times: Float64Array): number {
  const share = scale.widthPx > 0 ? (x - scale.leftPx) / scale.widthPx : 0;
  return nearestFrame(times, Math.min(1, Math.max(0, share)) * scale.durationS);
}

const NICE_STEPS_S = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600];

/** Times of the marks under the track: round ones, at least `spacingPx` apart. */
export function markTimes({ widthPx, durationS }: TrackScale, spacingPx: number): number[] {
  if (!(durationS > 0) || !(widthPx > 0)) return [0];
  const step = NICE_STEPS_S.find((s) => (s / durationS) * widthPx >= spacingPx) ?? durationS;
  return Array.from({ length: Math.floor(durationS / step + 1e-9) + 1 }, (_, i) => i * step);
}
