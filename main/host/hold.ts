import { statSync } from 'node:fs';
import { CodedError } from '../../shared/domain/errors.ts';

/** How often a library is looked after while nothing is written. */
const LOOK_MS = 2000;

/** This process has the library, until it is gone; then for good. */
export interface Hold {
  readonly isLost: boolean;
  /** Looks whether the library is still where it was opened. @throws CodedError library_lost */
  check(): void;
  /** It is not ours any more. */
  lose(): void;
  /** Called once, when it is lost. Returns the function that stops listening. */
  onLost(listener: () => void): () => void;
  /** Ends the looking; it is no loss. */
  end(): void;
}

/**
 * Watches over the files of an open library. A file that was moved or removed still takes what is written into it, and nobody
 * ever sees it again: so it is asked by its path whether it is the same one.
 * @param files folder and files that stay as long as the library is open
 */
export function holdLibrary(files: readonly string[], everyMs = LOOK_MS): Hold {
  const known = files.map((file) => [file, identity(file)] as const);
  const listeners = new Set<() => void>();
  let isLost = false;
  const lose = (): void => {
    if (isLost) return;
    isLost = true;
    clearInterval(timer);
    for (const listener of [...listeners]) listener();
  };
  const look = (): void => {
    if (!known.every(([file, before]) => identity(file) === before)) lose();
  };
  const timer = setInterval(look, everyMs);
  timer.unref();
  return {
    get isLost() {
      return isLost;
    },
    check() {
      if (!isLost) look();
      if (isLost) throw new CodedError('library_lost');
    },
    lose,
    onLost(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    end: () => clearInterval(timer),
  };
}

/** Undefined where nothing is, or it cannot be asked. */
function identity(file: string): string | undefined {
  try {
    const { dev, ino } = statSync(file);
    return `${dev}-${ino}`;
  } catch {
    return undefined;
  }
}
