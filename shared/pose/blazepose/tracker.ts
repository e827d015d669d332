import { cropI420, LANDMARK_RANGE } from './crop.ts';
import type { I420Frame } from './i420.ts';
import { type DecodedPose, decodeLandmarks } from './landmarks.ts';
import { LANDMARK_INPUT_PX, type PoseNetworks } from './networks.ts';
import { distance, type Point, type Roi, uprightRoi } from './roi.ts';
import { PersonSearch, personAt, squaresAround, wholePicture } from './search.ts';

/** Below this probability of a person in the square, the person counts as lost. Source: MediaPipe pose landmark graph. */
const MIN_PRESENCE = 0.5;
/** A lost person is looked for within this share of the square, growing with every frame up to the largest. */
const REACH = 0.35;
const REACH_PER_FRAME = 0.02;
const MAX_REACH = 1;
/** A person found again is not larger or smaller than before by more than this factor. */
const MAX_SCALE_CHANGE = 1.8;
/** Without a chosen person: after this many frames anyone may be the next. */
const FORGET_AFTER_FRAMES = 30;

export interface TrackerState {
  /** Square of the person in the last frame where there was one. */
  readonly last: Roi | undefined;
  /** Frames since then: 0 while the person is tracked. */
  readonly lostFrames: number;
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
  private readonly input = new Float32Array(LANDMARK_INPUT_PX * LANDMARK_INPUT_PX * 3);

  /** @param chosen a point (px) on the wanted person in the first frame given to `estimate`; then nobody else is taken */
  constructor(networks: PoseNetworks, chosen?: Point) {
    this.networks = networks;
    this.search = new PersonSearch(networks);
    this.chosen = chosen;
  }

  /** 33 x (x px, y px, visibility) of the person, or undefined where the person is not found. */
  async estimate(frame: I420Frame): Promise<Float32Array | undefined> {
    const pose = await this.poseOf(frame);
    if (pose === undefined) {
      const { last, lostFrames } = this.state;
      const forget = this.chosen === undefined && lostFrames >= FORGET_AFTER_FRAMES;
      this.state = { last: forget ? undefined : last, lostFrames: lostFrames + 1 };
      return undefined;
    }
    this.state = { last: pose.next, lostFrames: 0 };
    return pose.keypoints;
  }

  private async poseOf(frame: I420Frame): Promise<DecodedPose | undefined> {
    const { last, lostFrames } = this.state;
    if (last !== undefined && lostFrames === 0) {
      const tracked = await this.poseIn(frame, last);
      if (tracked !== undefined) return tracked;
    }
    if (last !== undefined) return this.refind(frame, last, lostFrames + 1);
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

  private async refind(frame: I420Frame, last: Roi, lostFrames: number): Promise<DecodedPose | undefined> {
    const around = uprightRoi(last, 2 * last.size);
    const reach = last.size * Math.min(MAX_REACH, REACH + REACH_PER_FRAME * lostFrames);
    const near = (roi: Roi): boolean =>
      distance(roi, last) < reach && Math.abs(Math.log(roi.size / last.size)) < Math.log(MAX_SCALE_CHANGE);
    const squares = [around, wholePicture(frame)];
    const found = (await this.search.inSquares(frame, squares)).map(({ roi }) => roi).filter(near);
    const pose = await this.firstPose(
      frame,
      found.sort((a, b) => distance(a, last) - distance(b, last)),
    );
    return pose !== undefined && near(pose.next) ? pose : undefined;
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
