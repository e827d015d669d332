import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { TakenFile } from '../../shared/contract/desktopBridge.ts';
import type { Reply } from '../../shared/contract/handlers.ts';

/** Files among the arguments of a start, as whole paths; options and what is no file are left out. */
export const filesAmong = (args: readonly string[], workingFolder: string): string[] =>
  args
    .filter((arg) => !arg.startsWith('-'))
    .map((arg) => resolve(workingFolder, arg))
    .filter((path) => existsSync(path) && statSync(path).isFile());

/** What the system asked the app to open, until the page takes it. */
export function createOpenedFiles(onAdded: () => void) {
  let waiting: string[] = [];
  return {
    add(paths: readonly string[]): void {
      if (paths.length === 0) return;
      waiting = [...waiting, ...paths.filter((path) => !waiting.includes(path))];
      onAdded();
    },
    take(open: (path: string) => Promise<Reply<TakenFile>>): Promise<Reply<TakenFile>[]> {
      const paths = waiting;
      waiting = [];
      return Promise.all(paths.map(open));
    },
  };
}
export type OpenedFiles = ReturnType<typeof createOpenedFiles>;
