import { distanceToBody, hipsOf, isAgreed, isDisturbed, isSameBody, sideOf, unsteadiness } from './bodies.ts';
import { type Clothing, clothingAfter, clothingDifference, clothingOf } from './clothing.ts';
import {
  type Company,
  companyAfter,
  isAsideDue,
  isLookDue,
  isUnsteady,
  NO_COMPANY,
  squareAbout,
} from './company.ts';
import type { I420Frame } from './i420.ts';
import type { DecodedPose } from './landmarks.ts';
import {
  isKnown,
  type Motion,
  motionAfter,
  motionInDoubt,
  motionUnseen,
  offLine,
  predicted,
} from './motion.ts';
import type { PoseNetworks } from './networks.ts';
import { PoseReader } from './poseReader.ts';
import { distance, type Point, type Roi, uprightRoi } from './roi.ts';
import { PersonSearch, squaresAround, wholePicture } from './search.ts';

/** From one frame to the next nobody leaves the line they are on by more than this share of the square; a passer-by does. */
const MAX_JUMP = 0.07;
/** A smaller jump is a reason to look to the sides. */
const SUSPECT_JUMP = 0.03;
/** As long as it is not known where the person is going. */
const UNKNOWN_REACH = 0.4;
const UNKNOWN_REACH_BESIDE = 0.1;
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
/** Beside somebody a part of what is seen is theirs: so many times more is allowed. */
const SHARED_COLOUR = 2;
/** A person found again is not larger or smaller than before by more than this factor. */
const MAX_SCALE_CHANGE = 1.8;
/** Without a chosen person: after this many frames anyone may be the next. */
const FORGET_AFTER_FRAMES = 30;
/**
 * With nobody else about it is the same person, whatever the light does to the clothes and wherever a start or the turn of a
 * camera takes them: so far from where they were, share of the square, and with every frame unseen so much farther.
 */
const ALONE_REACH = 0.5;
const ALONE_REACH_PER_FRAME = 0.1;
/** Whoever rises from a crouch grows more than somebody who comes nearer. */
const ALONE_SCALE_CHANGE = 2.5;

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
  /** Who else is about; absent for nobody. */
  readonly company?: Company | undefined;
}
export const INITIAL_STATE: TrackerState = { last: undefined, lostFrames: 0 };

/**
 * Follows one person from frame to frame (forwards or backwards in time), without smoothing: the square for a frame comes
 * from the keypoints of the frame before; the detector runs at the start, when the person is lost, and now and then to see
 * who else is about. Where somebody is beside the person, tight squares are compared instead.
 */
export class PersonTracker {
  state: TrackerState = INITIAL_STATE;
  unsteadiness: number | undefined;
  private readonly reader: PoseReader;
  private readonly search: PersonSearch;
  private readonly chosen: Point | undefined;
  private isSomebodyThere = false;
  /** Everybody met in the frame at hand, and what tight squares around the person showed. */
  private met: DecodedPose[] = [];
  private tight: readonly (DecodedPose | undefined)[] = [];

  /** @param chosen a point (px) on the wanted person in the first frame given to `estimate`; then nobody else is taken */
  constructor(networks: PoseNetworks, chosen?: Point) {
    this.reader = new PoseReader(networks);
    this.search = new PersonSearch(networks);
    this.chosen = chosen;
  }

  /** 33 x (x px, y px, visibility) of the person, or undefined where the person is not found. */
  async estimate(frame: I420Frame): Promise<Float32Array | undefined> {
    this.isSomebodyThere = false;
    this.met = [];
    this.tight = [];
    this.unsteadiness = undefined;
    const pose = await this.poseOf(frame);
    this.state = pose === undefined ? this.stateWithout() : await this.stateWith(frame, pose);
    return pose?.keypoints;
  }

  private stateWithout(): TrackerState {
    const { last, lostFrames, motion, clothing, reach = 0, company } = this.state;
    const lost = { ...INITIAL_STATE, lostFrames: lostFrames + 1 };
    if (this.chosen === undefined && lostFrames >= FORGET_AFTER_FRAMES) return lost;
    // Only a chosen person is known to be the right one to wait for.
    const isHidden = this.chosen !== undefined && this.isSomebodyThere;
    const farther = isHidden ? REACH_PER_HIDDEN_FRAME : REACH_PER_FRAME;
    return {
      ...lost,
      last,
      clothing,
      motion: motion && motionUnseen(motion),
      reach: Math.fround(Math.min(MAX_REACH, reach + farther)),
      company,
    };
  }

  private async stateWith(frame: I420Frame, pose: DecodedPose): Promise<TrackerState> {
    const { motion, clothing, reach = 0, company = NO_COMPANY } = this.state;
    const hasLooked = isLookDue(company);
    const isFirst = motion === undefined;
    if (hasLooked) await this.lookRound(frame, pose);
    if (isFirst) this.tight = await this.reader.posesBeside(frame, pose.next, pose.next.size);
    const others = this.met.filter((other) => !isSameBody(other, pose));
    if (this.tight.length === 0 && isAsideDue(company)) this.tight = await this.seenAside(frame, pose);
    const isStart = !isKnown(motion);
    const isOfStart = isStart || company.side !== 0 || company.besideFrames > 0;
    const isBeside = isOfStart && this.tight.some((aside) => isDisturbed(pose, aside));
    this.unsteadiness = unsteadiness(pose, this.tight);
    const seen = {
      ...{ others, isDisturbed: isBeside, hasLooked, isFirst, unsteadiness: this.unsteadiness },
      side: isStart ? sideOf(pose, this.tight) : undefined,
    };
    const now = companyAfter(company, pose, seen);
    const isSure = (motion === undefined || motion.doubt <= (now.besideFrames > 0 ? 1 : 0)) && !isBeside;
    // The first square may lie badly: what it shows of the clothes is forgotten as long as nothing is known.
    const worn = isSure && !isKnown(motion) ? undefined : clothing;
    const next = motionAfter(motion, pose.next);
    return {
      last: pose.next,
      lostFrames: 0,
      motion: now.besideFrames > 0 ? motionInDoubt(next) : next,
      reach: isSure ? 0 : reach,
      clothing: isSure || worn === undefined ? clothingAfter(worn, clothingOf(frame, pose.keypoints)) : worn,
      company: now,
    };
  }

  private seenAside(frame: I420Frame, { next }: DecodedPose): Promise<(DecodedPose | undefined)[]> {
    return this.reader.posesAside(frame, next, next.size);
  }

  /** Who else is about. */
  private async lookRound(frame: I420Frame, pose: DecodedPose): Promise<void> {
    const rois = (await this.search.inSquares(frame, [squareAbout(pose)])).map(({ roi }) => roi);
    // A single one is the person.
    if (rois.length > 1) await this.posesIn(frame, rois);
  }

  private async poseOf(frame: I420Frame): Promise<DecodedPose | undefined> {
    const { last, lostFrames, company = NO_COMPANY } = this.state;
    if (last !== undefined) {
      const isBeside = company.besideFrames > 0;
      const tracked = lostFrames > 0 ? undefined : await this.trackedPose(frame, last, isBeside);
      if (tracked !== undefined && this.fit(frame, tracked, isBeside) <= 1) return tracked;
      return this.refind(frame, last, tracked);
    }
    if (this.chosen === undefined) return this.anyone(frame);
    return lostFrames > 0 ? undefined : this.chosenPose(frame, this.chosen);
  }

  /** From the square of the frame before; beside somebody from tight ones, where the person should be. */
  private async trackedPose(
    frame: I420Frame,
    last: Roi,
    isBeside: boolean,
  ): Promise<DecodedPose | undefined> {
    const { company = NO_COMPANY } = this.state;
    if (!isBeside) {
      const pose = await this.reader.poseIn(frame, last);
      // Who comes by later is told by where they go.
      const isStart = !isKnown(this.state.motion);
      if (pose === undefined || !(isStart || company.side !== 0)) return pose;
      if (!isAsideDue(company) && !this.isSuspect(pose, last)) return pose;
      this.tight = await this.seenAside(frame, pose);
      if (!isUnsteady(unsteadiness(pose, this.tight))) return pose;
    }
    this.tight = await this.reader.posesBeside(frame, this.expected(last), last.size);
    // Who has been on one side from the start is not in the square on the other one.
    const away = company.side === 0 ? undefined : this.tight[company.side > 0 ? 2 : 1];
    if (away !== undefined && this.fit(frame, away, true) <= 1) return away;
    return this.best(frame, isThere(this.tight))?.pose;
  }

  private isSuspect({ next }: DecodedPose, last: Roi): boolean {
    const { motion } = this.state;
    const jump = isKnown(motion) ? offLine(motion, next) : distance(next, last);
    return jump > SUSPECT_JUMP * last.size;
  }

  /** Where the person should be by now. */
  private expected(last: Roi): Roi {
    const { motion } = this.state;
    return isKnown(motion) ? { ...last, ...predicted(motion) } : last;
  }

  /** The most certain person of the picture. */
  private async anyone(frame: I420Frame): Promise<DecodedPose | undefined> {
    const whole = await this.search.inSquares(frame, [wholePicture(frame)]);
    const found = whole.length > 0 ? whole : await this.search.everywhere(frame);
    for (const { roi } of found) {
      const pose = await this.reader.poseIn(frame, roi);
      if (pose !== undefined) return pose;
    }
    return undefined;
  }

  /** Whose body the point lies on or is nearest to, of all who are found around it. */
  private async chosenPose(frame: I420Frame, point: Point): Promise<DecodedPose | undefined> {
    const detections = await this.search.inSquares(frame, squaresAround(frame, point));
    const around = detections.map(({ roi }) => roi).filter((roi) => distance(roi, point) < roi.size / 2);
    // The coach says that somebody is there: where the detector sees nobody, the landmark network is asked directly.
    const side = Math.min(frame.width, frame.height);
    if (around.length === 0)
      return (
        await this.posesIn(
          frame,
          [1.1, 0.8, 0.5].map((share) => uprightRoi(point, side * share)),
        )
      )[0];
    const poses = await this.posesIn(frame, around);
    for (const { x, y, size } of around) {
      poses.push(...isThere(await this.reader.posesBeside(frame, { x, y }, size)));
      poses.push(...isThere(await this.reader.posesBeside(frame, point, size)));
    }
    const hit = (pose: DecodedPose): number => distanceToBody(pose, point);
    const nearest = poses
      .filter((pose) => distance(hipsOf(pose), point) < pose.next.size / 2)
      .reduce<DecodedPose | undefined>(
        (best, pose) => (best && hit(best) <= hit(pose) ? best : pose),
        undefined,
      );
    // Of the squares that show this body the network's own comes first.
    return nearest && (poses.find((pose) => isAgreed(pose, nearest)) ?? nearest);
  }

  /** The person again after a jump or a gap: first of all in the square where they should be, then who fits best. */
  private async refind(
    frame: I420Frame,
    last: Roi,
    tracked: DecodedPose | undefined,
  ): Promise<DecodedPose | undefined> {
    const { reach = 0, company = NO_COMPANY } = this.state;
    const expected = this.expected(last);
    const there = await this.reader.poseIn(frame, expected);
    if (there !== undefined && this.fit(frame, there, true) <= 1) return there;
    const near = (roi: Roi): boolean =>
      distance(roi, expected) < last.size * (MAX_JUMP + DETECTOR_REACH + reach) &&
      Math.abs(Math.log(roi.size / last.size)) < Math.log(MAX_SCALE_CHANGE);
    const squares = [uprightRoi(expected, 2 * last.size), wholePicture(frame)];
    const rois = (await this.search.inSquares(frame, squares)).map(({ roi }) => roi);
    const candidates = await this.posesIn(frame, rois.filter(near));
    if (company.besideFrames > 0 && tracked === undefined)
      candidates.push(...isThere(await this.reader.posesBeside(frame, expected, last.size)));
    const best = this.best(frame, candidates);
    this.isSomebodyThere ||= there !== undefined;
    if (best !== undefined && best.fit <= 1) return best.pose;
    const far = await this.posesIn(
      frame,
      rois.filter((roi) => !near(roi)),
    );
    return this.alone(frame, last, [tracked, there, best?.pose, ...far]);
  }

  /** Whoever is alone in the picture, where nobody else was about before. */
  private alone(
    frame: I420Frame,
    last: Roi,
    poses: readonly (DecodedPose | undefined)[],
  ): DecodedPose | undefined {
    const { lostFrames, motion, company = NO_COMPANY } = this.state;
    const found = poses.filter((pose) => pose !== undefined);
    const [only] = found;
    const isInside = last.x > 0 && last.y > 0 && last.x < frame.width && last.y < frame.height;
    if (only === undefined || company.frames > 0 || !isInside) return undefined;
    if (found.some((pose) => !isSameBody(pose, only))) return undefined;
    const reach = ALONE_REACH + ALONE_REACH_PER_FRAME * lostFrames;
    const isNear = distance(only.next, last) < reach * last.size;
    const isLike = Math.abs(Math.log(only.next.size / last.size)) < Math.log(ALONE_SCALE_CHANGE);
    if (!isNear || !isLike) return undefined;
    // Who is neither on the line nor in the same clothes hides the person, as somebody who came in just now would.
    const isOnLine = !isKnown(motion) || offLine(motion, only.next) < MAX_JUMP * last.size;
    const isWaitedFor = lostFrames < FORGET_AFTER_FRAMES;
    return isOnLine || !isWaitedFor || this.strangeness(frame, only.keypoints) <= 1 ? only : undefined;
  }

  /** How badly a pose fits the person followed, 0 for perfectly; above 1 it is somebody else. */
  private fit(frame: I420Frame, { keypoints, next }: DecodedPose, isJump: boolean): number {
    const { last, motion, reach = 0, company = NO_COMPANY } = this.state;
    if (last === undefined) return 0;
    const scale = Math.abs(Math.log(next.size / last.size)) / Math.log(MAX_SCALE_CHANGE);
    const isBeside = company.besideFrames > 0;
    const reached = isKnown(motion)
      ? offLine(motion, next) / last.size / (MAX_JUMP + reach)
      : distance(next, last) / last.size / ((isBeside ? UNKNOWN_REACH_BESIDE : UNKNOWN_REACH) + reach);
    const isDoubted = motion !== undefined && motion.doubt > 0;
    if (isBeside || (isKnown(motion) && (isJump || isDoubted)))
      return Math.max(scale, reached, this.strangeness(frame, keypoints) / (isBeside ? SHARED_COLOUR : 1));
    return Math.max(scale, reached);
  }

  /** How unlike the person's clothes are, 1 for as much as may be. */
  private strangeness(frame: I420Frame, keypoints: Float32Array): number {
    const { clothing, reach = 0 } = this.state;
    const seen = clothingOf(frame, keypoints);
    const allowed = MAX_CLOTHING_DIFFERENCE + CLOTHING_PER_REACH * reach;
    return clothing && seen ? clothingDifference(clothing, seen) / allowed : 0;
  }

  private best(frame: I420Frame, poses: readonly DecodedPose[]) {
    const fits = poses.map((pose) => ({ pose, fit: this.fit(frame, pose, true) }));
    return fits.length === 0 ? undefined : fits.reduce((best, one) => (one.fit < best.fit ? one : best));
  }

  /** Whoever is in these squares. */
  private async posesIn(frame: I420Frame, rois: readonly Roi[]): Promise<DecodedPose[]> {
    const poses = await this.reader.posesIn(frame, rois);
    this.met.push(...poses);
    return poses;
  }
}

const isThere = (poses: readonly (DecodedPose | undefined)[]): DecodedPose[] =>
  poses.filter((pose) => pose !== undefined);
