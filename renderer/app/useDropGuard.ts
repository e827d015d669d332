import { useEffect } from 'react';
import { showToast } from '../ui/Toast.tsx';

/** A file that is dropped where nothing takes it must not replace the app; the coach is told where it belongs. */
export function useDropGuard(hint: string): void {
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const allow = (event: DragEvent): void => event.preventDefault();
    const refuse = (event: DragEvent): void => {
      // Whoever takes files has prevented the default already, on the document.
      if (!event.defaultPrevented && event.dataTransfer?.types.includes('Files')) showToast(hint, 'danger');
      event.preventDefault();
    };
    window.addEventListener('dragover', allow, { signal });
    window.addEventListener('drop', refuse, { signal });
    return () => listening.abort();
  }, [hint]);
}
