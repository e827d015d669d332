import type { AppEvent, DataScope, NewEvent } from '../../shared/contract/events.ts';

export type EventListener = (event: AppEvent) => void;

/** Numbers events and hands each to every listener in the same order. */
export function createEventBus() {
  const listeners = new Set<EventListener>();
  let seq = 0;
  const emit = (event: NewEvent): void => {
    seq += 1;
    const numbered: AppEvent = { ...event, seq };
    for (const listener of listeners) listener(numbered);
  };
  return {
    emit,
    changed(...scopes: DataScope[]): void {
      for (const scope of scopes) emit({ type: 'data.changed', scope });
    },
    /** Returns the function that stops listening. */
    listen(listener: EventListener): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
export type EventBus = ReturnType<typeof createEventBus>;
