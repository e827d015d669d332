import { takesCloseLook } from '../../models/manifest.ts';
import { CodedError } from '../../shared/domain/errors.ts';
import { closeLookFrames } from '../../shared/gait/closeLookFrames.ts';
import type { PoseTrack } from '../../shared/pose/track.ts';
import { clipInput, sessionFacts } from './analysisInput.ts';
import type { Library } from './library.ts';

export interface WantedLook {
  readonly runId: string;
  readonly frames: readonly number[];
  readonly track: PoseTrack;
}

/** @throws CodedError invalid_input while the clip has no finished keypoints */
export function wantedLook(library: Library, clipId: string): WantedLook {
  const { db } = library;
  const clip = db.clips.get(clipId);
  const run = clip.poseRunId === null ? undefined : db.pose.get(clip.poseRunId);
  if (run?.state !== 'finished') throw new CodedError('invalid_input', { detail: 'no finished keypoints' });
  const input = clipInput(library, { clip, run });
  const isFit = takesCloseLook(run.model) && run.backend === 'litert';
  const frames = isFit ? closeLookFrames(input, sessionFacts(library, clip.sessionId)) : [];
  return { runId: run.id, frames, track: input.pose };
}
