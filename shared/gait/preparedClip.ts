import type { AnalysisClip, ClipInput, ClipTiming, PoseEdit, View } from '../domain/analysis.ts';
import { CodedError } from '../domain/errors.ts';
import { containerFps, irregularShare, trueTimes } from '../domain/frameTable.ts';
import { correctedTrack, touchedJoints } from '../pose/corrections.ts';
import type { Side } from '../pose/keypoints.ts';
import { FRAME_STRIDE } from '../pose/track.ts';
import { type Footage, footageOf } from './footage.ts';
import { hasFeet, withAnkleFeet } from './footless.ts';
import { onceFor } from './onceFor.ts';
import { repairedPoints } from './repairedPoints.ts';
import { legLengthPx, repairLegs } from './signals.ts';
import { estimateView, type ViewEstimate } from './view.ts';

/** What is plain from the keypoints of a clip. */
export interface SeenClip {
  readonly input: ClipInput;
  /** First and last frame that count. */
  readonly span: { readonly fromFrame: number; readonly toFrame: number };
  /** Slow-motion factor in force. */
  readonly timeScale: number;
  readonly times: Float64Array;
  /** Pictures taken per true second; one that is stored again is none. */
  readonly captureFps: number;
  readonly footage: Footage;
  readonly view: ViewEstimate;
  readonly pixelsPerLeg: number;
  /** False where the pose model has no heel and toe: ankles stand in for them, and nothing is read off a foot. */
  readonly hasFeet: boolean;
}

/** What a clip needs before any step is looked for. */
export interface PreparedClip extends SeenClip {
  readonly choices: Record<Side, Int8Array>;
  /** The clip before a coach corrected these keypoints; absent where nothing is corrected. */
  readonly before?: { readonly prepared: PreparedClip; readonly touched: ReadonlySet<number> };
}

/**
 * What is true of the whole clip (scale, view, which leg is which) is read off the keypoints as they were found: a joint moved in
 * one stance must not shift the numbers of every other one. In the frames that a coach placed, the coach's word goes over it.
 * @param timeScale slow-motion factor; the coach's word or the file's without it
 * @param corrections of this clip's keypoints, in the order they were made
 * @throws CodedError no_person, too_short
 */
export function prepareClip(
  clip: ClipInput,
  timeScale?: number,
  corrections: readonly PoseEdit[] = [],
): PreparedClip {
  const prepared = asFound(clip, timeScale);
  if (corrections.length === 0) return prepared;
  const input = { ...prepared.input, pose: correctedTrack(prepared.input.pose, corrections) };
  return { ...prepared, input, before: { prepared, touched: touchedJoints(corrections) } };
}

const asFound = onceFor((clip: ClipInput, timeScale?: number): PreparedClip => {
  const seen = seenClip(clip, timeScale);
  return { ...seen, choices: repairLegs(seen.input.pose, seen.times, seen.pixelsPerLeg) };
});

/**
 * @param timeScale as of `prepareClip`
 * @throws CodedError no_person, too_short
 */
export function seenClip(
  clip: ClipInput,
  timeScale = clip.timeScale.told ?? clip.timeScale.stated ?? 1,
): SeenClip {
  const { input, footage, hasFeet: feet } = shownClip(clip);
  const times = trueTimes(input.frameTable, timeScale);
  const rate = containerFps(input.frameTable);
  if (rate === undefined) throw new CodedError('too_short', { file: input.file });
  const pixelsPerLeg = legLengthPx(input.pose);
  if (pixelsPerLeg === undefined) throw new CodedError('no_person', { file: input.file });
  const estimated = estimateView(input.pose);
  return {
    input,
    span: clip.zone ?? { fromFrame: 0, toFrame: times.length - 1 },
    timeScale,
    times,
    captureFps: (rate / footage.framesPerPicture) * timeScale,
    footage,
    view: settledView(input, estimated),
    pixelsPerLeg,
    hasFeet: feet,
  };
}

/**
 * Rate of the pictures on the file's clock: of one that is stored twice, once. What is told of a camera's speed is told of these.
 * Undefined for fewer than two frames.
 */
export function pictureRate(clip: UntimedClip): number | undefined {
  const rate = containerFps(clip.frameTable);
  return rate === undefined ? undefined : rate / seenFootage(clip).footage.framesPerPicture;
}

/** What of a clip counts, whatever its speed: inside the zone, no picture twice, and its cuts. */
const shownClip = onceFor((clip: ClipInput): { input: ClipInput; footage: Footage; hasFeet: boolean } => {
  const { pose, footage, hasFeet: feet } = seenFootage(clip);
  return { input: { ...clip, pose, cuts: footage.cuts }, footage, hasFeet: feet };
});

type UntimedClip = Omit<ClipInput, 'timeScale'>;

function seenFootage(clip: UntimedClip): { pose: ClipInput['pose']; footage: Footage; hasFeet: boolean } {
  const zoned = withinZone(clip);
  const feet = hasFeet(zoned);
  const pose = feet ? zoned : withAnkleFeet(zoned);
  const footage = footageOf({ ...clip, pose });
  return { pose: footage.pose, footage, hasFeet: feet };
}

/** The facts of a clip that do not depend on its steps. */
export function clipFacts(prepared: PreparedClip, timing: ClipTiming): AnalysisClip {
  const { input, timeScale, times, captureFps, view } = prepared;
  return {
    id: input.id,
    file: input.file,
    sha256: input.sha256,
    role: input.role,
    duration_s: times[times.length - 1] ?? 0,
    frame_count: times.length,
    first_pts_s: input.frameTable.firstPts,
    capture_fps: captureFps,
    container_fps: captureFps / timeScale,
    time_scale: timeScale,
    irregular_share: irregularShare(input.frameTable),
    width: input.pose.width,
    height: input.pose.height,
    rotation: input.rotation,
    view: view.view,
    yaw_deg: view.yawDeg,
    direction: view.direction,
    near_side: view.nearSide,
    gait: 'unknown',
    surface: 'unknown',
    notices: [],
    timing,
    repaired: repairedPoints(prepared),
  };
}

/** Outside of the working zone nobody is there. */
function withinZone({ zone, pose }: UntimedClip): ClipInput['pose'] {
  if (!zone) return pose;
  const data = pose.data.slice();
  data.fill(Number.NaN, 0, zone.fromFrame * FRAME_STRIDE);
  data.fill(Number.NaN, (zone.toFrame + 1) * FRAME_STRIDE);
  return { ...pose, data };
}

function settledView(input: ClipInput, estimated: ViewEstimate): ViewEstimate {
  const told: View | undefined =
    input.view !== 'auto'
      ? input.view
      : input.role === 'rear' || input.role === 'front'
        ? input.role
        : undefined;
  if (told === undefined || told === estimated.view) return estimated;
  if (told === 'side') return { ...estimated, view: estimated.view === 'oblique' ? 'oblique' : 'side' };
  return { view: told, yawDeg: null, direction: null, nearSide: null };
}
