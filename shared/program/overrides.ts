import type { Phase, PlanItem, PlanNote } from '../domain/plan.ts';
import type { PlanOverride } from '../domain/planOverride.ts';
import type { DaySlot } from './calendar.ts';
import { isMain, planItem, scaledDose, withDose } from './dose.ts';
import { barrier } from './eligible.ts';
import type { PlanInput } from './planInput.ts';

interface Desk {
  readonly days: PlanItem[][];
  readonly slots: readonly DaySlot[];
  readonly phase: Phase;
  readonly input: PlanInput;
  /** Share of the library's dose in this week, for exercises that the coach brings in without a dose. */
  readonly share: number;
}

/**
 * Replays the coach's changes on one week, in their order. What would break the cap, the minutes, the equipment, the open
 * phase or the pain rule is refused and named in a note; a change of something that is not in the week does nothing.
 */
export function applyOverrides(
  days: readonly (readonly PlanItem[])[],
  slots: readonly DaySlot[],
  week: number,
  phase: Phase,
  share: number,
  input: PlanInput,
): { days: PlanItem[][]; notes: PlanNote[] } {
  const desk: Desk = { days: days.map((items) => [...items]), slots, phase, input, share };
  const notes: PlanNote[] = [];
  for (const override of standing(input.overrides)) {
    if (override.week !== null && override.week !== week) continue;
    const refused = applyOne(desk, override);
    if (refused === undefined) continue;
    notes.push({
      code: refused === '' ? 'coach_change' : 'coach_change_refused',
      params: { override: override.id, reason: refused === '' ? override.reason : refused },
    });
  }
  return { days: desk.days, notes };
}

/** The changes that count: a lock that was undone later does not, nor does what undid it. */
export function standing(overrides: readonly PlanOverride[]): Exclude<PlanOverride, { kind: 'unlock' }>[] {
  return overrides.flatMap((override, k) => {
    if (override.kind === 'unlock') return [];
    const isUndone =
      override.kind === 'lock' &&
      overrides
        .slice(k + 1)
        .some((later) => later.kind === 'unlock' && isOfDay(later, override.week, override.weekday));
    return isUndone ? [] : [override];
  });
}

const isOfDay = (
  override: Extract<PlanOverride, { kind: 'lock' | 'unlock' }>,
  week: number | null,
  weekday: number,
): boolean => override.week === week && override.weekday === weekday;

/** Whether the coach has locked that day of that week. */
export const isDayLocked = (overrides: readonly PlanOverride[], week: number, weekday: number): boolean =>
  standing(overrides).some((one) => one.kind === 'lock' && isOfDay(one, week, weekday));

/** The code of why it is refused, '' when it was done, undefined when it does not concern this week. */
function applyOne(desk: Desk, override: ReturnType<typeof standing>[number]): string | undefined {
  const { days, slots, input } = desk;
  const why = { kind: 'coach', override: override.id } as const;
  if (override.kind === 'lock') {
    const day = slots.findIndex(({ weekday }) => weekday === override.weekday);
    const kept = (days[day] ?? []).filter((item) => !isMain(item));
    const before = days[day] ?? [];
    days[day] = kept;
    let refused = '';
    for (const { exercise, dose } of override.items) {
      const had = before.find((item) => item.exercise === exercise);
      const item = input.library.has(exercise)
        ? { ...planItem(input.library.get(exercise), dose, had?.why ?? why), locked: true }
        : undefined;
      refused = (item ? place(desk, item, day) : 'unknown_exercise') || refused;
    }
    return refused;
  }
  if (override.kind === 'add') {
    if (!input.library.has(override.exercise)) return 'unknown_exercise';
    const exercise = input.library.get(override.exercise);
    const dose = override.dose ?? scaledDose(exercise.dose, desk.share);
    const day = slots.findIndex(({ weekday }) => weekday === override.weekday);
    return place(desk, { ...planItem(exercise, dose, why), locked: true }, day);
  }
  if (override.kind === 'move') {
    const from = slots.findIndex(({ weekday }) => weekday === override.from);
    const to = slots.findIndex(({ weekday }) => weekday === override.to);
    const item = days[from]?.find(({ exercise }) => exercise === override.exercise);
    if (!item) return undefined;
    const refused = place(desk, { ...item, locked: true }, to);
    if (refused === '') days[from] = (days[from] ?? []).filter((other) => other !== item);
    return refused;
  }
  return everywhere(desk, override);
}

/** Swap, remove and dose concern the exercise on every day of the week. */
function everywhere(
  { days, phase, input, share }: Desk,
  override: Extract<PlanOverride, { kind: 'swap' | 'remove' | 'dose' }>,
): string | undefined {
  let result: string | undefined;
  days.forEach((items, day) => {
    const k = items.findIndex((item) => item.exercise === override.exercise && isMain(item));
    const item = items[k];
    if (!item) return;
    if (override.kind === 'remove') {
      items.splice(k, 1);
      result ??= '';
      return;
    }
    const changed = override.kind === 'swap' ? swapped(item, override, input, share) : item;
    if (!changed) {
      result = 'unknown_exercise';
      return;
    }
    const next = override.kind === 'dose' ? withDose(changed, override.dose, input.library) : changed;
    const refused =
      barrier(input.library.get(next.exercise), phase, input) ??
      (items.some((other, at) => at !== k && other.exercise === next.exercise)
        ? 'already_there'
        : undefined) ??
      (minutes(days[day] ?? []) - item.minutes + next.minutes > input.minutesPerDay ? 'minutes' : undefined);
    if (refused === undefined) items[k] = { ...next, locked: true };
    result = refused ?? result ?? '';
  });
  return result;
}

function swapped(
  item: PlanItem,
  { by }: Extract<PlanOverride, { kind: 'swap' }>,
  { library }: PlanInput,
  share: number,
): PlanItem | undefined {
  if (!library.has(by)) return undefined;
  const exercise = library.get(by);
  return planItem(exercise, scaledDose(exercise.dose, share), item.why);
}

const minutes = (items: readonly PlanItem[]): number => items.reduce((sum, item) => sum + item.minutes, 0);

function place({ days, slots, phase, input }: Desk, item: PlanItem, day: number): string {
  const items = days[day];
  const kind = slots[day]?.kind;
  if (!items || (kind !== 'training' && kind !== 'off')) return 'day_not_available';
  if (items.some(({ exercise }) => exercise === item.exercise)) return 'already_there';
  const refused = barrier(input.library.get(item.exercise), phase, input);
  if (refused !== undefined) return refused;
  if (items.filter(isMain).length >= input.maxExercises) return 'cap';
  if (minutes(items) + item.minutes > input.minutesPerDay) return 'minutes';
  items.splice(items.filter(isMain).length, 0, item);
  return '';
}
