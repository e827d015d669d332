import { createStore } from 'zustand/vanilla';
import { ACTION_IDS, type ActionId, factsOf, goesOver, SCREENS, scopeOf } from './catalogue.ts';

/** Keys that the coach chose, by action; the others are as shipped. */
export type KeyChoice = Readonly<Record<string, string>>;

export const keyStore = createStore<{ keys: KeyChoice }>(() => ({ keys: {} }));

export const keyOf = (id: ActionId, keys: KeyChoice = keyStore.getState().keys): string =>
  keys[id] ?? factsOf(id).key;

const areLiveTogether = (a: ActionId, b: ActionId): boolean =>
  Object.values(SCREENS).some((scopes) => scopes.includes(scopeOf(a)) && scopes.includes(scopeOf(b)));

/** Two keys after each other begin with a key that must not act on its own. */
const isInTheWay = (a: string, b: string): boolean =>
  a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `);

/** A tool is shipped with keys of the desk that it goes over; nothing else may share a key. */
const isMeant = (a: ActionId, b: ActionId, keys: KeyChoice): boolean =>
  (goesOver(a, b) && keyOf(a, keys) === factsOf(a).key && keyOf(b, keys) === factsOf(b).key) ||
  (goesOver(b, a) && keyOf(a, keys) === factsOf(a).key && keyOf(b, keys) === factsOf(b).key);

/** The action that would be live with the same key; undefined where the key is free. */
export function clashOf(id: ActionId, keys: KeyChoice): ActionId | undefined {
  const key = keyOf(id, keys);
  return ACTION_IDS.find(
    (other) =>
      other !== id &&
      areLiveTogether(id, other) &&
      isInTheWay(key, keyOf(other, keys)) &&
      !isMeant(id, other, keys),
  );
}

/** Keys of the window itself, and the ones that pages are walked through with. */
const RESERVED =
  /^(Ctrl\+(Shift\+)?[anrtwvxq+0-]|(Ctrl\+)?(F[1-9]|F1[12])|(Shift\+)?Tab|(Shift\+)?Enter|Escape|Shift|Control|Alt|Meta|Dead|AltGraph|CapsLock|Unidentified)$/;

export type KeyRefusal = { readonly kind: 'reserved' } | { readonly kind: 'taken'; readonly by: ActionId };

/** The choice with another key for an action, or why not; undefined as key is the shipped one. */
export function withKey(
  keys: KeyChoice,
  id: ActionId,
  key: string | undefined,
): { readonly keys: KeyChoice } | { readonly refusal: KeyRefusal } {
  const { [id]: _old, ...others } = keys;
  const isShipped = key === undefined || key === factsOf(id).key;
  if (!isShipped && key.split(' ').some((stroke) => RESERVED.test(stroke)))
    return { refusal: { kind: 'reserved' } };
  const chosen = isShipped ? others : { ...others, [id]: key };
  const by = clashOf(id, chosen);
  return by === undefined ? { keys: chosen } : { refusal: { kind: 'taken', by } };
}
