import type { CameraCheckView } from '../../shared/contract/clipSchemas.ts';
import { CodedError } from '../../shared/domain/errors.ts';
import { addTurns } from '../../shared/domain/quarterTurn.ts';
import { cameraChecks } from '../../shared/gait/cameraChecks.ts';
import { seenClip } from '../../shared/gait/preparedClip.ts';
import type { ClipRecord } from '../db/clips.ts';
import type { FileRecord } from '../db/files.ts';
import type { LibraryDb } from '../db/libraryDb.ts';
import { lookOf, probeOf } from './clipFile.ts';

/** A list of clips is asked for at every change: what was found once is kept while the library is open. */
const found = new WeakMap<LibraryDb, Map<string, CameraCheckView[]>>();
const MOST_KEPT = 500;

/** How the clip was filmed, as its keypoints and its look tell; null until it has all its keypoints. */
export function clipChecks(
  db: LibraryDb,
  clip: ClipRecord,
  file: FileRecord,
  timeScale: number,
): CameraCheckView[] | null {
  if (clip.poseRunId === null || db.pose.get(clip.poseRunId).state !== 'finished') return null;
  const { zone, view, role, poseRunId } = clip;
  const key = JSON.stringify({ poseRunId, zone, view, role, timeScale });
  const kept = found.get(db) ?? new Map<string, CameraCheckView[]>();
  found.set(db, kept);
  const known = kept.get(key);
  if (known !== undefined) return known;
  const checks = checksOf(db, clip, poseRunId, file, timeScale);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, checks);
  return checks;
}

function checksOf(
  db: LibraryDb,
  clip: ClipRecord,
  poseRunId: string,
  file: FileRecord,
  timeScale: number,
): CameraCheckView[] {
  const { width, height, rotation } = probeOf(file, clip.turn);
  const look = lookOf(file, clip.turn);
  try {
    const seen = seenClip(
      {
        ...{
          id: clip.id,
          file: clip.fileName,
          sha256: clip.sha256,
          role: clip.role,
          view: clip.view,
          rotation: addTurns(rotation, clip.turn),
        },
        ...{ frameTable: file.frameTable, timeScale: { told: timeScale, stated: null } },
        ...(clip.zone === null ? {} : { zone: clip.zone }),
        ...(look === null ? {} : { look, cuts: look.cuts }),
        pose: { width, height, ...db.pose.seen(poseRunId) },
      },
      timeScale,
    );
    return cameraChecks(seen);
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    return [{ severity: 'stop', code: error.code, params: error.params }];
  }
}
