import { createStore } from 'zustand/vanilla';
import type { TakenFile } from '../../../shared/contract/desktopBridge.ts';

/** Videos that the system gave to the app, until the coach says which session they belong to. */
export const waitingFiles = createStore<{ files: readonly TakenFile[] }>(() => ({ files: [] }));

export const addWaiting = (added: readonly TakenFile[]): void =>
  waitingFiles.setState(({ files }) => ({ files: [...files, ...added] }));

/** Takes them all. */
export function takeWaiting(): readonly TakenFile[] {
  const { files } = waitingFiles.getState();
  waitingFiles.setState({ files: [] });
  return files;
}
