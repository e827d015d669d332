import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import type { CaseManifest, caseEditsSchema } from '../../shared/contract/caseSchema.ts';
import { drawingProblem } from '../../shared/domain/drawing.ts';
import { CodedError } from '../../shared/domain/errors.ts';
import { upgradedPoseSettings } from '../../shared/pose/poseKey.ts';
import { FRAME_STRIDE } from '../../shared/pose/track.ts';
import { float32FromBytes } from '../db/floatBlob.ts';
import { ZipProblem } from '../export/storedZip.ts';
import { editedClip, timeScaleOf } from './clipView.ts';
import { checkForeignEdit } from './editRules.ts';
import type { HostContext } from './hostContext.ts';

/** A clip of a case and what it is called in this library. */
export interface ClipOfCase {
  readonly id: string;
  readonly told: CaseManifest['clips'][number];
}

const CHUNK_FRAMES = 2000;

/** Stores the keypoints of a clip, unless this library has the same run finished. @throws ZipProblem */
export async function keepKeypoints(
  { library: { db }, services }: HostContext,
  { id, told }: ClipOfCase,
  part: (name: string) => string,
): Promise<void> {
  const { pose, look } = told;
  if (pose === null) return;
  const frames = db.files.get(told.sha256).frameTable.times.length;
  const data = float32FromBytes(await readFile(part('pose.f32')));
  if (pose.frameCount !== frames || data.length !== frames * FRAME_STRIDE)
    throw new ZipProblem('its keypoints do not belong to its clips');
  const seen = look && float32FromBytes(await readFile(part('look.f32')));
  const isInOrder = look?.frames.every((frame, i) => frame < frames && frame > (look.frames[i - 1] ?? -1));
  if (look && (seen?.length !== look.frames.length * FRAME_STRIDE || !isInOrder))
    throw new ZipProblem('its keypoints do not belong to its clips');
  const { model, modelSha256, backend } = pose;
  const settings = upgradedPoseSettings(pose.settings, told.settings.person);
  const key = { sha256: told.sha256, model, modelSha256, backend, settings };
  db.transaction(() => {
    const createdAt = services.now().toISOString();
    const run = db.pose.find(key) ?? db.pose.create(services.newId(), key, frames, createdAt);
    db.clips.setPoseRun(id, run.id);
    if (run.state === 'finished') return;
    for (let first = 0, index = 0; first < frames; first += CHUNK_FRAMES, index++) {
      const count = Math.min(CHUNK_FRAMES, frames - first);
      const values = data.subarray(first * FRAME_STRIDE, (first + count) * FRAME_STRIDE);
      db.pose.saveChunk(run.id, index, { firstFrame: first, frames: count, data: values });
    }
    db.pose.finish(run.id);
    if (look && seen)
      db.closeLooks.save(run.id, { ...look, frames: Int32Array.from(look.frames), data: seen });
  });
}

/** Stores edits, confirmations and drawings under the clips' new names. @throws ZipProblem */
export function keepDecisions(
  { library, services }: HostContext,
  sessionId: string,
  clips: readonly ClipOfCase[],
  { edits, confirmed, drawings }: z.output<typeof caseEditsSchema>,
): void {
  const { db } = library;
  const idOf = (known: string): string => {
    const clip = clips.find(({ told }) => told.id === known);
    if (clip === undefined) throw new ZipProblem('its edits belong to clips that are not in it');
    return clip.id;
  };
  // Times of a case are on the file's clock, as they are stored.
  const limits = new Map(
    clips.map(({ id }) => {
      const clip = db.clips.get(id);
      const fits = editedClip(library, clip);
      return [id, { ...fits, durationS: fits.durationS * timeScaleOf(clip, db.files.rates(clip.sha256)) }];
    }),
  );
  const named = edits.map((edit) => {
    const clip = idOf(edit.clip);
    const fits = limits.get(clip);
    if (fits === undefined) throw new RangeError(`invalid clip: ${clip}`);
    try {
      checkForeignEdit({ ...edit, clip }, fits);
    } catch (error) {
      if (error instanceof CodedError) throw new ZipProblem('an edit does not fit its clip');
      throw error;
    }
    return { id: services.newId(), edit: { ...edit, clip } };
  });
  db.edits.addAll(sessionId, named);
  for (const finding of confirmed) db.edits.confirm(sessionId, finding, true);
  for (const drawing of drawings) {
    const clipId = idOf(drawing.clipId);
    const { frameTable } = db.files.get(db.clips.get(clipId).sha256);
    if (drawingProblem(drawing, frameTable.times.length) !== undefined)
      throw new ZipProblem('a drawing does not fit its clip');
    db.edits.draw(sessionId, undefined, { ...drawing, id: services.newId(), clipId });
  }
}
