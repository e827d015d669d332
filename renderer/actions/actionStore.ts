import { createStore } from 'zustand/vanilla';
import type { ActionId } from './catalogue.ts';

/** Something the coach can do now by key, menu or palette. */
export interface Action {
  readonly id: ActionId;
  readonly label: string;
  /** Strokes, see `strokeOf`, or two of them after each other: "n", "?", "g l". */
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

/** What can be done now, each once. */
export const possibleActions = (actions: readonly Action[]): Action[] => {
  const possible = actions.filter(({ when }) => when === undefined || when());
  return [...new Map(possible.map((action) => [action.id, action])).values()];
};
