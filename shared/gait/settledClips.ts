import type { AnalysisSession, ClipInput, Edit, PoseEdit } from '../domain/analysis.ts';
import { frameCountOf, hasPose } from '../pose/track.ts';
import { type SettledClip, settleTiming } from './clipTiming.ts';

/** Clips as last prepared: an edit of events leaves keypoints, repair and signals as they are. */
const kept = new WeakMap<ClipInput, { key: string; settled: SettledClip }>();

/**
 * As `settleTiming`, done once for the same input object (which must not be changed), session and corrections.
 * @throws as `settleTiming`
 */
export function settledClip(
  clip: ClipInput,
  session: AnalysisSession,
  corrections: readonly PoseEdit[],
): SettledClip {
  const key = JSON.stringify([session, corrections]);
  const known = kept.get(clip);
  if (known?.key === key) return known.settled;
  const settled = settleTiming(clip, session, corrections);
  kept.set(clip, { key, settled });
  return settled;
}

export const isPoseEdit = (edit: Edit): edit is PoseEdit =>
  edit.op === 'place' || edit.op === 'swap' || edit.op === 'reset';

/** Whether the frames of a correction are there, and somebody in the frame in which a joint was placed. */
export const isInTrack = ({ pose }: ClipInput, edit: PoseEdit): boolean =>
  edit.op === 'place' ? hasPose(pose, edit.frame) : edit.from_frame < frameCountOf(pose);
