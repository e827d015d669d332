import type { GaitEvent, KnownEvent } from '../domain/analysis.ts';
import { firstEventId } from '../domain/eventId.ts';
import { median } from '../math/statistics.ts';

type Placed = Omit<KnownEvent, 'id'>;

/** A quarter of the shortest running stride, s: half a step where no two events tell the runner's own. */
const SHORTEST_HALF_STEP_S = 0.11;

export const isSameKind = (a: Omit<Placed, 'time_s'>, b: Omit<Placed, 'time_s'>): boolean =>
  a.clip === b.clip && a.side === b.side && a.type === b.type;

/**
 * Half of the clip's step time, true seconds: two events of one leg and type are at least four of these apart, so what lies within
 * one of them is the same event, placed otherwise.
 */
export function halfStepS(events: readonly Placed[]): number {
  const gaps: number[] = [];
  const last = new Map<string, number>();
  for (const { clip, side, type, time_s } of [...events].sort((a, b) => a.time_s - b.time_s)) {
    const kind = `${clip} ${side} ${type}`;
    const before = last.get(kind);
    if (before !== undefined) gaps.push(time_s - before);
    last.set(kind, time_s);
  }
  const stride = median(gaps);
  return stride === undefined || stride <= 0 ? SHORTEST_HALF_STEP_S : stride / 4;
}

/**
 * Events with their ids: each known one gives its id to the nearest event of its leg and type within half a step, the nearest pair
 * first and each only once; the rest get new ones. So an event keeps its id when another version places it elsewhere.
 */
export function withIds(events: readonly Omit<GaitEvent, 'id'>[], known: readonly KnownEvent[]): GaitEvent[] {
  const limit = halfStepS(events);
  const pairs = events.flatMap((event) =>
    known
      .filter((one) => isSameKind(one, event) && Math.abs(one.time_s - event.time_s) <= limit)
      .map((one) => ({ event, id: one.id, distance: Math.abs(one.time_s - event.time_s) })),
  );
  const given = new Map<Omit<GaitEvent, 'id'>, string>();
  const taken = new Set<string>();
  for (const { event, id } of pairs.sort((a, b) => a.distance - b.distance)) {
    const name = `${event.clip} ${id}`;
    if (given.has(event) || taken.has(name)) continue;
    given.set(event, id);
    taken.add(name);
  }
  const inUse = new Set([...taken, ...known.map(({ clip, id }) => `${clip} ${id}`)]);
  return events.map((event) => {
    const old = given.get(event);
    if (old !== undefined) return { ...event, id: old };
    let id = firstEventId(event);
    for (let n = 2; inUse.has(`${event.clip} ${id}`); n++) id = `${firstEventId(event)}-${n}`;
    inUse.add(`${event.clip} ${id}`);
    return { ...event, id };
  });
}

/**
 * Events of a stored analysis on the clock that is in force now: a clip's slow-motion factor may have been told since.
 * @param analysed clips as that analysis had them
 * @param factorOf slow-motion factor in force; undefined for a clip that is gone
 */
export function onClockNow(
  events: readonly GaitEvent[],
  analysed: readonly { readonly id: string; readonly time_scale: number }[],
  factorOf: (clip: string) => number | undefined,
): GaitEvent[] {
  const before = new Map(analysed.map(({ id, time_scale }) => [id, time_scale]));
  return events.map((event) => {
    const [then, now] = [before.get(event.clip), factorOf(event.clip)];
    return then === undefined || now === undefined || then === now
      ? event
      : { ...event, time_s: (event.time_s * then) / now };
  });
}
