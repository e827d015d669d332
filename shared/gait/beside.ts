import type { Notice } from '../domain/analysis.ts';
import { SIDES } from '../pose/keypoints.ts';
import { type CameraCheck, warn } from './cameraCheck.ts';
import type { MeasuredStep } from './clipResult.ts';
import { FEWEST_CLEAN_STEPS } from './grade.ts';
import type { SeenClip } from './preparedClip.ts';
import type { Step } from './steps.ts';

/** True seconds. */
type Span = readonly [from: number, to: number];

/** Two who pass each other cover one another meanwhile and look like one: spans nearer than this are one, s. */
const COVERED_S = 1;

/** When somebody was so near the runner that the network may have looked at them, true seconds, in order. */
export function besideSpans({ input: { pose }, times, span }: SeenClip): Span[] {
  const spans: [number, number][] = [];
  for (const [first, last] of pose.beside ?? []) {
    const [from, to] = [Math.max(first, span.fromFrame), Math.min(last, span.toFrame)];
    if (from > to) continue;
    const [start, end] = [times[from] ?? 0, times[to] ?? 0];
    const open = spans.at(-1);
    if (open && start - open[1] < COVERED_S) open[1] = end;
    else spans.push([start, end]);
  }
  return spans;
}

/** What has to be said of them; undefined for none. */
export function besideNotice(spans: readonly Span[]): Notice | undefined {
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return undefined;
  const params = { from_s: tenths(first[0]), to_s: tenths(last[1]) };
  return spans.length === 1
    ? { code: 'somebody_beside', params }
    : { code: 'somebody_beside_often', params: { ...params, n: spans.length } };
}

const tenths = (seconds: number): number => Math.round(10 * seconds) / 10;

export function besideChecks(clip: SeenClip): CameraCheck[] {
  const notice = besideNotice(besideSpans(clip));
  return notice ? [warn(notice.code, notice.params)] : [];
}

export const isBeside = (spans: readonly Span[], { initialContact, toeOff, nextContact }: Step): boolean => {
  const end = nextContact ?? toeOff ?? initialContact;
  return spans.some(([from, to]) => from <= end && to >= initialContact);
};

/**
 * The steps with those beside somebody left out where both legs have enough others. Where they have not, all stay: a coach who finds
 * the skeleton on the runner has their values, with a low grade.
 */
export function withoutBeside(
  steps: readonly MeasuredStep[],
  spans: readonly Span[],
): { readonly steps: readonly MeasuredStep[]; readonly isUsed: boolean } {
  if (!steps.some(({ step }) => isBeside(spans, step))) return { steps, isUsed: false };
  const others = steps.filter(({ step }) => !step.problem && !isBeside(spans, step));
  const isEnough = SIDES.every(
    (side) => others.filter(({ step }) => step.side === side).length >= FEWEST_CLEAN_STEPS,
  );
  if (!isEnough) return { steps, isUsed: true };
  const judged = steps.map((one): MeasuredStep => {
    const { step } = one;
    return step.problem || !isBeside(spans, step) ? one : { ...one, step: { ...step, problem: 'beside' } };
  });
  return { steps: judged, isUsed: false };
}
