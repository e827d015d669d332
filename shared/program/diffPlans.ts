import type { Dose, Plan, PlanDay, PlanItem, PlanNote, PlanWeek } from '../domain/plan.ts';

/** One change between two plans, with what the new plan says about why. */
export interface PlanChange {
  readonly kind: 'added' | 'removed' | 'dose' | 'phase' | 'gate' | 'light' | 'day' | 'weeks' | 'priority';
  /** 1 for the first; 0 for what concerns the whole plan. */
  readonly week: number;
  readonly weekday: number | null;
  readonly date: string | null;
  readonly exercise: string | null;
  /** Before and after: a dose, a phase, a kind of day, yes or no. Empty where there was none. */
  readonly from: string;
  readonly to: string;
  readonly reasons: readonly PlanNote[];
}

const doseKey = ({ sets, amount, unit }: Dose): string => `${sets} x ${amount} ${unit}`;

/** Notes with which the log holds a week: when they are gone, that is the reason of what comes back. */
const HOLDS: ReadonlySet<string> = new Set([
  ...['soreness_hold', 'soreness_ease', 'pain_stop', 'pain_elsewhere', 'pain_unanswered', 'adherence_low'],
  ...['missed_long', 'effort_high', 'illness', 'held_after', 'gate_lost'],
]);

/**
 * What changed from one plan to the next, in the order of the weeks; empty when nothing did.
 * @param cause what the plan was made anew for: the reason of a change for which the plans themselves give none
 */
export function diffPlans(before: Plan, after: Plan, cause?: PlanNote): PlanChange[] {
  const reasons = reasonsOf(before.notes, after.notes, [], cause);
  const whole = { week: 0, weekday: null, date: null, exercise: null, reasons };
  const changes: PlanChange[] = [];
  const priorities = [before, after].map((plan) => plan.priorities.join(', '));
  if (priorities[0] !== priorities[1])
    changes.push({ ...whole, kind: 'priority', from: priorities[0] ?? '', to: priorities[1] ?? '' });
  if (before.weeks.length !== after.weeks.length)
    changes.push({
      ...whole,
      kind: 'weeks',
      from: String(before.weeks.length),
      to: String(after.weeks.length),
    });
  for (const week of after.weeks) {
    const old = before.weeks.find(({ index }) => index === week.index);
    if (old) changes.push(...weekChanges(old, week, cause));
  }
  return changes;
}

/** What the new notes say that the old ones did not; else what is over; else the cause; else all that the notes say. */
function reasonsOf(
  old: readonly PlanNote[],
  notes: readonly PlanNote[],
  moved: readonly PlanNote[],
  cause: PlanNote | undefined,
): readonly PlanNote[] {
  const known = new Set(old.map((note) => JSON.stringify(note)));
  const fresh = [...moved, ...notes.filter((note) => !known.has(JSON.stringify(note)))];
  if (fresh.length > 0) return fresh;
  const isOver = old.some(({ code }) => HOLDS.has(code) && !notes.some((note) => note.code === code));
  if (isOver) return [{ code: 'hold_over', params: {} }];
  return cause ? [cause] : notes;
}

/** Why a week is in another phase, or firm where it was not. */
function movedBy(old: PlanWeek, week: PlanWeek): PlanNote[] {
  const { phase, provisional } = week;
  if (phase < old.phase || (provisional && !old.provisional))
    return [{ code: 'phase_later', params: { phase } }];
  const isOpened = !provisional && (phase > old.phase || old.provisional);
  return isOpened ? [{ code: 'phase_opened', params: { phase } }] : [];
}

function weekChanges(old: PlanWeek, week: PlanWeek, cause: PlanNote | undefined): PlanChange[] {
  const reasons = reasonsOf(old.notes, week.notes, movedBy(old, week), cause);
  const whole = { week: week.index, weekday: null, date: null, exercise: null, reasons };
  return [
    ...(old.phase === week.phase
      ? []
      : [{ ...whole, kind: 'phase' as const, from: String(old.phase), to: String(week.phase) }]),
    ...(old.provisional === week.provisional
      ? []
      : [
          {
            ...whole,
            kind: 'gate' as const,
            from: old.provisional ? 'provisional' : 'firm',
            to: week.provisional ? 'provisional' : 'firm',
          },
        ]),
    ...(old.light === week.light
      ? []
      : [
          {
            ...whole,
            kind: 'light' as const,
            from: old.light ? 'light' : 'full',
            to: week.light ? 'light' : 'full',
          },
        ]),
    ...week.days.flatMap((day) => {
      const oldDay = old.days.find(({ weekday }) => weekday === day.weekday);
      return oldDay ? dayChanges(oldDay, day, week, reasons) : [];
    }),
  ];
}

function dayChanges(old: PlanDay, day: PlanDay, week: PlanWeek, reasons: readonly PlanNote[]): PlanChange[] {
  const at = { week: week.index, weekday: day.weekday, date: day.date };
  const why = (item: PlanItem | undefined): readonly PlanNote[] => {
    const coach = item?.why.kind === 'coach' ? item.why.override : undefined;
    const own = week.notes.filter(({ params }) => coach !== undefined && params['override'] === coach);
    return own.length > 0 ? own : reasons;
  };
  const gone = old.items.filter((item) => !day.items.some(({ exercise }) => exercise === item.exercise));
  const rest = day.items.flatMap((item): PlanChange[] => {
    const was = old.items.find(({ exercise }) => exercise === item.exercise);
    const to = doseKey(item.dose);
    const from = was ? doseKey(was.dose) : '';
    if (from === to) return [];
    const kind = was ? 'dose' : 'added';
    return [{ ...at, kind, exercise: item.exercise, from, to, reasons: why(item) }];
  });
  return [
    ...(old.kind === day.kind
      ? []
      : [{ ...at, kind: 'day' as const, exercise: null, from: old.kind, to: day.kind, reasons }]),
    ...gone.map(
      (item): PlanChange => ({
        ...at,
        kind: 'removed',
        exercise: item.exercise,
        from: doseKey(item.dose),
        to: '',
        reasons: why(item),
      }),
    ),
    ...rest,
  ];
}
