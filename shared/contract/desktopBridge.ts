import { z } from 'zod';
import { LANGUAGES } from '../domain/language.ts';
import { typed } from './bounds.ts';
import type { AppEvent } from './events.ts';
import type { Reply } from './handlers.ts';

/** A file that the desktop has taken in, see `files.choose`. */
export interface TakenFile {
  readonly token: string;
  readonly name: string;
  readonly bytes: number;
}

const entry = z.strictObject({ id: typed().max(80), label: typed().min(1).max(200) });

/** What the page wants in the native menu: it alone knows what can be done where the coach is. */
export const menuModelSchema = z.strictObject({
  language: z.enum(LANGUAGES),
  /** Sessions that were open of late. */
  recent: z.array(entry).max(20),
  /** A menu each, with the actions of one part of the window. */
  groups: z
    .array(z.strictObject({ title: typed().min(1).max(60), entries: z.array(entry).max(120) }))
    .max(20),
});
export type MenuModel = z.output<typeof menuModelSchema>;

/** What the desktop's preload script puts on `window.midstance`. */
export interface DesktopBridge {
  call(method: string, input: unknown): Promise<Reply>;
  /** Returns the function that stops listening. */
  onEvent(listener: (event: AppEvent) => void): () => void;
  /** Takes a DOM `File` that was dropped on the window; its path stays with the host. */
  takeDroppedFile(file: unknown): Promise<Reply<TakenFile>>;
  setMenu(model: MenuModel): Promise<void>;
  /** The id of an entry that was chosen in the native menu. Returns the function that stops listening. */
  onMenu(listener: (id: string) => void): () => void;
  /** Files that the system asked the app to open since the last time. */
  takeOpened(): Promise<Reply<TakenFile>[]>;
  /** There are some. Returns the function that stops listening. */
  onOpened(listener: () => void): () => void;
}
