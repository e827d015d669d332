import { useEffect, useRef } from 'react';
import type { Action } from '../../actions/actionStore.ts';
import { useActions } from '../../actions/useActions.ts';

/** Keys that the app's own keyboard does not tell apart: with Ctrl or Shift, and the space bar. */
const isOwn = (shortcut: string): boolean => /^(Ctrl|Shift)\+.|^Space$/.test(shortcut);

/** "Ctrl+Shift+z", "Shift+ArrowLeft", "Space". */
export function shortcutOf({
  key,
  ctrlKey,
  metaKey,
  shiftKey,
}: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey'>): string {
  const name = key === ' ' ? 'Space' : key.length === 1 ? key.toLowerCase() : key;
  return `${ctrlKey || metaKey ? 'Ctrl+' : ''}${shiftKey ? 'Shift+' : ''}${name}`;
}

export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, select, textarea'));

/** Offers the actions to the keyboard and to the sheet of shortcuts. */
export function useReviewKeys(actions: readonly Action[]): void {
  useActions(actions);
  const newest = useRef(actions);
  newest.current = actions;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.altKey || isTyping(event.target)) return;
      if (document.querySelector('[data-modal]') !== null) return;
      const shortcut = shortcutOf(event);
      if (!isOwn(shortcut)) return;
      const found = newest.current.find((one) => one.shortcut === shortcut && (one.when?.() ?? true));
      if (found === undefined) return;
      event.preventDefault();
      found.run();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
}
