import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { manifest } from '../../models/manifest.ts';
import { type PoseFile, poseFileSchema } from '../../shared/contract/poseFileSchema.ts';
import type { ClipInput, ClipRole } from '../../shared/domain/analysis.ts';
import { isBareStream } from '../../shared/domain/bareStream.ts';
import { CodedError } from '../../shared/domain/errors.ts';
import { type FrameTable, nearestFrame } from '../../shared/domain/frameTable.ts';
import { addTurns, backTurn, turnedLook, turnedPoint } from '../../shared/domain/quarterTurn.ts';
import { timeScaleFrom } from '../../shared/domain/timeScale.ts';
import { pictureRate } from '../../shared/gait/preparedClip.ts';
import { clearestSample, needsChoice, type Person } from '../../shared/pose/blazepose/persons.ts';
import { KEYPOINT_STRIDE } from '../../shared/pose/keypoints.ts';
import { poseSettings } from '../../shared/pose/poseKey.ts';
import { emptyTrack, FRAME_STRIDE, framesWithPose, type PoseTrack } from '../../shared/pose/track.ts';
import { hashFile } from '../files/hashing.ts';
import type { ExportClip } from '../host/services.ts';
import { type CheckedClip, checkClip } from '../media/filmStrip.ts';
import { MediaError } from '../media/mediaError.ts';
import { type ClipProbe, probeClip } from '../media/probe.ts';
import { turnedProbe } from '../media/turn.ts';
import type { AnalyzeOptions } from './analyzeOptions.ts';
import { poseCache } from './analyzePoseCache.ts';
import type { ProgressView } from './analyzeProgress.ts';
import { detectPose, samplePersons } from './poseDetector.ts';

export interface LoadedClip {
  readonly input: ClipInput;
  /** Absent for a clip that came as keypoints only. */
  readonly video: ExportClip | undefined;
}

export interface ClipRequest {
  readonly id: string;
  readonly file: string;
  readonly role: ClipRole;
  readonly person: AnalyzeOptions['person'];
  /** True seconds. */
  readonly standing: { readonly from: number; readonly to: number } | undefined;
  readonly zone: { readonly from: number; readonly to: number } | undefined;
}

const onFileClock = ({ from, to }: { from: number; to: number }, timeScale: number) => ({
  from: from * timeScale,
  to: to * timeScale,
});

function framesBetween(table: FrameTable, { from, to }: { from: number; to: number }, timeScale: number) {
  const frame = (time: number): number => nearestFrame(table.times, time * timeScale);
  return { fromFrame: frame(from), toFrame: frame(to) };
}

/** A video or a pose.json, ready to be analysed. @throws CodedError with the file's name, never its path */
export async function loadClip(
  request: ClipRequest,
  options: Pick<AnalyzeOptions, 'model' | 'view' | 'captureFps' | 'turn'>,
  progress: ProgressView,
  signal: AbortSignal,
): Promise<LoadedClip> {
  const name = basename(request.file);
  try {
    return request.file.toLowerCase().endsWith('.json')
      ? await fromPoseFile(request, options, name)
      : await fromVideo(request, options, name, progress, signal);
  } catch (error) {
    if (error instanceof MediaError)
      throw new CodedError(error.code, { ...error.params, file: name }, { cause: error });
    throw error;
  }
}

async function fromVideo(
  request: ClipRequest,
  options: Pick<AnalyzeOptions, 'model' | 'view' | 'captureFps' | 'turn'>,
  name: string,
  progress: ProgressView,
  signal: AbortSignal,
): Promise<LoadedClip> {
  progress.stage(`Reading ${name}`);
  const indexed = await probeClip(request.file, signal);
  const seen = await checked(request.file, indexed, signal);
  const { turn } = options;
  const probe = turnedProbe(seen.clip, turn);
  const look = seen.look && turnedLook(seen.look, seen.clip, turn);
  const { sha256 } = await hashFile(request.file, { signal });
  const fileFps = probe.containerFps;
  if (fileFps === undefined) throw new CodedError('too_short', { file: name });
  const scales = {
    told: timeScaleFrom(options.captureFps ?? null, fileFps),
    stated: timeScaleFrom(probe.captureFps ?? null, fileFps),
  };
  const timeScale = scales.told ?? scales.stated ?? 1;
  const clip = { file: request.file, probe };
  const person = request.person && { ...request.person, time: request.person.time * timeScale };
  if (person === undefined) await refuseSeveralPersons(clip, options.model, name, timeScale, signal);
  progress.stage(`Finding the runner in ${name}`);
  const { detector, [options.model]: network } = manifest.models;
  // The key names the place in the unturned picture, as the app's do.
  const pointed =
    person && turnedPoint({ x: person.x, y: person.y, timeS: person.time }, probe, backTurn(turn));
  const store = await poseCache({
    sha256,
    modelSha256: network.sha256,
    frames: probe.frameTable.times.length,
    ...poseSettings({ detector_sha256: detector.sha256 }, pointed ?? null, turn),
  });
  const { track } = await detectPose(clip, {
    model: options.model,
    person,
    signal,
    onProgress: progress.frames,
    store,
  });
  progress.end();
  if (framesWithPose(track).length === 0) {
    throw new CodedError('no_person', { file: name });
  }
  const pictures = {
    file: name,
    sha256,
    frameTable: probe.frameTable,
    ...(isBareStream(probe.container) ? { isClockGuessed: true } : {}),
    ...(look === undefined ? {} : { look, cuts: look.cuts }),
    ...(seen.sound === undefined ? {} : { sound: seen.sound }),
    rotation: addTurns(probe.rotation, turn),
    pose: track,
  };
  return {
    input: inputOf(request, options, pictures, probe.captureFps),
    video: { id: request.id, path: request.file, probe, pose: track.data },
  };
}

/** What was seen of a clip, with its speed and with what was told on the true clock, brought to the file's. */
function inputOf(
  { id, role, zone, standing }: ClipRequest,
  { view, captureFps }: Pick<AnalyzeOptions, 'view' | 'captureFps'>,
  seen: Omit<ClipInput, 'id' | 'role' | 'view' | 'timeScale' | 'zone' | 'standing'>,
  statedFps: number | undefined,
): ClipInput {
  const input = { id, role, view, ...seen };
  const fps = pictureRate(input) ?? SINGLE_FRAME_FPS;
  const timeScale = {
    told: timeScaleFrom(captureFps ?? null, fps),
    stated: timeScaleFrom(statedFps ?? null, fps),
  };
  const factor = timeScale.told ?? timeScale.stated ?? 1;
  return {
    ...input,
    timeScale,
    ...(zone ? { zone: framesBetween(input.frameTable, zone, factor) } : {}),
    ...(standing ? { standing: onFileClock(standing, factor) } : {}),
  };
}

/**
 * The clip with the frames it really holds, which in a damaged file are fewer than its index names; and what small pictures
 * of it tell (light, movement of the camera, cuts). What cannot be looked at is tried as it is.
 */
async function checked(
  file: string,
  clip: ClipProbe,
  signal: AbortSignal,
): Promise<Pick<CheckedClip, 'clip' | 'look' | 'sound'>> {
  try {
    return await checkClip(file, clip, { pictures: 1, signal });
  } catch (error) {
    if (error instanceof MediaError) return { clip, look: undefined, sound: undefined };
    throw error;
  }
}

async function refuseSeveralPersons(
  clip: Parameters<typeof samplePersons>[0],
  model: AnalyzeOptions['model'],
  name: string,
  timeScale: number,
  signal: AbortSignal,
): Promise<void> {
  const samples = await samplePersons(clip, { model, signal });
  const clearest = clearestSample(samples);
  if (clearest === undefined || !needsChoice(samples.map(({ persons }) => persons))) return;
  const time = (clip.probe.frameTable.times[clearest.frame] ?? 0) / timeScale;
  const place = ({ x, y }: Person) => `${Math.round(x)},${Math.round(y)}@${time.toFixed(1)}`;
  throw new CodedError('several_persons', { file: name, candidates: clearest.persons.map(place).join('; ') });
}

/** Rate of a file of one frame, which has none. */
const SINGLE_FRAME_FPS = 30;
/** Some 100,000 frames. */
const MOST_POSE_BYTES = 400_000_000;

async function fromPoseFile(
  request: ClipRequest,
  options: Pick<AnalyzeOptions, 'view' | 'captureFps'>,
  name: string,
): Promise<LoadedClip> {
  const { size } = await stat(request.file).catch(() => ({ size: 0 }));
  if (size > MOST_POSE_BYTES) throw new CodedError('bad_pose_file', { file: name });
  const text = await readFile(request.file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CodedError(error.code === 'ENOENT' ? 'file_missing' : 'unreadable', { file: name });
  });
  const file = parsePose(text, name);
  const { sha256 } = await hashFile(request.file);
  const start = file.times_s[0] ?? 0;
  const frameTable = { firstPts: 0, times: Float64Array.from(file.times_s, (time) => time - start) };
  const pose = trackFromPoseFile(file);
  const input = inputOf(request, options, { file: name, sha256, frameTable, rotation: 0, pose }, undefined);
  return { input, video: undefined };
}

function parsePose(text: string, name: string): PoseFile {
  try {
    return poseFileSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new CodedError('bad_pose_file', { file: name }, { cause: error });
  }
}

/** A point that the pose model does not have. */
const ABSENT = [Number.NaN, Number.NaN, 0];

export function trackFromPoseFile(file: PoseFile): PoseTrack {
  const { width, height, keypoints, close_look: close, beside } = file;
  const track: PoseTrack = { width, height, data: rowsOf(keypoints), ...(beside ? { beside } : {}) };
  if (!close) return track;
  return { ...track, close: { frames: Int32Array.from(close.frames), data: rowsOf(close.keypoints) } };
}

function rowsOf(keypoints: PoseFile['keypoints']): Float32Array {
  const { data } = emptyTrack(0, 0, keypoints.length);
  keypoints.forEach((points, frame) => {
    points?.forEach((point, k) => {
      data.set(point ?? ABSENT, frame * FRAME_STRIDE + k * KEYPOINT_STRIDE);
    });
  });
  return data;
}
