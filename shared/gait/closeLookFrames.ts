import type { AnalysisSession, ClipInput } from '../domain/analysis.ts';
import { CodedError } from '../domain/errors.ts';
import { hasPose } from '../pose/track.ts';
import { settleTiming } from './clipTiming.ts';
import { CLOSE_S, FLAT_SHARE } from './closeFoot.ts';
import { rateGate } from './grade.ts';
import type { Contact } from './legEvents.ts';
import type { PreparedClip } from './preparedClip.ts';
import { readSide } from './readPlane.ts';
import { metricSpec } from './registry.ts';

/** Frames of quiet standing that are looked at. */
const STANDING_FRAMES = 10;
/** Most frames around one contact. */
const FRAMES_PER_CONTACT = 5;

/**
 * Frames in which a larger network should look at the foot, increasing: around every contact, one of each flat foot, and some of
 * quiet standing. None from behind, below the rate of the foot strike angle, and of clips that cannot be analysed.
 */
export function closeLookFrames(input: ClipInput, session: AnalysisSession): number[] {
  try {
    const { prepared, refusal } = settleTiming(input, session);
    if (refusal || !prepared.hasFeet) return [];
    const { view } = prepared.view;
    if (view === 'rear' || view === 'front') return [];
    const standing = standingFrames(prepared);
    if (input.role === 'standing') return standing;
    const { minFps } = metricSpec('foot_strike_angle');
    if (rateGate(prepared.captureFps, minFps, minFps).grade === 'not_reported') return [];
    const { automatic } = readSide(prepared, {
      session,
      standing: {},
      edit: (contacts) => ({ events: [], contacts: [...contacts], excluded: new Set(), isAttached: [] }),
    });
    const wanted = new Set([
      ...standing,
      ...automatic.flatMap((contact) => contactFrames(prepared, contact)),
    ]);
    return [...wanted].sort((a, b) => a - b);
  } catch (error) {
    // The analysis itself says why.
    if (error instanceof CodedError) return [];
    throw error;
  }
}

function standingFrames({ input, times }: PreparedClip): number[] {
  const { standing, role, frameTable, pose } = input;
  if (role !== 'standing' && !standing) return [];
  const seen = Array.from(times, (_, frame) => frame).filter((frame) => {
    const time = frameTable.times[frame] ?? Number.NaN;
    return hasPose(pose, frame) && (!standing || (time >= standing.from && time <= standing.to));
  });
  const count = Math.min(STANDING_FRAMES, seen.length);
  return Array.from({ length: count }, (_, i) => seen[Math.floor(((i + 0.5) * seen.length) / count)] ?? 0);
}

function contactFrames({ times }: PreparedClip, { initialContact, toeOff }: Contact): number[] {
  const byDistance = (instant: number) =>
    Array.from(times, (time, frame) => ({ frame, off: Math.abs(time - instant) }))
      .filter(({ off }) => off <= CLOSE_S)
      .sort((a, b) => a.off - b.off)
      .map(({ frame }) => frame);
  const flat =
    toeOff === undefined
      ? []
      : byDistance(initialContact + FLAT_SHARE * (toeOff - initialContact)).slice(0, 1);
  return [...byDistance(initialContact).slice(0, FRAMES_PER_CONTACT), ...flat];
}
