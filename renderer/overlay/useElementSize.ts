import { type RefObject, useEffect } from 'react';
import type { Size } from './viewTransform.ts';

/** Tells the inner size of an element, CSS pixels, now and whenever it changes. */
export function useElementSize(element: RefObject<HTMLElement | null>, onSize: (size: Size) => void): void {
  useEffect(() => {
    const place = element.current;
    if (place === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined) return;
      onSize({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(place);
    return () => observer.disconnect();
  }, [element, onSize]);
}
