import type { AppEvent } from './events.ts';
import type { Reply } from './handlers.ts';

/** A file that the desktop has taken in, see `files.choose`. */
export interface TakenFile {
  readonly token: string;
  readonly name: string;
  readonly bytes: number;
}

/** What the desktop's preload script puts on `window.midstance`. */
export interface DesktopBridge {
  call(method: string, input: unknown): Promise<Reply>;
  /** Returns the function that stops listening. */
  onEvent(listener: (event: AppEvent) => void): () => void;
  /** Takes a DOM `File` that was dropped on the window; its path stays with the host. */
  takeDroppedFile(file: unknown): Promise<Reply<TakenFile>>;
}
