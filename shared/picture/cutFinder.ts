import type { GreyPicture } from './greyPicture.ts';
import { bestMatch, likeness } from './likeness.ts';

/** Two pictures of one shot are more alike than this, whatever moves; of two shots less (correlation). */
const SAME_SHOT = 0.6;
/** A cut stands out: the pictures just before it were at least this alike. */
const STEADY = 0.75;
const REACH = 4;

/**
 * Finds the frames with which new footage begins, given small pictures (about 40 x 22) of every frame in order. Brightness may
 * jump within a shot (correlation does not see it) and the camera may move (the best match counts). A single odd picture, as a
 * photographer's flash makes it, is no cut: the one after it is like the one before.
 */
export class CutFinder {
  readonly cuts: number[] = [];
  private frame = 0;
  private before: GreyPicture | undefined;
  /** The picture before a break that is not yet confirmed. */
  private suspect: { readonly frame: number; readonly last: GreyPicture } | undefined;
  private steadiness = 1;

  add(picture: GreyPicture): void {
    const { before } = this;
    if (before !== undefined) this.judge(before, picture);
    this.before = picture;
    this.frame++;
  }

  /** The frame that the clip's last picture broke with, if any, is settled by its end. */
  finish(): readonly number[] {
    // A break in the very last frame leaves nothing to split off.
    this.suspect = undefined;
    return this.cuts;
  }

  private judge(before: GreyPicture, picture: GreyPicture): void {
    if (this.suspect !== undefined) {
      const { frame, last } = this.suspect;
      this.suspect = undefined;
      if (!isSameShot(last, picture)) this.cuts.push(frame);
      return;
    }
    const plain = likeness(before, picture) ?? 1;
    if (plain >= SAME_SHOT) {
      this.steadiness = 0.8 * this.steadiness + 0.2 * plain;
      return;
    }
    const matched = bestMatch(before, picture, REACH).likeness;
    if (matched < SAME_SHOT && this.steadiness > STEADY) this.suspect = { frame: this.frame, last: before };
  }
}

const isSameShot = (a: GreyPicture, b: GreyPicture): boolean =>
  (likeness(a, b) ?? 1) >= SAME_SHOT || bestMatch(a, b, REACH).likeness >= SAME_SHOT;
