import type {
  AboutPanelOptionsOptions,
  BrowserWindowConstructorOptions,
  CustomScheme,
  MenuItemConstructorOptions,
  OpenDialogOptions,
  PrintToPDFOptions,
  SaveDialogOptions,
} from 'electron';

/**
 * The part of Electron that this root uses, small enough for a test double. That the real thing fits is checked by the
 * compiler where `main.ts` hands it over. Descriptions: https://www.electronjs.org/docs/latest/api
 */
export interface ElectronApi {
  readonly app: AppApi;
  readonly BrowserWindow: new (options: BrowserWindowConstructorOptions) => WindowApi;
  readonly ipcMain: IpcApi;
  readonly protocol: { registerSchemesAsPrivileged(schemes: CustomScheme[]): void };
  readonly session: { fromPartition(partition: string): SessionApi };
  readonly Menu: {
    buildFromTemplate(template: MenuItemConstructorOptions[]): MenuApi;
    setApplicationMenu(menu: MenuApi | null): void;
  };
  readonly dialog: {
    showOpenDialog(options: OpenDialogOptions): Promise<{ canceled: boolean; filePaths: string[] }>;
    showSaveDialog(options: SaveDialogOptions): Promise<{ canceled: boolean; filePath: string }>;
    showErrorBox(title: string, content: string): void;
  };
  readonly shell: { openPath(path: string): Promise<string> };
  readonly screen: { getAllDisplays(): { readonly workArea: Area }[] };
}

export interface AppApi {
  readonly isPackaged: boolean;
  enableSandbox(): void;
  requestSingleInstanceLock(told: OpenedElsewhere): boolean;
  whenReady(): Promise<void>;
  getPath(name: 'appData'): string;
  setPath(name: 'userData', path: string): void;
  getLocale(): string;
  setAboutPanelOptions(options: AboutPanelOptionsOptions): void;
  on(event: 'window-all-closed', listener: () => void): unknown;
  on(
    event: 'second-instance',
    listener: (event: unknown, args: string[], workingFolder: string, told: unknown) => void,
  ): unknown;
  on(event: 'open-file', listener: (event: PreventableEvent, path: string) => void): unknown;
  on(event: 'before-quit', listener: (event: PreventableEvent) => void): unknown;
  on(event: 'web-contents-created', listener: (event: unknown, contents: ContentsApi) => void): unknown;
  quit(): void;
  exit(code: number): void;
}

/** Of a screen, pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What a second start tells the first. */
export interface OpenedElsewhere extends Record<string, unknown> {
  /** Whole paths. */
  readonly files: readonly string[];
}

export interface PreventableEvent {
  preventDefault(): void;
}

export interface WindowApi {
  readonly webContents: ContentsApi;
  loadURL(url: string): Promise<void>;
  show(): void;
  focus(): void;
  isMinimized(): boolean;
  isMaximized(): boolean;
  isFullScreen(): boolean;
  maximize(): void;
  setFullScreen(on: boolean): void;
  getNormalBounds(): Area;
  restore(): void;
  isDestroyed(): boolean;
  destroy(): void;
  once(event: 'ready-to-show', listener: () => void): unknown;
  on(event: 'close', listener: () => void): unknown;
}

export interface ContentsApi {
  send(channel: string, ...values: unknown[]): void;
  printToPDF(options: PrintToPDFOptions): Promise<Uint8Array>;
  setWindowOpenHandler(handler: (details: { url: string }) => { action: 'deny' }): void;
  on(
    event: 'will-navigate' | 'will-redirect' | 'will-frame-navigate',
    listener: (details: PreventableEvent & { readonly url: string }) => void,
  ): unknown;
  on(event: 'will-attach-webview', listener: (event: PreventableEvent) => void): unknown;
}

/** Where a message came from. */
export interface FrameApi {
  readonly url: string;
  readonly parent: unknown;
}

export interface IpcApi {
  handle(
    channel: string,
    listener: (event: { readonly senderFrame: FrameApi | null }, ...values: unknown[]) => unknown,
  ): void;
}

export interface SessionApi {
  readonly protocol: {
    handle(scheme: string, handler: (request: Request) => Promise<Response>): void;
  };
  readonly webRequest: {
    onBeforeRequest(
      listener: (details: { url: string }, callback: (response: { cancel: boolean }) => void) => void,
    ): void;
  };
  setPermissionRequestHandler(
    handler: (contents: unknown, permission: string, callback: (granted: boolean) => void) => void,
  ): void;
  setPermissionCheckHandler(handler: () => boolean): void;
  setDevicePermissionHandler(handler: () => boolean): void;
}

/** Opaque: made by `buildFromTemplate`, given to `setApplicationMenu`. */
export type MenuApi = Electron.Menu;
