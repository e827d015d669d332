import { type ReactNode, useEffect, useRef, useState } from 'react';
import styles from './FileDrop.module.css';

export interface FileDropProps {
  readonly onFiles: (files: File[]) => void;
  /** Shown over the window while files are held above it. */
  readonly prompt: string;
  readonly children: ReactNode;
}

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

/** While it is shown, files can be dropped anywhere on the window. */
export function FileDrop({ onFiles, prompt, children }: FileDropProps) {
  const [isOver, setIsOver] = useState(false);
  const take = useRef(onFiles);
  take.current = onFiles;
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    // Every element reports entering and leaving: only the balance says whether the pointer is inside.
    let depth = 0;
    const track = (change: 1 | -1) => (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth += change;
      setIsOver(depth > 0);
    };
    const drop = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setIsOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) take.current(files);
    };
    // On the document: before the guard on the window, which refuses what nobody took.
    document.addEventListener('dragenter', track(1), { signal });
    document.addEventListener('dragleave', track(-1), { signal });
    document.addEventListener('drop', drop, { signal });
    return () => listening.abort();
  }, []);
  return (
    <div className={styles.area}>
      {children}
      {isOver && <div className={styles.over}>{prompt}</div>}
    </div>
  );
}
