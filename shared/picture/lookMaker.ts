import type { ClipLook } from '../domain/clipLook.ts';
import { blurOf } from './blur.ts';
import { cameraMove, type Pyramid, pyramidOf } from './cameraMove.ts';
import { CutFinder } from './cutFinder.ts';
import { type GreyPicture, meanLuma } from './greyPicture.ts';

/** Builds a clip's look from the small grey pictures of all its frames, given in order. */
export class LookMaker {
  private readonly every: number;
  private readonly luma: number[] = [];
  private readonly blur: number[] = [];
  private readonly shift: ClipLook['shift'] = [];
  private readonly zoom: ClipLook['zoom'] = [];
  private readonly cuts = new CutFinder();
  private last: Pyramid | undefined;
  private frame = 0;

  /** @param every frames between two samples of light, blur and movement; cuts are looked for in every frame */
  constructor(every: number) {
    if (!(Number.isInteger(every) && every > 0)) throw new RangeError(`invalid every: ${every}`);
    this.every = every;
  }

  /** The next whole frame, small. */
  add(picture: GreyPicture): void {
    const pyramid = pyramidOf(picture);
    this.cuts.add(pyramid.quarter);
    if (this.frame % this.every === 0) this.sample(pyramid);
    this.frame++;
  }

  /** A part of some frame, pixel by pixel. */
  addDetail(part: GreyPicture): void {
    const blur = blurOf(part);
    if (blur !== undefined) this.blur.push(rounded(blur, 3));
  }

  private sample(pyramid: Pyramid): void {
    const { height } = pyramid.full;
    const move = this.last && cameraMove(this.last, pyramid);
    this.luma.push(Math.round(meanLuma(pyramid.full)));
    this.shift.push(move ? [rounded(move.dx / height, 5), rounded(move.dy / height, 5)] : null);
    this.zoom.push(move ? rounded(Math.log1p(move.zoom), 5) : null);
    this.last = pyramid;
  }

  /** Undefined when no picture came. */
  finish(): ClipLook | undefined {
    if (this.frame === 0) return undefined;
    const { every, luma, blur } = this;
    const cuts = [...this.cuts.finish()];
    // Across a cut nothing moved: two cameras have nothing in common.
    const isAcross = (i: number) => cuts.some((cut) => cut > (i - 1) * every && cut <= i * every);
    return {
      ...{ every, luma, blur, cuts },
      shift: this.shift.map((move, i) => (isAcross(i) ? null : move)),
      zoom: this.zoom.map((growth, i) => (isAcross(i) ? null : growth)),
    };
  }
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));
