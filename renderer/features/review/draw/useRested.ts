import { useEffect, useRef, useState } from 'react';

/** Arrow keys are stored as one change once they rest, ms. */
const REST_MS = 700;

export interface Rested<Value> {
  /** What is being moved, also until it is stored. */
  readonly pending: Value | undefined;
  readonly hold: (value: Value) => void;
  readonly commit: () => void;
  readonly commitLater: () => void;
}

/** A value that moves under the hand and is stored once, when the hand rests. */
export function useRested<Value>(store: (value: Value) => Promise<unknown>): Rested<Value> {
  const [pending, setPending] = useState<Value>();
  const newest = useRef<Value>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const storing = useRef(store);
  storing.current = store;
  const commit = (): void => {
    clearTimeout(timer.current);
    const value = newest.current;
    if (value === undefined) return;
    newest.current = undefined;
    // What was moved stays where it is until the host has it.
    void storing.current(value).then(() => setPending((now) => (now === value ? undefined : now)));
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    pending,
    hold(value) {
      newest.current = value;
      setPending(value);
    },
    commit,
    commitLater() {
      clearTimeout(timer.current);
      timer.current = setTimeout(commit, REST_MS);
    },
  };
}
