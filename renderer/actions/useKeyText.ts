import { useStore } from 'zustand';
import type { ActionId } from './catalogue.ts';
import { keyOf, keyStore } from './keyChoice.ts';
import { keyText } from './keyNames.ts';

/** Tells of any action what stands on its key; follows the coach's choice. */
export function useKeyText(): (id: ActionId) => string {
  const keys = useStore(keyStore, (state) => state.keys);
  return (id) => keyText(keyOf(id, keys));
}
