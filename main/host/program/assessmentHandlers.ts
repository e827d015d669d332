import type { Handlers } from '../../../shared/contract/handlers.ts';
import type { AssessmentInput } from '../../../shared/contract/programApiSchemas.ts';
import type { TestResult } from '../../../shared/domain/assessment.ts';
import { CodedError } from '../../../shared/domain/errors.ts';
import { resultProblems } from '../../../shared/program/assessment.ts';
import { TESTS } from '../../../shared/program/data/tests.ts';
import type { HostContext } from '../hostContext.ts';
import type { JobContext } from '../jobs.ts';
import { changer } from './change.ts';
import { cycleAtHand, cycleOfTests } from './facts.ts';

type Names = `program.${'saveAssessment' | 'deleteAssessment' | 'overrideGate'}`;

/** Tests that the coach makes, and phases that the coach opens without them. */
export function assessmentHandlers(context: HostContext): Pick<Handlers<JobContext>, Names> {
  const { services } = context;
  const { db } = context.library;
  const change = changer(context);
  return {
    'program.saveAssessment': ({ assessment, ...asked }) =>
      change(asked, 'tests', (facts) => {
        checkAssessment(assessment, asked.today);
        const { id } = assessment;
        const stored = facts.assessments.find((other) => other.id === id);
        if (id !== null && stored === undefined) throw new CodedError('not_found');
        const cycle = stored?.cycle ?? cycleOfTests(facts);
        db.assessments.save(asked.athleteId, { ...assessment, id: id ?? services.newId(), cycle });
      }),
    'program.deleteAssessment': ({ id, ...asked }) =>
      change(asked, 'tests', () => db.assessments.remove(asked.athleteId, id)),
    'program.overrideGate': ({ opens, reason, ...asked }) =>
      change(asked, 'tests', (facts) => {
        const cycle = cycleAtHand(facts);
        if (reason === null) db.assessments.closeGate(asked.athleteId, cycle, opens);
        else db.assessments.openGate(asked.athleteId, cycle, { opens, reason, date: asked.today });
      }),
  };
}

/** @throws CodedError date_to_come for a test that would count before it was made, invalid_input */
function checkAssessment({ date, results, observations }: AssessmentInput, today: string): void {
  if (date > today) throw new CodedError('date_to_come', { date });
  for (const result of results) checkResult(result);
  const named = [
    ...results.map(({ test, side, condition }) => `${test} ${side ?? ''} ${condition ?? ''}`),
    ...observations.map(({ id, side }) => `${id} ${side}`),
  ];
  const twice = named.find((name, k) => named.indexOf(name) !== k);
  if (twice !== undefined) throw new CodedError('invalid_input', { detail: `${twice}: named twice` });
}

function checkResult(result: TestResult): void {
  const test = TESTS.find(({ id }) => id === result.test);
  if (test === undefined) throw new CodedError('invalid_input', { detail: `unknown test ${result.test}` });
  const [problem] = resultProblems(result);
  if (problem === undefined) return;
  const said: Readonly<Record<string, string>> = {
    out_of_range: `${test.lowest} to ${test.highest} ${test.unit}`,
    side_missing: 'which side?',
    side_not_wanted: 'has no sides',
    comes_from_video: 'comes from the video',
  };
  throw new CodedError('invalid_input', { detail: `${test.name}: ${said[problem] ?? problem}` });
}
