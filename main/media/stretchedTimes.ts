import type { Edit } from './movieBoxes.ts';

/** A piece of the media shown at one speed, seconds. */
interface Piece {
  readonly from: number;
  readonly to: number;
  readonly shownFrom: number;
  readonly rate: number;
}

/**
 * The pieces of an edit list that shows the media slower or faster than they were taken, as phones and editors keep slow
 * motion without encoding anew; undefined where nothing is stretched, or where pieces overlap or go back, which no clock
 * of the camera can explain.
 */
export function stretchedPieces(edits: readonly Edit[]): readonly Piece[] | undefined {
  if (!edits.some(({ mediaStart_s, rate }) => mediaStart_s !== undefined && rate > 0 && rate !== 1))
    return undefined;
  const pieces: Piece[] = [];
  let shown = 0;
  for (const { mediaStart_s, shown_s, rate } of edits) {
    // A rate of 0 holds one picture: no media time passes.
    if (mediaStart_s !== undefined && rate > 0) {
      const previous = pieces.at(-1);
      if (previous !== undefined && mediaStart_s < previous.to - 1e-3) return undefined;
      pieces.push({ from: mediaStart_s, to: mediaStart_s + shown_s * rate, shownFrom: shown, rate });
    }
    shown += shown_s;
  }
  return pieces;
}

/**
 * When a player shows each frame, seconds since it shows the first.
 * @param mediaTimes of the frames on the media's clock, s, increasing. A frame outside every piece goes on at the speed of
 *   real time from the nearest one.
 */
export function shownTimes(mediaTimes: Float64Array, pieces: readonly Piece[]): Float64Array {
  const shown = mediaTimes.map((time) => shownAt(time, pieces));
  const first = shown[0] ?? 0;
  return shown.map((time) => time - first);
}

/** The last piece that begins at or before a time, by halving: files hold up to 100,000 pieces and millions of frames. */
function pieceAt(time: number, pieces: readonly Piece[]): Piece | undefined {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.from ?? 0) <= time + 1e-6) low = middle + 1;
    else high = middle;
  }
  return pieces[low - 1];
}

function shownAt(time: number, pieces: readonly Piece[]): number {
  const piece = pieceAt(time, pieces);
  if (piece === undefined) {
    const [first] = pieces;
    return first === undefined ? time : first.shownFrom + time - first.from;
  }
  const inside = Math.min(time, piece.to) - piece.from;
  return piece.shownFrom + inside / piece.rate + Math.max(0, time - piece.to);
}
