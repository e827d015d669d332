import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { classNames } from './classNames.ts';
import styles from './FileDrop.module.css';

export interface FileDropProps {
  readonly onFiles: (files: File[]) => void;
  /** Shown over the area while files are held above it. */
  readonly prompt: string;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** An area that takes dropped files. */
export function FileDrop({ onFiles, prompt, children, className }: FileDropProps) {
  const [isOver, setIsOver] = useState(false);
  // Children of the area report entering and leaving too: only the balance says whether the pointer is inside.
  const depth = useRef(0);
  const track = (change: 1 | -1) => (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    depth.current += change;
    setIsOver(depth.current > 0);
  };
  const take = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    depth.current = 0;
    setIsOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0) onFiles(files);
  };
  return (
    <section
      className={classNames(styles.area, className)}
      aria-label={prompt}
      onDragEnter={track(1)}
      onDragLeave={track(-1)}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes('Files')) event.preventDefault();
      }}
      onDrop={take}
    >
      {children}
      {isOver && <div className={styles.over}>{prompt}</div>}
    </section>
  );
}
