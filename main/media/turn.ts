import { type QuarterTurn, turnedSize } from '../../shared/domain/quarterTurn.ts';
import type { MovieFacts } from './movieBoxes.ts';

export interface Turn {
  /** Clockwise, degrees; applied before the mirroring. */
  readonly rotation: 0 | 90 | 180 | 270;
  /** Left and right are exchanged after the turn. */
  readonly flip: boolean;
}

/**
 * Turn and mirroring of a display matrix. ffmpeg does both by itself, but its report tells only an angle, which for a
 * mirrored picture is that of another turn.
 * @param reported the clockwise turn in ffmpeg's report, which stands unless the picture is mirrored
 */
export function turnOf(facts: MovieFacts | undefined, reported: Turn['rotation']): Turn {
  if (facts === undefined) return { rotation: reported, flip: false };
  const [a, b, c, d] = facts.matrix;
  if (a * d - b * c >= 0) return { rotation: reported, flip: false };
  // Undoing the mirroring turns the first row's x round; what is left is a turn.
  const degrees = (Math.round(((Math.atan2(b, -a) * 180) / Math.PI + 360) / 90) * 90) % 360;
  return { rotation: degrees === 90 || degrees === 180 || degrees === 270 ? degrees : 0, flip: true };
}

/** A probe, as it came from the file, of the same clip turned further. */
export const turnedProbe = <Probe extends { readonly width: number; readonly height: number }>(
  probe: Probe,
  turn: QuarterTurn,
): Probe & { readonly turn: QuarterTurn } => ({ ...probe, ...turnedSize(probe, turn), turn });
