import { useEffect } from 'react';
import { actionFor, actionStore } from './actionStore.ts';

/** A second key must follow within this time. */
const SEQUENCE_MS = 1200;

/** Runs actions by their keys, except while something is typed or a dialog is open. */
export function useKeyboard(): void {
  useEffect(() => {
    let first = '';
    let firstAt = 0;
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (isTyping(event.target) || document.querySelector('[data-modal]') !== null) return;
      const { actions } = actionStore.getState();
      const key = strokeOf(event);
      const isFollowing = first !== '' && event.timeStamp - firstAt < SEQUENCE_MS;
      const action =
        (isFollowing ? actionFor(actions, `${first} ${key}`) : undefined) ?? actionFor(actions, key);
      first = action === undefined ? key : '';
      firstAt = event.timeStamp;
      if (action === undefined) return;
      event.preventDefault();
      action.run();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

/** "Space"; "Shift+ArrowLeft" for keys without a character of their own. */
const strokeOf = ({ key, shiftKey }: KeyboardEvent): string =>
  key === ' ' ? 'Space' : shiftKey && key.length > 1 ? `Shift+${key}` : key;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, select, textarea'));
