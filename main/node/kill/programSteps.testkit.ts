import type { CallInput } from '../../../shared/contract/handlers.ts';
import type { LogEntryInput, ProgramState } from '../../../shared/contract/programApiSchemas.ts';
import {
  day,
  daysDone,
  line,
  START,
  someExercise,
  sore,
  testsOn,
} from '../../host/program/programme.testkit.ts';
import type { Served } from '../serve.testkit.ts';
import type { ChangeName, Driver, Prepared, Steps } from './driver.testkit.ts';
import { slotOf } from './ledger.testkit.ts';
import { isRunner } from './subjects.testkit.ts';

type Names = Extract<
  ChangeName,
  `program.${string}` | `library.${'change' | 'reset' | 'addOwn' | 'editOwn' | 'deleteOwn'}`
>;
type OfProgramme = Exclude<Extract<Names, `program.${string}`>, 'program.export' | 'program.importLog'>;

const BEFORE = day(-1);
/** In the third week: what is changed lies ahead, what is logged behind. */
const TODAY = day(14);

const stateSlot = (athleteId: string, today: string) =>
  slotOf('program.state', { athleteId, today }, [athleteId]);

/** Every change answers with the whole programme, and makes the plan at hand anew in the same breath. */
const changing = (athleteId: string, today = TODAY) => ({
  root: athleteId,
  touches: ['program.state'] as const,
  drops: ({ name, path }: { name: string; path: readonly string[] }) =>
    name === 'program.state' && path[0] === athleteId,
  facts: (value: ProgramState) => [{ slot: stateSlot(athleteId, today), value }],
  half: (server: Served) => halfProgramme(server, athleteId, today),
});

/** A log, a test or a change that came in without the plan that follows from it. */
async function halfProgramme(server: Served, athleteId: string, today: string): Promise<string | undefined> {
  const { value } = await server.call('program.state', { athleteId, today });
  const anew = await server.call('program.update', { athleteId, today });
  // Without a plan there is nothing to bring up to date.
  if (!anew.ok) return (value as ProgramState).current === null ? undefined : `not brought up to date`;
  const [was, is] = [value, anew.value].map((state) => JSON.stringify((state as ProgramState).current?.plan));
  return was === is ? undefined : 'the plan is not what its log gives';
}

async function someProgramme(driver: Driver): Promise<ProgramState> {
  const runners = (await driver.ask('athletes.list', {})).filter(isRunner);
  const states = await Promise.all(
    runners.map(({ id }) => driver.ask('program.state', { athleteId: id, today: TODAY })),
  );
  const begun = states.filter(({ current }) => current !== null);
  if (begun.length > 0) return ofToday(driver, driver.pick(begun));
  const made = await driver.do('program.makePlan');
  const state = await driver.ask('program.state', { athleteId: made?.athleteId ?? '', today: TODAY });
  return ofToday(driver, state);
}

const only = (athleteId: string) => ({ athleteId, today: TODAY });

/** A programme brought up to date: a plan of an earlier day differs from today's without anything that came in half. */
async function ofToday(driver: Driver, state: ProgramState): Promise<ProgramState> {
  const { athleteId, current } = state;
  if (current === null || current.asOf >= TODAY) return state;
  const input = only(athleteId);
  return (await driver.doWith('program.update', { ...changing(athleteId), input })) ?? state;
}
const entriesOf = (driver: Driver): LogEntryInput[] => [
  ...daysDone(0, 6, { note: `n ${driver.next()}` }),
  line(day(6), { soreness: sore('calf', 4), note: 'calf hurts' }),
];

/** A change on the programme of somebody who has one. */
function on<M extends OfProgramme>(
  inputOf: (driver: Driver, state: ProgramState) => Promise<CallInput<M>> | CallInput<M>,
  mayRefuse: readonly string[] = [],
) {
  return async (driver: Driver): Promise<Prepared<M>> => {
    const state = await someProgramme(driver);
    const input = await inputOf(driver, state);
    return { ...changing(state.athleteId), input, mayRefuse } as unknown as Prepared<M>;
  };
}

/** The programme and the coach's own exercises. */
export const programSteps: Pick<Steps, Exclude<Names, 'program.export'>> = {
  'program.setOptions': on<'program.setOptions'>((driver, { athleteId }) => ({
    ...only(athleteId),
    patch: { minutesPerDay: 15 + (driver.next() % 20) },
  })),
  'program.makePlan': async (driver) => {
    const athlete = await driver.do('athletes.create');
    const athleteId = athlete?.id ?? '';
    await driver.do('program.saveAssessment');
    return {
      ...changing(athleteId, BEFORE),
      input: { athleteId, today: BEFORE, sessionId: null, startDate: START },
    };
  },
  'program.update': on<'program.update'>((_, { athleteId }) => only(athleteId)),
  'program.addOverride': on<'program.addOverride'>((driver, { athleteId, current }) => {
    const week = 4 + (driver.next() % 4);
    const exercise = current === null ? '' : someExercise(current.plan, week).exercise;
    return {
      ...only(athleteId),
      change: { kind: 'remove', exercise, week, reason: `no room ${driver.next()}` },
    };
  }),
  'program.undo': on<'program.undo'>(async (driver, { athleteId }) => {
    if (!(await driver.ask('program.state', only(athleteId))).canUndo) await overridden(driver, athleteId);
    return only(athleteId);
  }),
  'program.redo': on<'program.redo'>(async (driver, { athleteId }) => {
    if (!(await driver.ask('program.state', only(athleteId))).canRedo) {
      await overridden(driver, athleteId);
      await driver.doWith('program.undo', { ...changing(athleteId), input: only(athleteId) });
    }
    return only(athleteId);
  }),
  // Of somebody who may have no plan yet.
  'program.saveAssessment': async (driver) => {
    const runners = (await driver.ask('athletes.list', {})).filter(isRunner);
    const states = await Promise.all(
      runners.map(({ id }) => driver.ask('program.state', { athleteId: id, today: TODAY })),
    );
    const without = states.filter(({ assessments }) => assessments.length === 0);
    const athleteId =
      without.length > 0
        ? driver.pick(without).athleteId
        : states.length > 0
          ? (await ofToday(driver, driver.pick(states))).athleteId
          : (await someProgramme(driver)).athleteId;
    const isFirst = without.length > 0;
    const today = isFirst ? BEFORE : TODAY;
    const assessment = testsOn(today, isFirst ? 'baseline' : 'retest', {
      stanceS: 21 + (driver.next() % 15),
    });
    return { ...changing(athleteId, today), input: { athleteId, today, assessment } };
  },
  'program.deleteAssessment': on<'program.deleteAssessment'>(async (driver, { athleteId, assessments }) => ({
    ...only(athleteId),
    id: driver.pick(assessments.length > 0 ? assessments : await retested(driver, athleteId)).id,
  })),
  'program.overrideGate': on<'program.overrideGate'>((driver, { athleteId }) => ({
    ...only(athleteId),
    opens: 2,
    reason: `steady for ${driver.next()} years`,
  })),
  'program.saveLogEntries': async (driver) => {
    const { athleteId, log } = await someProgramme(driver);
    const entries = entriesOf(driver);
    const prepared = changing(athleteId);
    return {
      ...prepared,
      input: { ...only(athleteId), entries },
      half: async (server) => {
        const { value } = await server.call('program.state', only(athleteId));
        const more = (value as ProgramState).log.length - log.length;
        if (more !== 0 && more !== entries.length) return `${more} of ${entries.length} entries`;
        return prepared.half(server);
      },
    };
  },
  'program.deleteLogEntry': on<'program.deleteLogEntry'>(
    async (driver, { athleteId }) => ({
      ...only(athleteId),
      id: driver.pick(await logOf(driver, athleteId)).id,
    }),
    ['pain_kept'],
  ),
  'program.importLog': async (driver) => {
    const { athleteId } = await someProgramme(driver);
    const entries = (await logOf(driver, athleteId)).slice(-2);
    const text = JSON.stringify({ schemaVersion: 1, plan_start: START, entries });
    const { facts, ...prepared } = changing(athleteId);
    return {
      ...prepared,
      input: { ...only(athleteId), source: { name: 'log.json', text } },
      facts: ({ state }) => facts(state),
    };
  },
  'program.answerPain': on<'program.answerPain'>(async (driver, { athleteId }) => ({
    ...only(athleteId),
    entryId: await questionOf(driver, athleteId),
    answer: { pain: true, area: 'calf', level: 4 },
  })),
  'program.clearPain': on<'program.clearPain'>(
    async (driver, { athleteId }) => {
      const input = {
        ...only(athleteId),
        entryId: await questionOf(driver, athleteId),
        answer: { pain: true, area: 'calf', level: 4 } as const,
      };
      await driver.doWith('program.answerPain', { ...changing(athleteId), input });
      return { ...only(athleteId), area: 'calf', reason: 'rested, no pain on hopping' };
      // One of before that day is cleared once.
    },
    ['not_found'],
  ),
  'program.finishCycle': on<'program.finishCycle'>((_, { athleteId }) => only(athleteId)),

  'library.change': exercises<'library.change'>((driver) => ({
    id: 'S1',
    change: { name: `Towel pulls ${driver.next()}` },
  })),
  'library.reset': exercises<'library.reset'>(async (driver) => {
    await driver.do('library.change');
    return { id: 'S1' };
  }),
  'library.addOwn': exercises<'library.addOwn'>((driver) => ({
    exercise: {
      ...{ name: `Arch lifts ${driver.next()}`, domain: 'strength', phases: [3], level: 1 },
      dose: { sets: 2, amount: 8, unit: 'reps', per_side: true },
      ...{ equipment: [], surface: 'firm floor', footwear: 'barefoot', how: ['Stand.'], cues: [] },
      ...{ why: 'Arch.', progression: 'More.', regression: 'Sit.', videoCheck: 'The arch.' },
      ...{ loads: ['sole'], contraindications: [] },
    },
  })),
  'library.editOwn': exercises<'library.editOwn'>(async (driver) => ({
    id: await ownExercise(driver),
    change: { cues: [`Tall ${driver.next()}.`] },
  })),
  'library.deleteOwn': exercises<'library.deleteOwn'>(async (driver) => ({ id: await ownExercise(driver) })),
};

/** The coach's library of exercises: every plan shows it. */
function exercises<M extends Extract<Names, `library.${string}`>>(
  inputOf: (driver: Driver) => Promise<CallInput<M>> | CallInput<M>,
) {
  return async (driver: Driver): Promise<Prepared<M>> => {
    const input = await inputOf(driver);
    const prepared = {
      input,
      touches: ['program.state', 'library.list', 'exports.list', 'analysis.latest'] as const,
      // One that stands in a plan stays.
      mayRefuse: ['exercise_in_use'],
      facts: (value: unknown) => [{ slot: slotOf('library.list', {}, ['exercises']), value }],
    };
    return prepared as unknown as Prepared<M>;
  };
}

async function ownExercise(driver: Driver): Promise<string> {
  const own = (await driver.ask('library.list', {})).filter(({ state }) => state === 'own');
  if (own.length > 0) return driver.pick(own).exercise.id;
  const added = (await driver.do('library.addOwn')) ?? [];
  return driver.pick(added.filter(({ state }) => state === 'own')).exercise.id;
}

async function overridden(driver: Driver, athleteId: string): Promise<void> {
  const { current } = await driver.ask('program.state', only(athleteId));
  if (current === null) throw new Error('no plan');
  const { exercise } = someExercise(current.plan, 5);
  const change = { kind: 'remove', exercise, week: 5, reason: 'no room' } as const;
  await driver.doWith('program.addOverride', {
    ...changing(athleteId),
    input: { ...only(athleteId), change },
  });
}

async function retested(driver: Driver, athleteId: string): Promise<ProgramState['assessments']> {
  const input = { ...only(athleteId), assessment: testsOn(TODAY, 'retest') };
  const state = await driver.doWith('program.saveAssessment', { ...changing(athleteId), input });
  return state?.assessments ?? [];
}

async function logged(driver: Driver, athleteId: string): Promise<ProgramState | undefined> {
  const input = { ...only(athleteId), entries: entriesOf(driver) };
  return driver.doWith('program.saveLogEntries', { ...changing(athleteId), input });
}
async function logOf(driver: Driver, athleteId: string) {
  const { log } = await driver.ask('program.state', only(athleteId));
  return log.length > 0 ? log : ((await logged(driver, athleteId))?.log ?? []);
}
async function questionOf(driver: Driver, athleteId: string): Promise<string> {
  const { reading } = await driver.ask('program.state', only(athleteId));
  const [first] = reading.questions;
  return first?.entry ?? (await logged(driver, athleteId))?.reading.questions[0]?.entry ?? '';
}
