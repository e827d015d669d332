import { basename } from 'node:path';
import { type MenuModel, menuModelSchema, type TakenFile } from '../../shared/contract/desktopBridge.ts';
import type { Reply } from '../../shared/contract/handlers.ts';
import { CodedError } from '../../shared/domain/errors.ts';
import type { Host } from '../host/createHost.ts';
import { ownAddress } from './appOrigin.ts';
import type { FrameApi, IpcApi } from './electronApi.ts';
import type { OpenedFiles } from './openedFiles.ts';
import { CHANNELS } from './preload/channels.ts';

/** Whether a message comes from the app's own page itself, not from a frame in it or another page. */
export const isOwnFrame = (frame: FrameApi | null): boolean =>
  frame !== null && frame.parent === null && ownAddress(frame.url) !== undefined;

export interface Ways {
  readonly opened: OpenedFiles;
  readonly onMenu: (model: MenuModel) => void;
}

/** Calls, files and the menu. What comes from elsewhere is refused before it is looked at. */
export function answerCalls(ipcMain: IpcApi, host: Host, { opened, onMenu }: Ways): void {
  const handle = (channel: string, answer: (...values: unknown[]) => unknown): void =>
    ipcMain.handle(channel, (event, ...values) => {
      if (!isOwnFrame(event.senderFrame)) throw new Error('refused: not from the app');
      return answer(...values);
    });
  handle(CHANNELS.call, (method, input) => host.dispatch(typeof method === 'string' ? method : '', input));
  handle(CHANNELS.droppedFile, (path, name) => takeDropped(host, path, name));
  handle(CHANNELS.takeOpened, () => opened.take((path) => takeDropped(host, path, basename(path))));
  handle(CHANNELS.menu, (model) => onMenu(menuModelSchema.parse(model)));
}

async function takeDropped(host: Host, path: unknown, name: unknown): Promise<Reply<TakenFile>> {
  try {
    // Only the preload can send a path, and only that of a file which the user dropped; a picture out of a page has none.
    if (typeof path !== 'string' || path === '') {
      throw new CodedError('unreadable', { file: typeof name === 'string' ? name : '' });
    }
    return { ok: true, value: await host.addChosenFile(path) };
  } catch (error) {
    return { ok: false, error: host.toReply(error, CHANNELS.droppedFile) };
  }
}
