import type { Handlers } from '../../shared/contract/handlers.ts';
import type { PoseRunState } from '../../shared/contract/workSchemas.ts';
import { CodedError } from '../../shared/domain/errors.ts';
import { isStoredLength } from '../../shared/pose/blazepose/chunkData.ts';
import { closeLookParts } from '../../shared/pose/blazepose/lookClosely.ts';
import { poseSettings } from '../../shared/pose/poseKey.ts';
import { FRAME_STRIDE } from '../../shared/pose/track.ts';
import { base64From, float32From } from './base64.ts';
import { fileState } from './clipFile.ts';
import type { HostContext } from './hostContext.ts';
import type { JobContext } from './jobs.ts';
import { wantedLook } from './wantedLook.ts';

type Names = `pose.${'begin' | 'saveChunk' | 'finish' | 'lookTask' | 'saveLook'}`;
const isOther = (...file: Parameters<typeof fileState>): boolean =>
  ['replaced', 'damaged'].includes(fileState(...file));
const invalid = (detail: string) => new CodedError('invalid_input', { detail });

/** Keypoints come from the renderer in chunks and are stored as they come. */
export function poseHandlers({ library, services, events }: HostContext): Pick<Handlers<JobContext>, Names> {
  const { db } = library;
  const stateOf = (runId: string): PoseRunState => {
    const run = db.pose.get(runId);
    return {
      runId,
      finished: run.state === 'finished',
      frameCount: run.frameCount,
      doneChunks: db.pose.doneChunks(runId),
    };
  };
  return {
    'pose.begin': ({ clipId, turn, ...asked }) => {
      const clip = db.clips.get(clipId);
      const file = db.files.get(clip.sha256);
      if (turn !== clip.turn) throw invalid('turn: the clip was turned meanwhile');
      const settings = poseSettings(asked.settings, clip.person, turn);
      const key = { ...asked, sha256: clip.sha256, settings };
      // Keypoints are kept under the hash of the true video: none may come from another one.
      if (db.pose.find(key)?.state !== 'finished' && isOther(library, file))
        throw new CodedError('file_damaged', { file: clip.fileName });
      const runId = db.transaction(() => {
        const createdAt = services.now().toISOString();
        const run =
          db.pose.find(key) ?? db.pose.create(services.newId(), key, file.frameTable.times.length, createdAt);
        db.clips.setPoseRun(clipId, run.id);
        return run.id;
      });
      events.changed('pose', 'clips');
      return stateOf(runId);
    },
    'pose.saveChunk': ({ runId, index, firstFrame, frames, data }) => {
      const run = db.pose.get(runId);
      const values = float32From(data);
      if (run.state === 'finished') throw invalid('runId: this run is finished');
      if (firstFrame + frames > run.frameCount) throw invalid('frames: beyond the end of the clip');
      if (!isStoredLength(frames, values.length))
        throw invalid(`data: ${values.length} values for ${frames} frames`);
      db.pose.saveChunk(runId, index, { firstFrame, frames, data: values });
      events.changed('pose');
      return { framesDone: db.pose.framesDone(runId) };
    },
    'pose.finish': ({ runId }) => {
      const { frameCount } = db.pose.get(runId);
      let covered = 0;
      const byFrame = db.pose.doneChunks(runId).sort((a, b) => a.firstFrame - b.firstFrame);
      for (const { firstFrame, frames } of byFrame) {
        if (firstFrame > covered) break;
        covered = Math.max(covered, firstFrame + frames);
      }
      if (covered < frameCount) throw invalid(`frame ${covered} has no keypoints yet`);
      db.pose.finish(runId);
      events.changed('pose', 'clips', 'analysis');
      return stateOf(runId);
    },
    'pose.lookTask': ({ clipId, modelSha256 }) => {
      const { runId, frames, track } = wantedLook(library, clipId);
      const stored = db.closeLooks.about(runId);
      const known = stored?.modelSha256 === modelSha256 ? new Set(stored.frames) : new Set<number>();
      const parts = frames.every((frame) => known.has(frame)) ? [] : closeLookParts(track, frames);
      return {
        runId,
        parts: parts.map((part) => ({ frames: [...part.frames], rows: base64From(part.rows) })),
      };
    },
    'pose.saveLook': ({ runId, model, modelSha256, frames, data }) => {
      const { frameCount } = db.pose.get(runId);
      const values = float32From(data);
      if (values.length !== frames.length * FRAME_STRIDE)
        throw invalid(`data: ${values.length} values for ${frames.length} frames`);
      if (frames.some((frame, i) => frame >= frameCount || frame <= (frames[i - 1] ?? -1)))
        throw invalid('frames: not increasing, or beyond the end of the clip');
      db.closeLooks.save(runId, { model, modelSha256, frames: Int32Array.from(frames), data: values });
      events.changed('pose', 'analysis');
      return {};
    },
  };
}
