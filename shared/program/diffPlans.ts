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

/** What changed from one plan to the next, in the order of the weeks; empty when nothing did. */
export function diffPlans(before: Plan, after: Plan): PlanChange[] {
  const whole = { week: 0, weekday: null, date: null, exercise: null, reasons: after.notes };
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
    if (old) changes.push(...weekChanges(old, week));
  }
  return changes;
}

function weekChanges(old: PlanWeek, week: PlanWeek): PlanChange[] {
  const whole = { week: week.index, weekday: null, date: null, exercise: null, reasons: week.notes };
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
      return oldDay ? dayChanges(oldDay, day, week) : [];
    }),
  ];
}

function dayChanges(old: PlanDay, day: PlanDay, week: PlanWeek): PlanChange[] {
  const at = { week: week.index, weekday: day.weekday, date: day.date };
  const why = (item: PlanItem | undefined): PlanNote[] => {
    const coach = item?.why.kind === 'coach' ? item.why.override : undefined;
    const own = week.notes.filter(({ params }) => coach !== undefined && params['override'] === coach);
    return own.length > 0 ? own : week.notes;
  };
  const gone = old.items.filter((item) => !day.items.some(({ exercise }) => exercise === item.exercise));
  const rest = day.items.flatMap((item): PlanChange[] => {
    const was = old.items.find(({ exercise }) => exercise === item.exercise);
    const to = doseKey(item.dose);
    const from = was ? doseKey(was.dose) : '';
    if (from === to) return [];
    const reasons = why(item);
    return [{ ...at, kind: was ? 'dose' : 'added', exercise: item.exercise, from, to, reasons }];
  });
  return [
    ...(old.kind === day.kind
      ? []
      : [{ ...at, kind: 'day' as const, exercise: null, from: old.kind, to: day.kind, reasons: week.notes }]),
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
