import type { Finding } from '../domain/analysis.ts';
import type { Assessment } from '../domain/assessment.ts';
import { latestObservation } from './assessment.ts';
import { ruleById } from './data/rules.ts';
import { drillsOf, MAX_PRIORITIES } from './findings.ts';

const RULE = 'toe_clawing';

/**
 * The findings with what the coach ticked at the last tests and no video shows: toes that claw (seed P7). The coach's eye is
 * the evidence. It comes after what the video found, and is answered while there are fewer than two other priorities.
 */
export function withObserved(
  findings: readonly Finding[],
  assessments: readonly Assessment[],
): readonly Finding[] {
  const sides = (['L', 'R'] as const).filter((side) => latestObservation(assessments, RULE, side) === true);
  if (sides.length === 0 || findings.some(({ rule }) => rule === RULE)) return findings;
  const taken = findings.filter(({ priority }) => priority !== null).length;
  const seen: Finding = {
    ...{ rule: RULE, likelihood: 'likely', p: 1, confirmed_by_coach: true, evidence: [], frames: [] },
    side: sides.length === 1 ? (sides[0] ?? null) : null,
    priority: taken < MAX_PRIORITIES ? taken + 1 : null,
    drills: drillsOf(ruleById(RULE)),
  };
  return [...findings, seen];
}
