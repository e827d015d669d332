import type { DesktopBridge, TakenFile } from '../../../shared/contract/desktopBridge.ts';
import type { Reply } from '../../../shared/contract/handlers.ts';
import { CHANNELS } from './channels.ts';

type Listener<Message> = (event: unknown, message: Message) => void;

/** The part of Electron that the bridge uses. */
export interface PreloadApi {
  readonly ipcRenderer: {
    invoke(channel: string, ...values: unknown[]): Promise<unknown>;
    // biome-ignore lint/suspicious/noExplicitAny: as Electron has it; what arrives is what main sends
    on(channel: string, listener: Listener<any>): unknown;
    // biome-ignore lint/suspicious/noExplicitAny: as above
    removeListener(channel: string, listener: Listener<any>): unknown;
  };
  readonly webUtils: { getPathForFile(file: File): string };
}

/** What the page gets: fixed channels, no Electron objects, and never a path. */
export function createBridge({ ipcRenderer, webUtils }: PreloadApi): DesktopBridge {
  const listen = <Message>(channel: string, listener: (message: Message) => void): (() => void) => {
    const receive: Listener<Message> = (_, message) => listener(message);
    ipcRenderer.on(channel, receive);
    return () => void ipcRenderer.removeListener(channel, receive);
  };
  return {
    call: (method, input) => ipcRenderer.invoke(CHANNELS.call, method, input) as Promise<Reply>,
    onEvent: (listener) => listen(CHANNELS.event, listener),
    takeDroppedFile(file) {
      const dropped = file as File;
      const path = webUtils.getPathForFile(dropped);
      return ipcRenderer.invoke(CHANNELS.droppedFile, path, dropped.name) as Promise<Reply<TakenFile>>;
    },
    setMenu: (model) => ipcRenderer.invoke(CHANNELS.menu, model) as Promise<void>,
    onMenu: (listener) => listen(CHANNELS.chosen, listener),
    takeOpened: () => ipcRenderer.invoke(CHANNELS.takeOpened) as Promise<Reply<TakenFile>[]>,
    onOpened: (listener) => listen<void>(CHANNELS.opened, () => listener()),
  };
}
