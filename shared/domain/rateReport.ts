import { containerFps, type FrameTable, frameGaps, toleranceOf, usualGap } from './frameTable.ts';

/** What the intervals between frames say. */
export interface RateReport {
  readonly kind: 'constant' | 'variable';
  /** Rate of the regular intervals, frames per second of the table's clock. */
  readonly fps: number;
  /** Share (0-1) of all intervals that are not the usual one, duplicates and holes included. */
  readonly irregularShare: number;
  /** Frames shown at (almost) the time of the frame before: stored twice, or a stumble of the camera's clock. */
  readonly duplicates: readonly number[];
  /** Places where frames of an otherwise constant rate are missing: the frame before, and how many. */
  readonly holes: readonly { readonly after: number; readonly missing: number }[];
}

/** Below this share of the usual interval two frames are one moment. */
const DUPLICATE_SHARE = 0.1;
/** From this many usual intervals on something is missing. */
const HOLE_GAPS = 1.5;
/** A constant rate may stumble in this share of its intervals, and miss frames in this share. */
const STUMBLE_SHARE = 0.02;
const MISSING_SHARE = 0.1;

/**
 * Whether a clip's rate is constant, and what is missing or doubled in it.
 * @returns undefined for fewer than two frames, which have no rate
 */
export function rateReport(table: FrameTable): RateReport | undefined {
  const gaps = frameGaps(table);
  const usual = usualGap(gaps);
  const fps = containerFps(table);
  if (usual === undefined || fps === undefined) return undefined;
  const tolerance = toleranceOf(table, usual);
  const isIrregular = (gap: number): boolean => Math.abs(gap - usual) > tolerance;
  const isDuplicate = (gap: number): boolean => gap < DUPLICATE_SHARE * usual;
  const isLong = (gap: number): boolean => gap >= HOLE_GAPS * usual && isIrregular(gap);

  const irregular = gaps.filter(isIrregular).length;
  const long = gaps.filter(isLong).length;
  const doubled = gaps.filter(isDuplicate).length;
  // Missing and doubled frames do not make a rate variable; many of them, or a drifting interval, do.
  const isConstant =
    irregular - long - doubled <= STUMBLE_SHARE * gaps.length && long <= MISSING_SHARE * gaps.length;
  return {
    kind: isConstant ? 'constant' : 'variable',
    fps,
    irregularShare: irregular / gaps.length,
    duplicates: gaps.flatMap((gap, i) => (isDuplicate(gap) ? [i + 1] : [])),
    holes: isConstant
      ? gaps.flatMap((gap, i) =>
          isLong(gap) ? [{ after: i, missing: Math.max(1, Math.round(gap * fps) - 1) }] : [],
        )
      : [],
  };
}
