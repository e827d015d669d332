import { useEffect, useRef } from 'react';
import { strokeOf } from '../../actions/stroke.ts';

/** Held on their own they are no key yet. */
const HELD = ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock'];

/** Takes the next key away from everything else on the page. */
export function usePressedKey(isWaiting: boolean, onKey: (stroke: string) => void): void {
  const newest = useRef(onKey);
  newest.current = onKey;
  useEffect(() => {
    if (!isWaiting) return;
    const take = (event: KeyboardEvent): void => {
      event.preventDefault();
      event.stopImmediatePropagation();
      const stroke = HELD.includes(event.key) ? undefined : strokeOf(event);
      if (stroke !== undefined) newest.current(stroke);
    };
    window.addEventListener('keydown', take, { capture: true });
    return () => window.removeEventListener('keydown', take, { capture: true });
  }, [isWaiting]);
}
