import type { DesktopBridge, TakenFile } from '../../../shared/contract/desktopBridge.ts';
import type { AppEvent } from '../../../shared/contract/events.ts';
import type { Reply } from '../../../shared/contract/handlers.ts';
import { CHANNELS } from './channels.ts';

type EventListener = (event: unknown, appEvent: AppEvent) => void;

/** The part of Electron that the bridge uses. */
export interface PreloadApi {
  readonly ipcRenderer: {
    invoke(channel: string, ...values: unknown[]): Promise<unknown>;
    on(channel: string, listener: EventListener): unknown;
    removeListener(channel: string, listener: EventListener): unknown;
  };
  readonly webUtils: { getPathForFile(file: File): string };
}

/** What the page gets: fixed channels, no Electron objects, and never a path. */
export function createBridge({ ipcRenderer, webUtils }: PreloadApi): DesktopBridge {
  return {
    call: (method, input) => ipcRenderer.invoke(CHANNELS.call, method, input) as Promise<Reply>,
    onEvent(listener) {
      const receive: EventListener = (_, appEvent) => listener(appEvent);
      ipcRenderer.on(CHANNELS.event, receive);
      return () => void ipcRenderer.removeListener(CHANNELS.event, receive);
    },
    takeDroppedFile(file) {
      const dropped = file as File;
      const path = webUtils.getPathForFile(dropped);
      return ipcRenderer.invoke(CHANNELS.droppedFile, path, dropped.name) as Promise<Reply<TakenFile>>;
    },
  };
}
