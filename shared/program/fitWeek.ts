import type { PlanItem } from '../domain/plan.ts';
import { isMain, itemLoad, lighterDose, loadOf, withDose } from './dose.ts';
import type { Library } from './library.ts';

export interface Ceilings {
  /** Highest load of the whole week, and of its training without recovery. */
  readonly total: number;
  readonly training: number;
}

export const NO_CEILING: Ceilings = { total: Number.POSITIVE_INFINITY, training: Number.POSITIVE_INFINITY };

export const trainingLoad = (days: readonly (readonly PlanItem[])[], library: Library): number =>
  loadOf(
    days.map((items) => items.filter(isMain)),
    library,
  );

/** Hundredths: loads are compared as they are printed. */
const within = (load: number, ceiling: number): boolean => load <= ceiling + 1e-9;

/**
 * Takes load off a week until it is under its ceilings: the heaviest training first by small steps of its dose, then whole
 * exercises, and recovery only when nothing else is left. Days before `firstOpen` are history and stay. What the coach set
 * goes last.
 */
export function fitWeek(
  days: readonly (readonly PlanItem[])[],
  ceilings: Ceilings,
  firstOpen: number,
  library: Library,
): { days: PlanItem[][]; touchedLocked: boolean } {
  const fitted = days.map((items) => [...items]);
  let touchedLocked = false;
  let total = loadOf(fitted, library);
  let training = trainingLoad(fitted, library);
  const over = () => !within(total, ceilings.total) || !within(training, ceilings.training);
  const passes: readonly ((item: PlanItem) => boolean)[] = [
    (item) => isMain(item) && !item.locked,
    isMain,
    () => true,
  ];
  for (const [pass, may] of passes.entries()) {
    while (over()) {
      const heaviest = heaviestItem(fitted, firstOpen, may, library);
      if (!heaviest) break;
      const { items, k, item } = heaviest;
      const dose = lighterDose(item.dose);
      const lighter = dose && withDose(item, dose, library);
      const off = itemLoad(item, library) - (lighter ? itemLoad(lighter, library) : 0);
      total -= off;
      if (isMain(item)) training -= off;
      if (lighter) items[k] = lighter;
      else items.splice(k, 1);
      if (pass === 1 && item.locked) touchedLocked = true;
    }
  }
  return { days: fitted, touchedLocked };
}

function heaviestItem(
  days: readonly PlanItem[][],
  firstOpen: number,
  may: (item: PlanItem) => boolean,
  library: Library,
): { items: PlanItem[]; k: number; item: PlanItem } | undefined {
  let found: { items: PlanItem[]; k: number; item: PlanItem } | undefined;
  let most = 0;
  for (const items of days.slice(firstOpen)) {
    for (const [k, item] of items.entries()) {
      const load = may(item) ? itemLoad(item, library) : 0;
      if (load > most) {
        found = { items, k, item };
        most = load;
      }
    }
  }
  return found;
}

/** Shortens the longest exercise of a day step by step until the day fits its minutes. */
export function fitMinutes(items: readonly PlanItem[], minutesPerDay: number, library: Library): PlanItem[] {
  const fitted = [...items];
  const sum = () => fitted.reduce((total, { minutes }) => total + minutes, 0);
  while (sum() > minutesPerDay) {
    const longest = fitted
      .map((item, k) => ({ item, k }))
      .filter(({ item }) => item.minutes > 0 && !item.locked)
      .sort((a, b) => b.item.minutes - a.item.minutes || b.k - a.k)[0];
    if (!longest) break;
    const dose = isMain(longest.item) ? lighterDose(longest.item.dose) : undefined;
    if (dose) fitted[longest.k] = withDose(longest.item, dose, library);
    else fitted.splice(longest.k, 1);
  }
  return fitted;
}
