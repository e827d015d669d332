import type { Clip, ClipPatch } from '../../shared/contract/clipSchemas.ts';
import type { ClipInput, Notice } from '../../shared/domain/analysis.ts';
import { irregularShare } from '../../shared/domain/frameTable.ts';
import { backTurn, type QuarterTurn, turnedPoint } from '../../shared/domain/quarterTurn.ts';
import { timeScaleFrom } from '../../shared/domain/timeScale.ts';
import type { ClipRecord } from '../db/clips.ts';
import type { FileRates, FileRecord } from '../db/files.ts';
import type { LibraryDb } from '../db/libraryDb.ts';
import { isPlayable } from '../media/proxy.ts';
import { clipChecks } from './clipChecks.ts';
import { type FileState, fileState, probeOf, proxyPathOf } from './clipFile.ts';
import type { EditedClip } from './editRules.ts';
import type { Library } from './library.ts';

/** Rate assumed for a file of one frame, which has none. */
const SINGLE_FRAME_FPS = 30;
/** Below these a clip is warned about: METHOD.md 4.3. */
const GOOD_FPS = 60;
const GOOD_DURATION_S = 10;
const IRREGULAR_SHARE = 0.02;
const SMALL_HEIGHT_PX = 600;

/** Rate on the file's clock of the pictures as far as they were looked at: of one that is stored twice, once. */
const pictureFpsOf = (clip: Pick<ClipRecord, 'pictureFps'>, rates: FileRates): number =>
  clip.pictureFps ?? rates.containerFps ?? SINGLE_FRAME_FPS;

/** Slow-motion factors (capture rate / rate of the pictures in the file): the coach's word and the file's. */
export function timeScalesOf(
  clip: Pick<ClipRecord, 'captureFps' | 'pictureFps'>,
  rates: FileRates,
): ClipInput['timeScale'] {
  const pictureFps = pictureFpsOf(clip, rates);
  return {
    told: timeScaleFrom(clip.captureFps, pictureFps),
    stated: timeScaleFrom(rates.captureFps, pictureFps),
  };
}

/** The factor in force: told by the coach, else as the latest analysis decided, else as the file states, else 1. */
export function timeScaleOf(clip: ClipRecord, rates: FileRates): number {
  const { told, stated } = timeScalesOf(clip, rates);
  return told ?? clip.timing?.factor ?? stated ?? 1;
}

const rescaled = <Place extends { timeS: number }>(place: Place | null, factor: number): Place | null =>
  place && { ...place, timeS: place.timeS * factor };
/** The person's place in the picture that the coach sees, and back with the turn back; never outside of it. */
function replaced<Place extends { x: number; y: number }>(
  place: Place | null,
  size: { readonly width: number; readonly height: number },
  turn: QuarterTurn,
): Place | null {
  if (place === null) return null;
  const turned = turnedPoint(place, size, turn);
  return { ...turned, x: Math.max(0, turned.x), y: Math.max(0, turned.y) };
}
const rangeRescaled = (range: ClipRecord['standing'], factor: number): ClipRecord['standing'] =>
  range && { from: range.from * factor, to: range.to * factor };

/** A change in the renderer's true seconds and turned picture as it is stored: in file seconds and the unturned picture. */
export function storedPatch(library: Library, clip: ClipRecord, patch: ClipPatch): ClipPatch {
  const factor = timeScaleOf(clip, library.db.files.rates(clip.sha256));
  const { person, standing, turn = clip.turn } = patch;
  const unturned = (place: ClipRecord['person']) =>
    place && replaced(place, probeOf(library.db.files.get(clip.sha256), turn), backTurn(turn));
  return {
    ...patch,
    ...(person === undefined ? {} : { person: unturned(rescaled(person, factor)) }),
    ...(standing === undefined ? {} : { standing: rangeRescaled(standing, factor) }),
  };
}

/** A clip as the renderer sees it. */
export function clipView(library: Library, clip: ClipRecord): Clip {
  const file = library.db.files.get(clip.sha256);
  const timeScale = timeScaleOf(clip, file.probe);
  const durationS = (file.frameTable.times.at(-1) ?? 0) / timeScale;
  const state = fileState(library, file);
  const { sha256: _, pictureFps: __, poseRunId, ...own } = clip;
  const pictureFps = pictureFpsOf(clip, file.probe);
  const probe = probeOf(file, clip.turn);
  const { codec, width, height, rotation, colour } = probe;
  return {
    ...own,
    ...{ codec, width, height, rotation, colour },
    person: replaced(rescaled(clip.person, 1 / timeScale), file.probe, clip.turn),
    standing: rangeRescaled(clip.standing, 1 / timeScale),
    // Once the coach has told the speed nothing is open any more.
    timing: clip.captureFps === null ? clip.timing : null,
    sha256: file.sha256,
    bytes: file.bytes,
    storage: file.storage,
    missing: state === 'missing',
    damaged: state === 'replaced' || state === 'damaged',
    frameCount: file.frameTable.times.length,
    firstPtsS: file.frameTable.firstPts,
    durationS,
    containerFps: pictureFps,
    timeScale,
    needsProxy: !isPlayable(probe),
    hasProxy: proxyPathOf(library, file, clip.turn) !== undefined,
    longestGop: file.probe.longestGop,
    thumbnailCount: file.thumbnailCount,
    cameraChecks: clipChecks(library.db, clip, file, timeScale),
    problems: problemsOf(file, timeScale, durationS, {
      state,
      height,
      pictureFps,
      hasPose: poseRunId !== null,
    }),
    poseRun: poseRunView(library.db, poseRunId),
  };
}

/** What an edit of the clip must fit into, without a look at its keypoints. */
export function editedClip({ db }: Library, clip: ClipRecord): EditedClip {
  const file = db.files.get(clip.sha256);
  const { width, height, frameTable } = probeOf(file, clip.turn);
  const durationS = (frameTable.times.at(-1) ?? 0) / timeScaleOf(clip, file.probe);
  return { width, height, durationS, frameCount: frameTable.times.length };
}

function poseRunView(db: LibraryDb, runId: string | null): Clip['poseRun'] {
  if (runId === null) return null;
  const { id, model, backend, state } = db.pose.get(runId);
  return { runId: id, model, backend, state, framesDone: db.pose.framesDone(id) };
}

function problemsOf(
  file: FileRecord,
  timeScale: number,
  durationS: number,
  {
    state,
    height,
    pictureFps,
    hasPose,
  }: {
    readonly state: FileState;
    readonly height: number;
    readonly pictureFps: number;
    readonly hasPose: boolean;
  },
): Notice[] {
  const captureFps = pictureFps * timeScale;
  const irregular = irregularShare(file.frameTable);
  const found: (Notice | false)[] = [
    state === 'missing' && { code: 'file_moved', params: {} },
    (state === 'replaced' || state === 'damaged') && { code: 'video_damaged', params: {} },
    file.isNotAsTold && !hasPose && { code: 'not_as_told', params: {} },
    captureFps < GOOD_FPS - 2 && { code: 'low_frame_rate', params: { fps: Math.round(captureFps) } },
    durationS < GOOD_DURATION_S && { code: 'short_clip', params: { seconds: Number(durationS.toFixed(1)) } },
    irregular > IRREGULAR_SHARE && {
      code: 'irregular_times',
      params: { percent: Math.round(irregular * 100) },
    },
    height < SMALL_HEIGHT_PX && { code: 'small_picture', params: { height } },
    timeScale !== 1 && { code: 'slow_motion', params: { factor: Number(timeScale.toFixed(2)) } },
  ];
  return found.filter((notice) => notice !== false);
}
