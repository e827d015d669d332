import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserWindowConstructorOptions, MenuItemConstructorOptions } from 'electron';
import type { ElectronApi, FrameApi } from '../../main/electron/electronApi.ts';
import { DoubleApp } from './doubleApp.ts';
import { DoubleSession } from './doubleSession.ts';
import { type Display, DoubleWindow } from './doubleWindow.ts';

type IpcListener = Parameters<ElectronApi['ipcMain']['handle']>[1];

export interface DoubleOptions {
  /** Stands for the place of all apps' data. */
  readonly appData: string;
  readonly display?: Display;
  /** What the coach chooses in the next dialogs. */
  readonly choose?: () => string[];
}

/**
 * Just the Electron APIs that the desktop root uses. It carries messages as Electron does, by structured clone, and
 * decides nothing itself: what is allowed comes from the root.
 */
export function createElectronDouble({ appData, display, choose }: DoubleOptions) {
  const app = new DoubleApp(appData);
  const sessions = new Map<string, DoubleSession>();
  const windows: DoubleWindow[] = [];
  const listeners = new Map<string, IpcListener>();
  const record = {
    errorBoxes: [] as string[],
    openedPaths: [] as string[],
    saveDialogs: [] as string[],
    /** Where the coach saves in the next dialogs; empty for nowhere. */
    saveTo: '',
    menu: [] as MenuItemConstructorOptions[],
    schemes: [] as Electron.CustomScheme[],
  };
  const electron: ElectronApi = {
    app,
    BrowserWindow: class extends DoubleWindow {
      constructor(options: BrowserWindowConstructorOptions) {
        super(options, display);
        windows.push(this);
        app.emit('web-contents-created', { preventDefault: () => undefined }, this.webContents);
      }
    },
    ipcMain: { handle: (channel, listener) => void listeners.set(channel, listener) },
    protocol: {
      registerSchemesAsPrivileged(schemes) {
        app.schemesRegistered();
        record.schemes.push(...schemes);
      },
    },
    session: { fromPartition: (partition) => sessionOf(partition) },
    Menu: {
      buildFromTemplate: (template) => ({ template }) as never,
      setApplicationMenu: (menu) => {
        record.menu = (menu as unknown as { template: MenuItemConstructorOptions[] }).template;
      },
    },
    dialog: {
      async showOpenDialog() {
        const filePaths = choose?.() ?? [];
        return { canceled: filePaths.length === 0, filePaths };
      },
      async showSaveDialog({ defaultPath = '' }) {
        record.saveDialogs.push(defaultPath);
        return { canceled: record.saveTo === '', filePath: record.saveTo };
      },
      showErrorBox: (_title, content) => void record.errorBoxes.push(content),
    },
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }] },
    shell: {
      async openPath(path) {
        record.openedPaths.push(path);
        return '';
      },
    },
  };
  function sessionOf(partition: string): DoubleSession {
    const found = sessions.get(partition) ?? new DoubleSession();
    sessions.set(partition, found);
    return found;
  }
  return {
    electron,
    app,
    windows,
    sessionOf,
    record,
    /** A message from a page's preload, as `ipcRenderer.invoke` sends it. */
    async invoke(
      senderFrame: FrameApi | null,
      channel: string,
      values: readonly unknown[],
    ): Promise<unknown> {
      const listener = listeners.get(channel);
      if (listener === undefined) throw new Error(`No handler registered for '${channel}'`);
      // Never in the same turn: a real message crosses a process border.
      await wait(0);
      return structuredClone(await listener({ senderFrame }, ...structuredClone([...values])));
    },
  };
}
export type ElectronDouble = ReturnType<typeof createElectronDouble>;
