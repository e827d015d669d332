import type { AnalysisSession, ClipInput, KnownEvent, PoseEdit } from '../domain/analysis.ts';
import { frameCountOf, hasPose } from '../pose/track.ts';
import { analyzeClip } from './analyzeClip.ts';
import type { ClipResult } from './clipResult.ts';
import { type SettledClip, settleTiming } from './clipTiming.ts';
import type { EventModel } from './eventModel.ts';
import type { OverlayEdit } from './replayEvents.ts';
import type { StandingReference } from './standing.ts';

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

/** What each clip gave last: those without the edit are not read again. */
const results = new WeakMap<SettledClip, { key: string; result: ClipResult }>();

/**
 * As `analyzeClip`, done once for the same settled clip, session, edits, standing reference and known events.
 * @throws as `analyzeClip`
 */
export function clipResult(
  clip: SettledClip,
  session: AnalysisSession,
  edits: readonly OverlayEdit[],
  standing: StandingReference,
  known: readonly KnownEvent[],
  eventModel?: EventModel,
): ClipResult {
  const key = JSON.stringify([session, edits, standing, known, eventModel?.sha256]);
  const last = results.get(clip);
  if (last?.key === key) return last.result;
  const result = analyzeClip(clip, session, edits, standing, known, eventModel);
  results.set(clip, { key, result });
  return result;
}

/** Whether the frames of a correction are there, and somebody in the frame in which a joint was placed. */
export const isInTrack = ({ pose }: ClipInput, edit: PoseEdit): boolean =>
  edit.op === 'place' ? hasPose(pose, edit.frame) : edit.from_frame < frameCountOf(pose);
