import type { Finding, Metric, Side } from '../../shared/domain/analysis.ts';
import { CodedError } from '../../shared/domain/errors.ts';
import { analyzeSession, type GaitAnalysis } from '../../shared/gait/analyzeSession.ts';
import { mean } from '../../shared/math/statistics.ts';
import { otherSide, SIDES } from '../../shared/pose/keypoints.ts';
import { RULES } from '../../shared/program/data/rules.ts';
import { findingsFrom } from '../../shared/program/findings.ts';
import { normAt } from '../../shared/program/norms.ts';
import {
  modelWithout,
  type ScoredValue,
  type StepErrors,
  stepErrorsOf,
  type TrialScore,
  valuesOf,
} from './score.ts';
import { everyOther, filmed, readTrial, SEEN_FPS, sessionOfTrial, type Trial } from './trials.ts';

export type Leg = 'near' | 'far';

/** What is said of one rule beside what the markers say. */
export interface ScoredFinding {
  readonly rule: string;
  /** Of the video: carried, only to be looked at, or nothing. */
  readonly said: 'carried' | 'look' | 'nothing';
  readonly isTrue: boolean;
}

/** A recorded runner drawn and seen through the network, read by weights that never saw the runner. */
export interface SeenScore {
  readonly trial: string;
  readonly runner: string;
  readonly fps: number;
  /** Code of the error with which the clip was refused. */
  readonly refused?: string;
  /** Whether each leg's instants were the learned model's is not asked: these are the product's own. */
  readonly errors: Readonly<Record<Leg, StepErrors>>;
  readonly missed: number;
  readonly false: number;
  readonly supposed: TrialScore['supposed'];
  readonly values: readonly ScoredValue[];
  readonly angles: readonly ScoredAngle[];
  readonly findings: readonly ScoredFinding[];
}

/** An angle or length of the video beside the same of the markers; without a leg, of the body. */
export interface ScoredAngle {
  readonly id: string;
  readonly leg: Leg | null;
  readonly error: number;
  readonly repeat: number;
  readonly total: number;
}

/**
 * What the markers of the recordings can tell. The sole is not among it: of the markers it is a line from heel to ball, of the network
 * that of a drawn shoe, and without a standing clip neither is read against the foot at rest.
 */
const BY_MARKERS = [
  ...['knee_flexion_ic', 'knee_flexion_ms', 'knee_flexion_peak_stance', 'tibia_angle_ic'],
  ...['overstride_ankle', 'vertical_oscillation', 'trailing_thigh'],
] as const;

const NOTHING: StepErrors = { initialContact: [], toeOff: [], contactTime: [] };

export function scoreSeen(trial: Trial, fps: number): SeenScore {
  const clip = everyOther(trial.clip, SEEN_FPS / fps);
  const end = clip.frameTable.times[clip.frameTable.times.length - 1] ?? 0;
  const known = { trial: trial.name, runner: trial.runner, fps };
  const session = sessionOfTrial(trial);
  let seen: GaitAnalysis;
  try {
    seen = analyzeSession({ session, clips: [clip], edits: [] }, modelWithout(trial.runner));
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    return {
      ...{ ...known, refused: error.code, errors: { near: NOTHING, far: NOTHING } },
      ...{ missed: 0, false: 0, supposed: { n: 0, of: 0 }, values: [], angles: [], findings: [] },
    };
  }
  const near = trial.near ?? 'R';
  const legs = { near, far: otherSide(near) };
  const of = (leg: Leg) => {
    const own = (one: { readonly side: Side }) => one.side === legs[leg];
    return stepErrorsOf(seen.events.filter(own), trial.contacts.filter(own), end);
  };
  const scores = { near: of('near'), far: of('far') };
  const inside = trial.contacts.filter(({ initialContact }) => initialContact > 0 && initialContact < end);
  return {
    ...known,
    errors: { near: scores.near.errors, far: scores.far.errors },
    missed: scores.near.missed + scores.far.missed,
    false: scores.near.false + scores.far.false,
    supposed: {
      n: scores.near.supposed.n + scores.far.supposed.n,
      of: scores.near.supposed.of + scores.far.supposed.of,
    },
    values: valuesOf(seen.metrics, inside),
    angles: scoredAngles(seen, trial, near),
    findings: scoredFindings(seen, trial),
  };
}

function scoredAngles({ metrics }: GaitAnalysis, trial: Trial, near: Side): ScoredAngle[] {
  const truths = markerMetrics(trial);
  return metrics.flatMap(({ id, side, value, repeat, total }): ScoredAngle[] => {
    if (!BY_MARKERS.some((one) => one === id) || value === null || repeat === null || total === null)
      return [];
    const truth = truths.find((one) => one.id === id && one.side === side)?.value ?? null;
    if (truth === null) return [];
    const leg = side === null ? null : side === near ? 'near' : 'far';
    return [{ id, leg, error: value - truth, repeat, total }];
  });
}

/** Read from behind, or off shoulders, which the recordings do not have. */
const UNKNOWN = new Set(['pelvic_drop', 'crossover_share', 'trunk_lean']);
/** Rules that a side view, a speed and legs can decide. */
const JUDGED = RULES.filter(
  ({ combine, tests }) => combine !== 'coach' && !tests.some(({ metric }) => UNKNOWN.has(metric)),
);

function scoredFindings(seen: GaitAnalysis, trial: Trial): ScoredFinding[] {
  const findings = findingsFrom({
    ...{ metrics: seen.metrics, strides: seen.strides, clips: seen.clips },
    ...{ speed: trial.speedMps, confirmed: [], frameTimes: new Map() },
  });
  const holds = trueRules(trial);
  return JUDGED.map(({ id }) => ({ rule: id, said: saidOf(findings, id), isTrue: holds.has(id) }));
}

const saidOf = (findings: readonly Finding[], rule: string): ScoredFinding['said'] => {
  const finding = findings.find((one) => one.rule === rule);
  return finding === undefined ? 'nothing' : finding.likelihood === 'likely' ? 'carried' : 'look';
};

const nameOf = ({ runner, speedMps }: Trial): string => `${runner}_${speedMps.toFixed(1)}ms`;
const read = new Map<string, readonly Metric[]>();

/** What the engine reads off the markers of the same runner and speed, taken as exact, by weights that never saw the runner. */
function markerMetrics(trial: Trial): readonly Metric[] {
  const name = nameOf(trial);
  const earlier = read.get(name);
  if (earlier) return earlier;
  const clip = filmed(readTrial(name), { fps: SEEN_FPS, noiseM: 0, lastsS: 0 }, 0);
  const { metrics } = analyzeSession(
    { session: sessionOfTrial(trial), clips: [clip], edits: [] },
    modelWithout(trial.runner),
  );
  read.set(name, metrics);
  return metrics;
}

const known = new Map<string, ReadonlySet<string>>();

/** Rules that hold by the markers: each reading is beyond its limit or it is not, whichever leg it is. */
function trueRules(trial: Trial): ReadonlySet<string> {
  const { speedMps } = trial;
  const name = nameOf(trial);
  const earlier = known.get(name);
  if (earlier) return earlier;
  const metrics = markerMetrics(trial);
  const isBeyond = (id: string, side: Side | null, beyond: 'above' | 'below', anchor?: number): boolean => {
    const own = metrics.filter((one) => one.id === id && (one.side === side || one.side === null));
    const value = mean(own.flatMap((one) => one.value ?? []));
    const norm = normAt(id, speedMps);
    if (value === undefined || (anchor === undefined && !norm)) return false;
    const limit = anchor ?? (norm ? norm.mean + (beyond === 'above' ? norm.sd : -norm.sd) : 0);
    return beyond === 'above' ? value > limit : value < limit;
  };
  const holds = new Set(
    JUDGED.filter(({ tests }) =>
      [...SIDES, null].some((side) =>
        tests.every(({ metric, beyond, anchor }) => isBeyond(metric, side, beyond, anchor)),
      ),
    ).map(({ id }) => id),
  );
  const isAlone = ({ alongside }: (typeof JUDGED)[number]) =>
    alongside !== undefined && !alongside.some((other) => holds.has(other));
  for (const rule of JUDGED) if (isAlone(rule)) holds.delete(rule.id);
  known.set(name, holds);
  return holds;
}
