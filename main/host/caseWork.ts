import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { z } from 'zod';
import type { CaseManifest, caseEditsSchema } from '../../shared/contract/caseSchema.ts';
import { drawingProblem } from '../../shared/domain/drawing.ts';
import { emptyChunk, putLook } from '../../shared/pose/blazepose/chunkData.ts';
import { turnOfRun, upgradedPoseSettings } from '../../shared/pose/poseKey.ts';
import { FRAME_STRIDE } from '../../shared/pose/track.ts';
import { float32FromBytes } from '../db/floatBlob.ts';
import { ZipProblem } from '../export/storedZip.ts';
import { checkCaseEdits } from './caseEdits.ts';
import { probeOf } from './clipFile.ts';
import type { HostContext } from './hostContext.ts';

/** A clip of a case and what it is called in this library. */
export interface ClipOfCase {
  readonly id: string;
  readonly told: CaseManifest['clips'][number];
}

const CHUNK_FRAMES = 2000;
const FRAME_BYTES = FRAME_STRIDE * Float32Array.BYTES_PER_ELEMENT;

/** How the keypoints of a clip are stored, unless this library has the same run finished. Both throw ZipProblem. */
export async function keypointsOf(
  { library: { db }, services }: HostContext,
  told: CaseManifest['clips'][number],
  part: (name: string) => string,
): Promise<(clipId: string) => void> {
  const { pose, look } = told;
  if (pose === null) return () => undefined;
  const { size } = await stat(part('pose.f32'));
  const seen = look && float32FromBytes(await readFile(part('look.f32')));
  // Cases from before the tracker looked to the sides have none.
  const sides = existsSync(part('sides.f32'))
    ? float32FromBytes(await readFile(part('sides.f32')))
    : undefined;
  return (clipId) => {
    const frames = db.files.get(told.sha256).frameTable.times.length;
    const isInOrder = look?.frames.every((frame, i) => frame < frames && frame > (look.frames[i - 1] ?? -1));
    const isOfItsTurn = turnOfRun(pose.settings) === (told.settings.turn ?? 0);
    if (pose.frameCount !== frames || size !== frames * FRAME_BYTES || !isOfItsTurn)
      throw new ZipProblem('its keypoints do not belong to its clips');
    if (sides !== undefined && sides.length !== frames)
      throw new ZipProblem('its keypoints do not belong to its clips');
    if (look && (seen?.length !== look.frames.length * FRAME_STRIDE || !isInOrder))
      throw new ZipProblem('its keypoints do not belong to its clips');
    const { model, modelSha256, backend } = pose;
    const settings = upgradedPoseSettings(pose.settings, told.settings.person);
    const key = { sha256: told.sha256, model, modelSha256, backend, settings };
    const createdAt = services.now().toISOString();
    const run = db.pose.find(key) ?? db.pose.create(services.newId(), key, frames, createdAt);
    db.clips.setPoseRun(clipId, run.id);
    if (run.state === 'finished') return;
    // Piece by piece: the whole of a long clip is hundreds of megabytes.
    const file = openSync(part('pose.f32'), 'r');
    try {
      for (let first = 0, index = 0; first < frames; first += CHUNK_FRAMES, index++) {
        const count = Math.min(CHUNK_FRAMES, frames - first);
        const bytes = Buffer.alloc(count * FRAME_BYTES);
        readSync(file, bytes, 0, bytes.length, first * FRAME_BYTES);
        const chunk = { index, firstFrame: first, frames: count };
        const data = emptyChunk(chunk);
        data.set(float32FromBytes(bytes));
        sides?.subarray(first, first + count).forEach((look, frame) => {
          putLook(data, count, frame, look);
        });
        db.pose.saveChunk(run.id, index, { firstFrame: first, frames: count, data });
      }
    } finally {
      closeSync(file);
    }
    db.pose.finish(run.id);
    if (look && seen)
      db.closeLooks.save(run.id, { ...look, frames: Int32Array.from(look.frames), data: seen });
  };
}

/** Stores edits, confirmations and drawings under the clips' new names. @throws ZipProblem */
export function keepDecisions(
  { library: { db }, services }: HostContext,
  sessionId: string,
  clips: readonly ClipOfCase[],
  { edits, confirmed, drawings }: z.output<typeof caseEditsSchema>,
): void {
  const known = new Map(
    clips.map(({ id, told }) => {
      const { frameTable, width, height } = probeOf(db.files.get(told.sha256), told.settings.turn ?? 0);
      const durationS = frameTable.times.at(-1) ?? 0;
      return [told.id, { id, width, height, durationS, frameCount: frameTable.times.length }] as const;
    }),
  );
  const clipOf = (name: string) => {
    const clip = known.get(name);
    if (clip === undefined) throw new ZipProblem('its edits belong to clips that are not in it');
    return clip;
  };
  checkCaseEdits(edits, clipOf);
  for (const drawing of drawings)
    if (drawingProblem(drawing, clipOf(drawing.clipId).frameCount) !== undefined)
      throw new ZipProblem('a drawing does not fit its clip');
  db.edits.addAll(sessionId, {
    edits: edits.map((edit) => ({ id: services.newId(), edit: { ...edit, clip: clipOf(edit.clip).id } })),
    confirmed,
    drawings: drawings.map((drawing) => ({
      ...drawing,
      id: services.newId(),
      clipId: clipOf(drawing.clipId).id,
    })),
  });
}
