import { type Clothing, clothingAfter, clothingDifference, clothingOf } from './clothing.ts';
import { cropI420, LANDMARK_RANGE } from './crop.ts';
import type { I420Frame } from './i420.ts';
import { type DecodedPose, decodeLandmarks } from './landmarks.ts';
import { isKnown, type Motion, motionAfter, motionUnseen, offLine, predicted } from './motion.ts';
import { LANDMARK_INPUT_PX, type PoseNetworks } from './networks.ts';
import { distance, type Point, type Roi, uprightRoi } from './roi.ts';
import { PersonSearch, personAt, squaresAround, wholePicture } from './search.ts';

/** Below this probability of a person in the square, the person counts as lost. Source: MediaPipe pose landmark graph. */
const MIN_PRESENCE = 0.5;
/** From one frame to the next nobody leaves the line they are on by more than this share of the square; a passer-by does. */
const MAX_JUMP = 0.07;
/** As long as it is not known where the person is going. */
const UNKNOWN_REACH = 0.4;
/** A lost person is looked for farther off the line with every frame; hardly farther while somebody else is in the way. */
const REACH_PER_FRAME = 0.02;
const REACH_PER_HIDDEN_FRAME = 0.003;
const MAX_REACH = 1;
/** The detector places the hips less exactly than the landmark network. */
const DETECTOR_REACH = 0.25;
/**
 * After a gap or a jump somebody whose clothes differ by more (0-255) is somebody else. One person's differ by up to 4 from
 * their mean. The light may have changed meanwhile: with the reach (share of the square) more is allowed.
 */
const MAX_CLOTHING_DIFFERENCE = 7;
const CLOTHING_PER_REACH = 30;
/** A person found again is not larger or smaller than before by more than this factor. */
const MAX_SCALE_CHANGE = 1.8;
/** Without a chosen person: after this many frames anyone may be the next. */
const FORGET_AFTER_FRAMES = 30;

export interface TrackerState {
  /** Square of the person in the last frame where there was one. */
  readonly last: Roi | undefined;
  /** Frames since then: 0 while the person is tracked. */
  readonly lostFrames: number;
  /** Where the person is going, and what they wear: tells them from a passer-by. Absent where unknown. */
  readonly motion?: Motion | undefined;
  readonly clothing?: Clothing | undefined;
  /** How much farther than usual a lost person is looked for, share of the square. */
  readonly reach?: number | undefined;
}
export const INITIAL_STATE: TrackerState = { last: undefined, lostFrames: 0 };

/**
 * Follows one person from frame to frame (forwards or backwards in time), without smoothing: the square for a frame comes
 * from the keypoints of the frame before; the detector runs only at the start and when the person is lost.
 */
export class PersonTracker {
  state: TrackerState = INITIAL_STATE;
  private readonly networks: PoseNetworks;
  private readonly search: PersonSearch;
  private readonly chosen: Point | undefined;
  private isSomebodyThere = false;
  private readonly input = new Float32Array(LANDMARK_INPUT_PX * LANDMARK_INPUT_PX * 3);

  /** @param chosen a point (px) on the wanted person in the first frame given to `estimate`; then nobody else is taken */
  constructor(networks: PoseNetworks, chosen?: Point) {
    this.networks = networks;
    this.search = new PersonSearch(networks);
    this.chosen = chosen;
  }

  /** 33 x (x px, y px, visibility) of the person, or undefined where the person is not found. */
  async estimate(frame: I420Frame): Promise<Float32Array | undefined> {
    this.isSomebodyThere = false;
    const pose = await this.poseOf(frame);
    const { last, lostFrames, motion, clothing, reach = 0 } = this.state;
    if (pose === undefined) {
      const forget = this.chosen === undefined && lostFrames >= FORGET_AFTER_FRAMES;
      // Only a chosen person is known to be the right one to wait for.
      const isHidden = this.chosen !== undefined && this.isSomebodyThere;
      const farther = isHidden ? REACH_PER_HIDDEN_FRAME : REACH_PER_FRAME;
      const kept: Partial<TrackerState> = {
        ...{ last, clothing, motion: motion && motionUnseen(motion) },
        reach: Math.fround(Math.min(MAX_REACH, reach + farther)),
      };
      this.state = { ...INITIAL_STATE, ...(forget ? {} : kept), lostFrames: lostFrames + 1 };
      return undefined;
    }
    const isSure = motion === undefined || motion.doubt === 0;
    this.state = {
      ...{
        last: pose.next,
        lostFrames: 0,
        motion: motionAfter(motion, pose.next),
        reach: isSure ? 0 : reach,
      },
      clothing: isSure ? clothingAfter(clothing, clothingOf(frame, pose.keypoints)) : clothing,
    };
    return pose.keypoints;
  }

  private async poseOf(frame: I420Frame): Promise<DecodedPose | undefined> {
    const { last, lostFrames } = this.state;
    if (last !== undefined) {
      const tracked = lostFrames === 0 ? await this.poseIn(frame, last) : undefined;
      if (tracked !== undefined && this.fit(frame, tracked, false) <= 1) return tracked;
      return this.refind(frame, last);
    }
    if (this.chosen === undefined) return this.firstPose(frame, await this.anyone(frame));
    if (lostFrames > 0) return undefined;
    return this.chosenPose(frame, this.chosen);
  }

  /** The most certain person of the picture first. */
  private async anyone(frame: I420Frame): Promise<Roi[]> {
    const whole = await this.search.inSquares(frame, [wholePicture(frame)]);
    return (whole.length > 0 ? whole : await this.search.everywhere(frame)).map(({ roi }) => roi);
  }

  private async chosenPose(frame: I420Frame, point: Point): Promise<DecodedPose | undefined> {
    const found = personAt(await this.search.inSquares(frame, squaresAround(frame, point)), point);
    // The coach says that somebody is there: where the detector sees nobody, the landmark network is asked directly.
    const side = Math.min(frame.width, frame.height);
    const guesses = [1.1, 0.8, 0.5].map((share) => uprightRoi(point, side * share));
    return this.firstPose(frame, found === undefined ? guesses : [found.roi]);
  }

  /** The person again after a jump or a gap: first of all in the square where they should be, then who fits best. */
  private async refind(frame: I420Frame, last: Roi): Promise<DecodedPose | undefined> {
    const { motion, reach = 0 } = this.state;
    const expected = isKnown(motion) ? { ...last, ...predicted(motion) } : last;
    const there = await this.poseIn(frame, expected);
    if (there !== undefined && this.fit(frame, there, true) <= 1) return there;
    const near = (roi: Roi): boolean =>
      distance(roi, expected) < last.size * (MAX_JUMP + DETECTOR_REACH + reach) &&
      Math.abs(Math.log(roi.size / last.size)) < Math.log(MAX_SCALE_CHANGE);
    const squares = [uprightRoi(expected, 2 * last.size), wholePicture(frame)];
    let best: { readonly pose: DecodedPose; readonly fit: number } | undefined;
    for (const { roi } of await this.search.inSquares(frame, squares)) {
      const pose = near(roi) ? await this.poseIn(frame, roi) : undefined;
      if (pose === undefined) continue;
      const fit = this.fit(frame, pose, true);
      if (fit <= (best?.fit ?? 1)) best = { pose, fit };
    }
    this.isSomebodyThere ||= there !== undefined;
    return best?.pose;
  }

  /** How badly a pose fits the person followed, 0 for perfectly; above 1 it is somebody else. */
  private fit(frame: I420Frame, { keypoints, next }: DecodedPose, isJump: boolean): number {
    const { last, motion, clothing, reach = 0 } = this.state;
    if (last === undefined) return 0;
    const scale = Math.abs(Math.log(next.size / last.size)) / Math.log(MAX_SCALE_CHANGE);
    if (!isKnown(motion)) return Math.max(scale, distance(next, last) / last.size / (UNKNOWN_REACH + reach));
    const off = offLine(motion, next) / last.size / (MAX_JUMP + reach);
    if (motion.doubt === 0 && !isJump) return Math.max(scale, off);
    const seen = clothingOf(frame, keypoints);
    const allowed = MAX_CLOTHING_DIFFERENCE + CLOTHING_PER_REACH * reach;
    const strange = clothing && seen ? clothingDifference(clothing, seen) / allowed : 0;
    return Math.max(scale, off, strange);
  }

  private async firstPose(frame: I420Frame, rois: readonly Roi[]): Promise<DecodedPose | undefined> {
    for (const roi of rois) {
      const pose = await this.poseIn(frame, roi);
      if (pose !== undefined) return pose;
    }
    return undefined;
  }

  private async poseIn(frame: I420Frame, roi: Roi): Promise<DecodedPose | undefined> {
    cropI420(frame, roi, LANDMARK_INPUT_PX, this.input, LANDMARK_RANGE);
    const output = await this.networks.landmark(this.input);
    return output.presence < MIN_PRESENCE ? undefined : decodeLandmarks(output, roi);
  }
}
