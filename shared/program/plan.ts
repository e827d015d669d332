import type { Phase, Plan, PlanItem, PlanNote, PlanWeek } from '../domain/plan.ts';
import { cadenceTarget } from './cadence.ts';
import { daysBetween, weekSlots } from './calendar.ts';
import { START_SHARE, trainingWeek } from './dayContent.ts';
import { isMain, loadOf, scaledDose, withDose } from './dose.ts';
import { barrier, footwearBarriers, priorityFindings } from './eligible.ts';
import { fitMinutes, fitWeek, NO_CEILING, trainingLoad } from './fitWeek.ts';
import { applyOverrides } from './overrides.ts';
import { checkInput, type PlanInput } from './planInput.ts';
import { datedDays, FOOTWEAR, SURFACE } from './weekDress.ts';
import { ceilingsFor, isScheduledLight, keptShare, LIGHT_SHARE, type Reference, stepOf } from './weekLoad.ts';

/**
 * A drill plan of 6-8 weeks: pure and deterministic. Later phases are provisional until their gate is passed; without a
 * baseline every week stays in phase 1 and the plan says so. What was lived already is kept word for word.
 * @throws RangeError for input that no plan can be made from
 */
export function generatePlan(input: PlanInput): Plan {
  checkInput(input);
  const lived = livedWeeks(input);
  const weeks: PlanWeek[] = [...lived];
  const before: Reference | undefined =
    input.loadBefore === null ? undefined : { total: input.loadBefore, training: input.loadBefore };
  for (let index = lived.length + 1; index <= input.weeks; index++) {
    const reference = lastFull(weeks, input) ?? before;
    weeks.push(makeWeek(index, lived, weeks, reference, input));
  }
  return {
    start_date: input.startDate,
    cycle: input.cycle,
    weeks: weeks.map((week, k) => belowNext(week, weeks.slice(k + 1), k < lived.length, input)),
    priorities: priorityFindings(input).map(({ rule }) => rule),
    answers: priorityFindings(input).map(({ rule, side, confirmed_by_coach, evidence, frames, drills }) => ({
      rule,
      side,
      confirmed_by_coach,
      evidence: evidence.map(({ metric, side, value, total, n }) => ({ metric, side, value, total, n })),
      frames,
      // A drill that stands in two phases is one answer.
      drills: [...new Set(drills.map(({ exercise }) => exercise))],
    })),
    gates: [...input.gates],
    notes: planNotes(input),
    retest_after_weeks: 6,
  };
}

/** Firm weeks that lie wholly before the first day that may change. A week whose gate never opened was not lived. */
function livedWeeks({ lived, startDate, weeks }: PlanInput): PlanWeek[] {
  if (!lived || startDate === null || lived.plan.start_date !== startDate) return [];
  const open = lived.plan.weeks.findIndex(
    ({ days, provisional }) => provisional || days.some(({ date }) => date === null || date >= lived.from),
  );
  return lived.plan.weeks.slice(0, Math.min(weeks, open === -1 ? weeks : open));
}

/** The week at hand, 1 for the first. */
export function currentWeek(
  { lived, startDate }: Pick<PlanInput, 'lived' | 'startDate'>,
  done: number,
): number {
  if (!lived || startDate === null) return done + 1;
  return Math.max(done, Math.floor(daysBetween(startDate, lived.from) / 7)) + 1;
}

/** The open phase; a phase once reached is not taken back by a weaker retest, the load is held instead. */
const openPhase = ({ openPhase: open }: PlanInput, reached: Phase | undefined): Phase =>
  Math.max(open ?? 1, reached ?? 1) as Phase;

/** The furthest phase that was firm on a day already lived; undefined before the first such day. */
function reachedPhase({ lived, startDate }: PlanInput): Phase | undefined {
  if (!lived || lived.plan.start_date !== startDate) return undefined;
  const firm = lived.plan.weeks.filter(
    ({ provisional, days }) => !provisional && days.some(({ date }) => date !== null && date < lived.from),
  );
  const phases = firm.map(({ phase }) => phase);
  return phases.length === 0 ? undefined : (Math.max(...phases) as Phase);
}

/** Weeks that a phase lasts, and after which it is repeated while the next gate is shut. */
const PHASE_WEEKS = 3;

/**
 * First week of the phase after the reached one, once its gate is open: as the plan as it was holds it firmly already, so
 * that days that pass move nothing; else the first week that has not begun.
 * @param first first week that is made anew
 */
function nextPhaseAt(first: number, reached: Phase, { lived }: PlanInput): number {
  const planned = lived?.plan.weeks.find(({ phase, provisional }) => phase > reached && !provisional)?.index;
  const week = lived?.plan.weeks[first - 1];
  const hasBegun = week?.days.some(({ date }) => date !== null && date < (lived?.from ?? '')) ?? false;
  return Math.max(planned ?? first, hasBegun ? first + 1 : first);
}

/**
 * Three weeks to a phase, repeated until its gate is passed; no phase is skipped. The phase at hand is firm, later ones
 * open with their gate.
 * @param since 0 for the first week that is made anew
 */
function phaseOf(
  since: number,
  done: readonly PlanWeek[],
  reached: Phase | undefined,
  input: PlanInput,
): Phase {
  const open = openPhase(input, reached);
  if (input.openPhase === null) return reached ?? 1;
  const at = reached ?? open;
  const had = done.filter(({ phase }) => phase === at).length;
  const first = done.length + 1;
  const remaining =
    reached !== undefined && open > reached
      ? nextPhaseAt(first, reached, input) - first
      : PHASE_WEEKS - (had % PHASE_WEEKS);
  return Math.min(
    3,
    since < remaining ? at : at + 1 + Math.floor((since - remaining) / PHASE_WEEKS),
  ) as Phase;
}

const lastFull = (weeks: readonly PlanWeek[], { library }: PlanInput): Reference | undefined => {
  const week = weeks.findLast(({ light }) => !light);
  if (!week) return undefined;
  return {
    total: week.load,
    training: trainingLoad(
      week.days.map(({ items }) => items),
      library,
    ),
  };
};

function makeWeek(
  index: number,
  done: readonly PlanWeek[],
  weeks: readonly PlanWeek[],
  reference: Reference | undefined,
  input: PlanInput,
): PlanWeek {
  const { library, lived } = input;
  const ahead = index - currentWeek(input, done.length);
  const reached = reachedPhase(input);
  const old = lived?.plan.start_date === input.startDate ? lived?.plan.weeks[index - 1] : undefined;
  const slots = weekSlots(input, index);
  const firstOpen = lived ? slots.filter(({ date }) => date !== null && date < lived.from).length : 0;
  const begun = firstOpen > 0 && old !== undefined && !old.provisional;
  const phase = begun ? old.phase : phaseOf(index - done.length - 1, done, reached, input);
  const scheduledLight = isScheduledLight(index);
  const lostGate = (input.openPhase ?? 1) < (reached ?? 1);
  const step = stepOf(index, ahead, input, lostGate);

  const base = trainingWeek(phase, slots, input);
  const raw = loadOf(base, library);
  const full = slots.every(
    ({ kind, weekday }) => kind === 'training' || !input.trainingDays.includes(weekday),
  );
  // A week that loses days to a race or a holiday keeps the dose of its other days: they are not made up for.
  const whole = full
    ? raw
    : loadOf(trainingWeek(phase, weekSlots({ ...input, calendar: [] }, index), input), library);
  const share =
    reference && whole > 0 ? Math.min(1.25, (reference.total * step.factor) / whole) : step.factor;
  const scaled = base.map((items, k) =>
    fitMinutes(
      items.map((item) =>
        isMain(item)
          ? withDose(item, scaledDose(item.dose, begun && k < firstOpen ? 1 : share), library)
          : item,
      ),
      input.minutesPerDay,
      library,
    ),
  );
  const coached = applyOverrides(scaled, slots, index, phase, share * START_SHARE, input);
  const kept = coached.days.map((items, k) => {
    const day = begun && k < firstOpen ? old.days[k] : undefined;
    return day ? day.items : items.filter((item) => allowed(item, phase, input));
  });
  const ceilings = ceilingsFor({
    index,
    ahead,
    reference,
    old,
    firstOpen: begun ? firstOpen : 0,
    step,
    input,
  });
  const { days, touchedLocked } = fitWeek(kept, ceilings, begun ? firstOpen : 0, library);
  const load = loadOf(days, library);
  // Light weeks that were lived cannot be lowered any more: a week that is no heavier counts as light too.
  const sinceFull = weeks.slice(weeks.findLastIndex((week) => !week.light) + 1, done.length + 1);
  const light =
    scheduledLight ||
    (lived !== null && sinceFull.some((week) => week.load >= load)) ||
    (reference ? load <= reference.total * LIGHT_SHARE + 1e-9 : !full && weeks.every((w) => w.light));
  const cadence = cadenceTarget({ phase, light }, weeks, step.held, input);
  return {
    index,
    phase,
    light,
    provisional: phase > openPhase(input, reached),
    load,
    footwear: FOOTWEAR[phase],
    surface: SURFACE[phase],
    days: datedDays(slots, days, (item) => dressed(item, cadence, input), begun ? firstOpen : 0, old),
    notes: [
      ...weekNotes(index, ahead, full, scheduledLight, lostGate, input),
      ...coached.notes,
      ...(touchedLocked ? [{ code: 'locked_item_eased', params: {} }] : []),
    ],
  };
}

const allowed = (item: PlanItem, phase: Phase, input: PlanInput): boolean =>
  barrier(input.library.get(item.exercise), phase, input) === undefined;

function dressed(item: PlanItem, cadence: PlanItem['cadence'], input: PlanInput): PlanItem {
  const exercise = input.library.get(item.exercise);
  return {
    ...item,
    first_side: item.dose.per_side && exercise.domain !== 'mobility' ? input.weakerSide : null,
    cadence: exercise.isCadenceWork ? cadence : null,
  };
}

function weekNotes(
  index: number,
  ahead: number,
  full: boolean,
  scheduledLight: boolean,
  lostGate: boolean,
  input: PlanInput,
): PlanNote[] {
  const { adaptation } = input;
  const isAfter = ahead === 1 && (adaptation.hold || adaptation.ease < 1);
  return [
    ...(scheduledLight ? [{ code: 'light_week', params: {} }] : []),
    ...(full ? [] : [{ code: 'days_lost', params: {} }]),
    ...(lostGate && ahead === 0 ? [{ code: 'gate_lost', params: {} }] : []),
    ...(ahead === 0 ? adaptation.notes : []),
    ...(isAfter || keptShare(index, input) < 1 ? [{ code: 'held_after', params: {} }] : []),
  ];
}

/** A light week stays below the next full one (plan invariant 1), also where that one came out smaller. */
function belowNext(week: PlanWeek, later: readonly PlanWeek[], isLived: boolean, input: PlanInput): PlanWeek {
  const next = later.find(({ light }) => !light);
  if (!week.light || isLived || !next || week.load < next.load) return week;
  const firstOpen = week.days.filter(({ date }) => date !== null && date < (input.lived?.from ?? '')).length;
  const items = week.days.map((day) => day.items);
  const { days } = fitWeek(
    items,
    { ...NO_CEILING, total: next.load * LIGHT_SHARE },
    firstOpen,
    input.library,
  );
  return {
    ...week,
    load: loadOf(days, input.library),
    days: week.days.map((day, k) => ({ ...day, items: days[k] ?? [] })),
  };
}

function planNotes(input: PlanInput): PlanNote[] {
  const missing = input.footwear.wanted ? footwearBarriers(input) : [];
  return [
    ...(input.openPhase === null && (reachedPhase(input) ?? 1) === 1
      ? [{ code: 'no_baseline', params: {} }]
      : []),
    ...(priorityFindings(input).length === 0 ? [{ code: 'no_priority', params: {} }] : []),
    ...(input.findings.some(({ drills }) => drills.length === 0)
      ? [{ code: 'unconfirmed_findings', params: {} }]
      : []),
    ...(missing.length > 0 ? [{ code: 'minimalist_not_yet', params: { missing: missing.join(', ') } }] : []),
    ...(input.adaptation.stopped.length > 0
      ? [{ code: 'area_stopped', params: { areas: input.adaptation.stopped.join(', ') } }]
      : []),
  ];
}
