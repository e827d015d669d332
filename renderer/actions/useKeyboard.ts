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
      const isFollowing = first !== '' && event.timeStamp - firstAt < SEQUENCE_MS;
      const action =
        (isFollowing ? actionFor(actions, `${first} ${event.key}`) : undefined) ??
        actionFor(actions, event.key);
      first = action === undefined ? event.key : '';
      firstAt = event.timeStamp;
      if (action === undefined) return;
      event.preventDefault();
      action.run();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, select, textarea'));
