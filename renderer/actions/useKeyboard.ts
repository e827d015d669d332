import { useEffect } from 'react';
import { actionFor, actionStore } from './actionStore.ts';
import { isTyping, strokeOf } from './stroke.ts';

/** A second key must follow within this time. */
const SEQUENCE_MS = 1200;
/** Keys that buttons and lists know as well: the action comes first. */
const comesFirst = (stroke: string): boolean => /^(Ctrl|Shift)\+.|^Space$/.test(stroke);

/** Runs actions by their keys, except while something is typed or a dialog is open. */
export function useKeyboard(): void {
  useEffect(() => {
    let first = '';
    let firstAt = 0;
    const onKey = (event: KeyboardEvent): void => {
      const stroke = strokeOf(event);
      if (stroke === undefined || event.defaultPrevented) return;
      if (comesFirst(stroke) !== (event.eventPhase === Event.CAPTURING_PHASE)) return;
      if (isTyping(event.target) || document.querySelector('[data-modal]') !== null) return;
      const { actions } = actionStore.getState();
      const isFollowing = first !== '' && event.timeStamp - firstAt < SEQUENCE_MS;
      const action =
        (isFollowing ? actionFor(actions, `${first} ${stroke}`) : undefined) ?? actionFor(actions, stroke);
      first = action === undefined ? stroke : '';
      firstAt = event.timeStamp;
      if (action === undefined) return;
      event.preventDefault();
      action.run();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey, { capture: true });
      window.removeEventListener('keydown', onKey);
    };
  }, []);
}
