import type {
  AnalysisClip,
  EvidenceWeakness,
  Finding,
  FindingEvidence,
  Metric,
  Side,
  Stride,
} from '../domain/analysis.ts';
import { nearestFrame } from '../domain/frameTable.ts';
import { FEWEST_CLEAN_STEPS } from '../gait/grade.ts';
import { isPoorOnFarLeg } from '../gait/uncertainty.ts';
import { normalCdf } from '../math/distributions.ts';
import { exerciseById } from './data/exercises.ts';
import { RULES, type Rule, type RuleTest } from './data/rules.ts';
import { normAt } from './norms.ts';

/** Limits of PROGRAMME.md 3. */
const LIKELY = 0.8;
const POSSIBLE = 0.5;
export const MAX_PRIORITIES = 2;

export interface FindingInput {
  readonly metrics: readonly Metric[];
  readonly strides: readonly Stride[];
  readonly clips: readonly Pick<AnalysisClip, 'id' | 'near_side' | 'repaired'>[];
  /** Running speed, m/s; without it no norm is read. */
  readonly speed: number | null;
  /** `rule` or `rule:side` that the coach confirmed on the contact frame. */
  readonly confirmed: readonly string[];
  /** Frame times of each clip by id, true seconds. */
  readonly frameTimes: ReadonlyMap<string, Float64Array>;
}

/**
 * What stands out against runners at this speed, most important first; at most two carry a priority. A value without a
 * reported metric, and every rule that needs a norm while the speed is unknown, gives no finding.
 */
export function findingsFrom(input: FindingInput): Finding[] {
  const found: Finding[] = [];
  for (const rule of RULES) {
    const candidates = (['L', 'R', null] as const).flatMap(
      (side) => (rule.combine === 'coach' ? toldByCoach(rule, side, input) : judge(rule, side, input)) ?? [],
    );
    const merged = mergeSides(candidates);
    const beside = rule.alongside && found.filter((other) => rule.alongside?.includes(other.rule));
    if (merged && !beside) found.push(merged);
    else if (merged && beside && beside.length > 0)
      found.push(beside.some(isForAthlete) ? merged : restingOnLook(merged));
  }
  const ranked = found.filter((finding) => finding.drills.length > 0).slice(0, MAX_PRIORITIES);
  return found.map((finding) => ({ ...finding, priority: ranked.indexOf(finding) + 1 || null }));
}

/** Whether a finding is told to the athlete: its values carry it, or the coach has confirmed it. */
export const isForAthlete = ({ likelihood, confirmed_by_coach }: Finding): boolean =>
  likelihood === 'likely' || confirmed_by_coach;

/** Findings as they are read: priorities first, then what carries, then what is to be looked at. */
export const inReadingOrder = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort(
    (a, b) =>
      (a.priority ?? MAX_PRIORITIES + 1) - (b.priority ?? MAX_PRIORITIES + 1) ||
      Number(isForAthlete(b)) - Number(isForAthlete(a)),
  );

/** What may stand on the athlete's paper, in reading order. */
export const findingsForAthlete = (findings: readonly Finding[]): Finding[] =>
  inReadingOrder(findings).filter(isForAthlete);

/** A finding that counts only beside another one, while that one is itself for the coach to look at. */
function restingOnLook(finding: Finding): Finding {
  if (finding.confirmed_by_coach) return finding;
  const evidence = finding.evidence.map((item) => ({ ...item, weak: [...item.weak, 'alongside' as const] }));
  return { ...finding, likelihood: 'possible', evidence, drills: [] };
}

/** Probability that the true value lies beyond the limit, from the total half-width (normal). */
export function probabilityBeyond(
  value: number,
  total: number,
  limit: number,
  beyond: RuleTest['beyond'],
): number {
  const sigma = total / 1.96;
  const distance = beyond === 'above' ? value - limit : limit - value;
  if (sigma <= 0) return distance > 0 ? 1 : 0;
  return normalCdf(distance / sigma);
}

/** A rule that no video value may decide: the coach's word is the evidence, the frames are where it can be looked up. */
function toldByCoach(rule: Rule, side: Side | null, input: FindingInput): Finding | undefined {
  if (!input.confirmed.includes(side === null ? rule.id : `${rule.id}:${side}`)) return undefined;
  return {
    rule: rule.id,
    side,
    likelihood: 'likely',
    p: 1,
    priority: null,
    confirmed_by_coach: true,
    evidence: [],
    frames: typicalFrames(rule.shows?.[0], undefined, side, input),
    drills: drillsOf(rule),
  };
}

/** The drills of a rule, each with why it is done. */
export const drillsOf = (rule: Rule): Finding['drills'] =>
  rule.drills.map((drill) => ({ ...drill, why: exerciseById(drill.exercise).why }));

function judge(rule: Rule, side: Side | null, input: FindingInput): Finding | undefined {
  const evidence: FindingEvidence[] = [];
  for (const test of rule.tests) {
    const reading = evidenceFor(test, side, input);
    if (!reading) return undefined;
    evidence.push(reading);
  }
  // A rule made of metrics without a side is judged once, not for each side.
  if (side !== null && evidence.every((item) => item.side === null)) return undefined;
  const ps = evidence.map(({ p }) => p);
  const lowest = Math.min(...ps);
  const highest = Math.max(...ps);
  const p = rule.combine === 'all' ? lowest : highest >= LIKELY && lowest >= POSSIBLE ? highest : lowest;
  if (p < POSSIBLE) return undefined;
  const carriers = evidence.filter((item) => item.p >= LIKELY && item.weak.length === 0);
  const isCarried = rule.combine === 'all' ? carriers.length === evidence.length : carriers.length > 0;
  const confirmed =
    input.confirmed.includes(rule.id) || (side !== null && input.confirmed.includes(`${rule.id}:${side}`));
  return {
    rule: rule.id,
    side,
    likelihood: isCarried ? 'likely' : 'possible',
    p,
    priority: null,
    confirmed_by_coach: confirmed,
    evidence,
    frames: evidenceFrames(evidence, side, input),
    drills: isCarried || confirmed ? drillsOf(rule) : [],
  };
}

function evidenceFor(
  test: RuleTest,
  side: Side | null,
  { metrics, speed, clips }: FindingInput,
): FindingEvidence | undefined {
  const metric =
    metrics.find((candidate) => candidate.id === test.metric && candidate.side === side) ??
    metrics.find((candidate) => candidate.id === test.metric && candidate.side === null);
  if (!metric || metric.value === null || metric.total === null) return undefined;
  const norm = speed === null ? undefined : normAt(test.metric, speed);
  if (test.anchor === undefined && !norm) return undefined;
  const mean = norm?.mean ?? test.anchor ?? 0;
  const sd = norm?.sd ?? 0;
  const limit = test.anchor ?? (test.beyond === 'above' ? mean + sd : mean - sd);
  const { value, total, n, grade } = metric;
  const p = probabilityBeyond(value, total, limit, test.beyond);
  const weak = weaknessesOf({ ...metric, total }, norm?.sd, clips);
  return {
    metric: test.metric,
    side: metric.side,
    value,
    total,
    n,
    grade,
    norm_mean: mean,
    norm_sd: sd,
    p,
    weak,
  };
}

/**
 * Why a value does not carry a finding by itself; nothing for one that does. A value carries with a high or medium grade,
 * enough clean steps, read on the near leg where the far one is poor, and no less exact than runners differ.
 * @param normSd SD of the norm that it is held against; undefined for a fixed anchor, which has none
 */
export function weaknessesOf(
  {
    id,
    side,
    clip,
    grade,
    n,
    total,
  }: Pick<Metric, 'id' | 'side' | 'clip' | 'grade' | 'n'> & { total: number },
  normSd: number | undefined,
  clips: FindingInput['clips'],
): EvidenceWeakness[] {
  const near = clips.find((candidate) => candidate.id === clip)?.near_side ?? null;
  const isFar = side !== null && near !== null && side !== near;
  const holds: readonly (readonly [EvidenceWeakness, boolean])[] = [
    ['grade', grade !== 'high' && grade !== 'medium'],
    ['few_steps', n < FEWEST_CLEAN_STEPS],
    ['far_leg', isFar && isPoorOnFarLeg(id)],
    ['wide', normSd !== undefined && total > normSd],
  ];
  return holds.flatMap(([weakness, isSo]) => (isSo ? [weakness] : []));
}

/** Both legs show it: one finding without a side, the evidence of both; the leg that carries it, then the clearer one, leads. */
function mergeSides(candidates: readonly Finding[]): Finding | undefined {
  const [first, second] = [...candidates].sort(
    (a, b) => Number(b.likelihood === 'likely') - Number(a.likelihood === 'likely') || b.p - a.p,
  );
  if (!first || !second) return first;
  const drills = first.drills.length > 0 ? first.drills : second.drills;
  return {
    ...first,
    side: null,
    confirmed_by_coach: first.confirmed_by_coach || second.confirmed_by_coach,
    evidence: [...first.evidence, ...second.evidence],
    frames: [...first.frames, ...second.frames].slice(0, 4),
    drills,
  };
}

/** The steps whose value is nearest to the mean of the first evidence: typical, not extreme, frames. */
function evidenceFrames(
  evidence: readonly FindingEvidence[],
  side: Side | null,
  input: FindingInput,
): Finding['frames'] {
  const main = evidence[0];
  return main ? typicalFrames(main.metric, main.value, side, input) : [];
}

/**
 * Contacts of up to three steps whose value of a metric is nearest to `value`, or to their own middle one; those first in which the
 * network saw every joint where it was measured, since their skeleton shows what the number says.
 */
function typicalFrames(
  metric: string | undefined,
  value: number | undefined,
  side: Side | null,
  input: FindingInput,
): Finding['frames'] {
  const repaired = new Map(
    input.clips.map((clip) => [clip.id, new Set(clip.repaired.flatMap(({ frames }) => frames))]),
  );
  const read = input.strides.flatMap((stride) => {
    const own = metric === undefined ? undefined : stride.values[metric];
    const times = input.frameTimes.get(stride.clip);
    const counts = stride.accepted && (side === null || stride.side === side);
    if (!counts || own === undefined || !times) return [];
    const frame = nearestFrame(times, stride.initial_contact_s);
    return [{ stride, own, frame, isRepaired: repaired.get(stride.clip)?.has(frame) === true }];
  });
  const ordered = read.map(({ own }) => own).sort((a, b) => a - b);
  const centre = value ?? ordered[Math.floor(ordered.length / 2)] ?? 0;
  return read
    .sort(
      (a, b) =>
        Number(a.isRepaired) - Number(b.isRepaired) || Math.abs(a.own - centre) - Math.abs(b.own - centre),
    )
    .slice(0, 3)
    .sort((a, b) => a.stride.initial_contact_s - b.stride.initial_contact_s)
    .map(({ stride, frame }) => ({ clip: stride.clip, frame, time_s: stride.initial_contact_s }));
}
