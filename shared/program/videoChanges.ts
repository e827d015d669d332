import type { Analysis } from '../domain/analysis.ts';
import type { Plan } from '../domain/plan.ts';
import { type Change, changeBetween } from '../gait/change.ts';
import { readingOf } from '../gait/sessionReadings.ts';

/** One number behind an answer of the plan, before a cycle and at its end. Values in the metric's unit. */
export interface VideoChange {
  readonly rule: string;
  readonly metric: string;
  readonly side: 'L' | 'R' | null;
  readonly unit: string;
  readonly before: number | null;
  readonly after: number | null;
  readonly change: Change;
}

/**
 * Before/after of what the plan answers, from two analyses: every metric that was evidence, side by side, told as a change
 * only beyond what two days differ by anyway and under the same conditions.
 */
export function videoChanges(
  { answers }: Pick<Plan, 'answers'>,
  before: Analysis,
  after: Analysis,
): VideoChange[] {
  return answers.flatMap(({ rule, evidence }) =>
    evidence.flatMap(({ metric: id, side }) => {
      const [first, last] = [before, after].map((analysis) => readingOf(analysis, id, side));
      if (!first || !last) return [];
      const { unit, value } = first.metric;
      const change = changeBetween(first, last);
      return [{ rule, metric: id, side, unit, before: value, after: last.metric.value, change }];
    }),
  );
}
