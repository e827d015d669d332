import { createStore } from 'zustand/vanilla';

/** Something the coach can do from the keyboard; the sheet of shortcuts lists what is possible now. */
export interface Action {
  readonly id: string;
  readonly label: string;
  /** As `KeyboardEvent.key`, or two of them after each other: "n", "?", "g l". */
  readonly shortcut: string;
  /** Whether it is possible now; absent means always. */
  readonly when?: () => boolean;
  readonly run: () => void;
}

export const actionStore = createStore<{ actions: readonly Action[] }>(() => ({ actions: [] }));

/** Returns the function that takes the actions away again. */
export function registerActions(added: readonly Action[]): () => void {
  actionStore.setState(({ actions }) => ({ actions: [...actions, ...added] }));
  return () =>
    actionStore.setState(({ actions }) => ({ actions: actions.filter((action) => !added.includes(action)) }));
}

/** The possible action of a key; the newest registration wins. A first key of two gives undefined. */
export const actionFor = (actions: readonly Action[], keys: string): Action | undefined =>
  actions.findLast(({ shortcut, when }) => shortcut === keys && (when === undefined || when()));
