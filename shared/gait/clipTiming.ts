import type { AnalysisSession, ClipInput, ClipTiming, PoseEdit, TimingEvidence } from '../domain/analysis.ts';
import { CodedError } from '../domain/errors.ts';
import { rateReport } from '../domain/rateReport.ts';
import { findPeaks } from '../math/peaks.ts';
import { median, quantile } from '../math/statistics.ts';
import { SIDES } from '../pose/keypoints.ts';
import { ballisticFactor, TYPICAL_LEG_M } from './ballistics.ts';
import { isPossibleCadence, isPossibleClock } from './bodyLimits.ts';
import { beginsOf, cadenceFromContacts } from './cadence.ts';
import { ANY_RUNNER, expectedCadence } from './expectedCadence.ts';
import { isFrontalWalk, judgeGait } from './gaitClass.ts';
import { type PreparedClip, prepareClip } from './preparedClip.ts';
import { eventCutoffHz, rateHalfWidths } from './rates.ts';
import {
  contactsOf,
  LEG_SHARE_OF_HEIGHT,
  LONGEST_SLOW_STRIDE_S,
  rearStepsOf,
  rearStrideTimeOf,
  SHORTEST_STRIDE_S,
  signalsOf,
  strideTimeOf,
} from './readPlane.ts';
import { METRICS } from './registry.ts';
import { SIGNAL_HZ, type Signals } from './signals.ts';
import { decideFactor, factorsWithoutClock, type TimingDecision } from './slowMotion.ts';

export interface SettledClip {
  readonly prepared: PreparedClip;
  readonly timing: ClipTiming;
  /** Why no time of this clip can be trusted yet. */
  readonly refusal: CodedError | undefined;
}

/** A stretch whose strides last this many times another's was slowed down by itself. */
const PART_RATIO = 1.5;
/** Strides of one stretch differ by no more than this share from their median. */
const STEADY = 0.15;

/**
 * The clip at its true speed: the coach's word, else the file's statement, cadence and the fall of the pelvis where they
 * agree (METHOD.md 4.5). Where they do not, the refusal carries the candidates and nothing is timed.
 * @param corrections of this clip's keypoints, in the order they were made
 * @throws CodedError no_person, too_short
 */
export function settleTiming(
  input: ClipInput,
  session: AnalysisSession,
  corrections: readonly PoseEdit[] = [],
): SettledClip {
  const { told, stated } = input.timeScale;
  const first = prepareClip(input, undefined, corrections);
  if (input.role === 'standing') return settled(first, told === null ? 'file' : 'coach', noEvidence(stated));
  const reading = readGait(first, session);
  const evidence = { ...reading.evidence, stated };
  if (reading.isPartlySlowed) {
    const refusal = new CodedError('partly_slowed', { file: input.file });
    return { ...settled(first, 'open', evidence), refusal };
  }
  const { file_cadence } = evidence;
  const isPossible =
    file_cadence === null ||
    (told === null ? isPossibleClock(file_cadence) : isPossibleCadence(file_cadence * first.timeScale));
  // A number that nobody can run is no evidence, and is not told.
  if (!isPossible) {
    const refusal = new CodedError('clock_impossible', { file: input.file });
    return { ...settled(first, 'open', { ...evidence, file_cadence: null }), refusal };
  }
  if (told !== null) return settled(first, 'coach', evidence);
  // A walk is refused as what it is; without steps there is nothing to decide by.
  if (file_cadence === null || reading.isWalk) return settled(first, 'file', evidence);
  const fileFps = first.captureFps / first.timeScale;
  const decision: TimingDecision =
    input.isClockGuessed === true && stated === null
      ? { state: 'ask', candidates: factorsWithoutClock(fileFps, file_cadence) }
      : decideFactor(fileFps, { ...evidence, file_cadence }, reading.expected);
  if (decision.state === 'settled') {
    const isSame = Math.abs(decision.factor / first.timeScale - 1) < 1e-6;
    return settled(
      isSame ? first : prepareClip(input, decision.factor, corrections),
      decision.source,
      evidence,
    );
  }
  const candidates = decision.candidates.map((factor) => Number(factor.toFixed(4)));
  const refusal = new CodedError('slow_motion_unknown', {
    ...{ file: input.file, clip: input.id, factor: first.timeScale },
    ...{ cadence: Math.round(file_cadence), file_cadence, candidates: candidates.join(', ') },
    choices: candidates.map((factor) => `${Number(factor.toFixed(2))} ×`).join(', ') || 'no usual rate fits',
    ...(stated === null ? {} : { stated }),
    ...(evidence.ballistic === null ? {} : { ballistic: evidence.ballistic }),
  });
  const open = settled(first, 'open', evidence);
  return { ...open, timing: { ...open.timing, candidates }, refusal };
}

const noEvidence = (stated: number | null): TimingEvidence => ({
  stated,
  file_cadence: null,
  ballistic: null,
});

function settled(
  prepared: PreparedClip,
  source: ClipTiming['source'],
  evidence: TimingEvidence,
): SettledClip {
  const { captureFps, input, footage } = prepared;
  const report = rateReport(input.frameTable);
  const timing: ClipTiming = {
    source,
    candidates: [],
    evidence,
    duplicate_frames: (report?.duplicates.length ?? 0) + footage.repeatedFrames,
    missing_frames: report?.holes.reduce((sum, { missing }) => sum + missing, 0) ?? 0,
    variable_rate: report?.kind === 'variable',
    half_widths: rateHalfWidths(captureFps),
    metrics_off: METRICS.filter(({ minFps }) => captureFps < minFps - RATE_SLACK).map(({ id }) => id),
  };
  return { prepared, timing, refusal: undefined };
}

/** Contacts that give another cadence than the stride by more than this share miss or make up steps. */
const CONTACTS_ASTRAY = 0.05;
/** Two steps a stride. */
const STEPS_PER_MINUTE = 120;
/** 59.94 is 60. */
const RATE_SLACK = 2;

/** Cadence and fall of a clip on the file's clock. */
function readGait(prepared: PreparedClip, session: AnalysisSession) {
  const { view, timeScale, captureFps } = prepared;
  const isFrontal = view.view === 'rear' || view.view === 'front';
  const signals = signalsOf(prepared, eventCutoffHz(captureFps), view.direction === 'left' ? -1 : 1);
  const strideOf = (run: Signals): number | undefined =>
    isFrontal
      ? rearStrideTimeOf(run, SHORTEST_STRIDE_S / 2, LONGEST_SLOW_STRIDE_S)
      : strideTimeOf(run, SHORTEST_STRIDE_S / 2, LONGEST_SLOW_STRIDE_S);
  const runs = signals.flatMap((run) => {
    const stride = strideOf(run);
    if (stride === undefined) return [];
    const contacts = isFrontal
      ? rearStepsOf(run, stride).map(({ contact }) => contact)
      : contactsOf(run, stride);
    return [{ signals: run, stride, contacts }];
  });
  const longest = [...runs].sort((a, b) => b.signals.length - a.signals.length)[0];
  const byStride = longest && STEPS_PER_MINUTE / longest.stride;
  const byContacts = isFrontal
    ? undefined
    : cadenceFromContacts(
        runs.flatMap(({ contacts }) => contacts),
        beginsOf(runs.map(({ signals: run }) => run)),
      )?.value;
  // From behind, and in strong slow motion, the stride is certain where single contacts are not.
  const isSame =
    byContacts !== undefined &&
    byStride !== undefined &&
    Math.abs(byContacts / byStride - 1) <= CONTACTS_ASTRAY;
  const steps = byContacts === undefined && !isFrontal ? undefined : isSame ? byContacts : byStride;
  const height = session.athlete_height_m;
  const legM = height === null ? TYPICAL_LEG_M : LEG_SHARE_OF_HEIGHT * height;
  const ballistic = isFrontal ? undefined : ballisticFactor(runs, legM);
  return {
    evidence: {
      file_cadence: steps === undefined ? null : steps / timeScale,
      ballistic: ballistic === undefined ? null : ballistic * timeScale,
    },
    expected: isFrontal ? ANY_RUNNER : expectedCadence(runs),
    isWalk:
      longest !== undefined &&
      (isFrontal
        ? isFrontalWalk(longest.signals, longest.stride)
        : judgeGait(longest.signals, longest.stride).gait === 'walk'),
    isPartlySlowed:
      prepared.footage.isPartlySlow ||
      (!isFrontal && longest !== undefined && isPartlySlowed(longest.signals)),
  };
}

/**
 * Whether both legs show steady stretches whose strides last 1.5 times those of others. A stride is the time between two of
 * the heel's furthest reaches. Three alike in a row make a stretch: a peak too many, from legs taken for each other, splits
 * one stride into unlike parts.
 */
function isPartlySlowed(run: Signals): boolean {
  return SIDES.every((side) => {
    const reach = run.legs[side].heel.x.map((x, i) => x - (run.midHip.x[i] ?? 0));
    const range = (quantile(reach, 0.98) ?? 0) - (quantile(reach, 0.02) ?? 0);
    const peaks = findPeaks(reach, 0.5 * SHORTEST_STRIDE_S * SIGNAL_HZ, 0.3 * range);
    const strides = peaks.slice(1).map((peak, i) => peak - (peaks[i] ?? 0));
    const steady = strides.slice(2).flatMap((_, i) => {
      const three = strides.slice(i, i + 3);
      const typical = median(three) ?? 0;
      return three.every((stride) => Math.abs(stride / typical - 1) <= STEADY) ? [typical] : [];
    });
    return steady.length >= 2 && Math.max(...steady) >= PART_RATIO * Math.min(...steady);
  });
}
