import { type RefObject, useEffect, useRef } from 'react';

/** Lets L act on the part of the page that holds the keyboard; undefined where it may not. */
export function useLockKey(part: RefObject<HTMLElement | null>, act: (() => void) | undefined): void {
  const newest = useRef(act);
  newest.current = act;
  useEffect(() => {
    const onKey = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): void => {
      if (key.toLowerCase() !== 'l' || ctrlKey || metaKey || altKey) return;
      // A dialog lies outside the part, so what is typed there never comes here.
      if (part.current?.contains(document.activeElement) === true) newest.current?.();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [part]);
}
