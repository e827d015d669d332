import type { Notice } from '../domain/analysis.ts';
import { CodedError, isErrorCode } from '../domain/errors.ts';
import { irregularShare } from '../domain/frameTable.ts';
import { median } from '../math/statistics.ts';
import { SIDES, type Side } from '../pose/keypoints.ts';
import { besideChecks } from './beside.ts';
import { type CameraCheck, fine, warn } from './cameraCheck.ts';
import { cameraMotion } from './cameraMotion.ts';
import { stepCountGate } from './grade.ts';
import type { Contact } from './legEvents.ts';
import type { SeenClip } from './preparedClip.ts';
import { FILL_S } from './signals.ts';
import type { Step } from './steps.ts';
import { wholeRunnerChecks } from './wholeRunner.ts';

/**
 * What the keypoints and the look of a clip say of how it was filmed (METHOD.md 4), before any step is looked for. An
 * aspect that cannot be judged is not there.
 */
export function cameraChecks(clip: SeenClip): CameraCheck[] {
  return [
    viewCheck(clip),
    sizeCheck(clip),
    ...besideChecks(clip),
    ...wholeRunnerChecks(clip),
    ...lightChecks(clip),
    ...motionChecks(clip),
    ...timeChecks(clip),
  ];
}

/** @throws CodedError of the first check that stops: prefer no result to a wrong one */
export function refuseStopped(checks: readonly CameraCheck[]): void {
  const stopping = checks.find(({ severity }) => severity === 'stop');
  if (stopping && isErrorCode(stopping.code)) throw new CodedError(stopping.code, stopping.params);
}

/** Clean steps of the leg that has fewer (METHOD.md 3.4). */
export function stepsCheck(steps: readonly { readonly step: Step }[]): CameraCheck {
  const cleanOf = (side: Side) => steps.filter(({ step }) => step.side === side && !step.problem).length;
  const n = Math.min(...SIDES.map(cleanOf));
  const { grade, reason } = stepCountGate(n);
  return grade === 'high' ? fine('steps', { n }) : { ...reason, severity: 'warn' };
}

/** Contacts that only the rhythm of the other leg says are there: the coach is told, for nothing is read at them. */
export function supposedChecks(contacts: readonly Contact[]): CameraCheck[] {
  const n = contacts.filter(({ isSupposed }) => isSupposed).length;
  return n === 0 ? [] : [warn('contacts_supposed', { n, contacts: contacts.length })];
}

/** What has to be said; in the order of the checks, what stops first. */
export const noticesOf = (checks: readonly CameraCheck[]): Notice[] =>
  [...checks]
    .filter(({ severity }) => severity !== 'ok')
    .sort((a, b) => Number(b.severity === 'stop') - Number(a.severity === 'stop'))
    .map(({ code, params }) => ({ code, params }));

/** Up to here the camera counts as square to the way of a runner seen from the side, degrees. */
const SQUARE_YAW_DEG = 10;

function viewCheck({ view }: SeenClip): CameraCheck {
  const yaw = Math.round(view.yawDeg ?? 0);
  if (view.view === 'unknown') return warn('view_unknown');
  if (view.view === 'oblique' || (view.view === 'side' && yaw > SQUARE_YAW_DEG))
    return warn('camera_turned', { yaw_deg: yaw });
  return fine('view', { yaw_deg: yaw });
}

const WANTED_RUNNER_PX = 600;
const LEG_SHARE_OF_HEIGHT = 0.491;

function sizeCheck({ pixelsPerLeg }: SeenClip): CameraCheck {
  const height_px = Math.round(pixelsPerLeg / LEG_SHARE_OF_HEIGHT);
  const params = { height_px, wanted_px: WANTED_RUNNER_PX };
  return height_px < WANTED_RUNNER_PX ? warn('runner_small', params) : fine('size', params);
}

/** Brightness, 0-255, below which a picture is too dark for edges of shoes; blur above which they are smeared (design values). */
const DARK = 40;
const BLURRED = 0.5;
const FEW_BLURS = 3;

function lightChecks({ input: { look }, span }: SeenClip): CameraCheck[] {
  if (look === undefined) return [];
  const inside = look.luma.filter(
    (_, i) => i * look.every >= span.fromFrame && i * look.every <= span.toFrame,
  );
  const luma = median(inside);
  const blur = look.blur.length < FEW_BLURS ? undefined : median(look.blur);
  return [
    ...(luma === undefined ? [] : [luma < DARK ? warn('too_dark') : fine('light')]),
    ...(blur === undefined ? [] : [blur > BLURRED ? warn('picture_blurred') : fine('sharpness')]),
  ];
}

/** Limits of METHOD.md 4.3, leg lengths and leg lengths / s; a tenth nearer or farther counts as zoom. */
const SHAKING_L = 0.005;
const PANNING_L_PER_S = 0.2;
const ZOOMING = Math.log(1.1);

function motionChecks({ input, captureFps, pixelsPerLeg, span }: SeenClip): CameraCheck[] {
  const { look, pose } = input;
  const scale = { legsPerHeight: pose.height / pixelsPerLeg, captureFps, ...span };
  const motion = look && cameraMotion(look, scale);
  if (motion === undefined) return [];
  const found: CameraCheck[] = [];
  const shake_percent = Number((100 * motion.shakeL).toFixed(1));
  if (motion.panLPerS > PANNING_L_PER_S) found.push(warn('camera_pans'));
  if (motion.shakeL > SHAKING_L) found.push(warn('camera_shakes', { shake_percent }));
  if (motion.zoom > ZOOMING) found.push(warn('camera_zooms'));
  return found.length === 0 ? [fine('still', { shake_percent })] : found;
}

const MOST_IRREGULAR = 0.02;

function timeChecks({ input: { frameTable }, footage, times, span, captureFps }: SeenClip): CameraCheck[] {
  const irregular = irregularShare(frameTable);
  const { cuts, skips, held, framesPerPicture } = footage;
  const parts = cuts.length - skips.length + 1;
  const inside = times.subarray(span.fromFrame, span.toFrame + 1);
  const holes = inside.filter((time, i) => i > 0 && time - (inside[i - 1] ?? 0) > FILL_S).length;
  const n = skips.length + held.length + holes;
  const fps = Math.round(captureFps);
  const stored_fps = Math.round(captureFps * framesPerPicture);
  return [
    ...(irregular > MOST_IRREGULAR ? [warn('variable_rate', { percent: Math.round(100 * irregular) })] : []),
    ...(parts > 1 ? [warn('clip_has_cuts', { parts })] : []),
    ...(n > 0 ? [warn('time_breaks', { n })] : []),
    ...(framesPerPicture > 1 ? [warn('pictures_repeated', { fps, stored_fps })] : []),
  ];
}
