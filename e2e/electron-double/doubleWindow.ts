import type { BrowserWindowConstructorOptions, PrintToPDFOptions } from 'electron';
import type { Area, ContentsApi, PreventableEvent, WindowApi } from '../../main/electron/electronApi.ts';
import { Preventable } from './preventable.ts';

type NavigationListener = (details: PreventableEvent & { readonly url: string }) => void;

/** What shows a window's page and prints it; without one, windows only remember. */
export interface Display {
  open(window: DoubleWindow, url: string): Promise<void>;
  send(window: DoubleWindow, channel: string, values: readonly unknown[]): void;
  print(window: DoubleWindow, options: PrintToPDFOptions): Promise<Uint8Array>;
  close(window: DoubleWindow): Promise<void>;
}

/** A window that remembers what was done to it. */
export class DoubleWindow implements WindowApi {
  readonly options: BrowserWindowConstructorOptions;
  readonly webContents: DoubleContents;
  url = '';
  isShown = false;
  #display: Display | undefined;
  #isDestroyed = false;
  #onReady: (() => void)[] = [];
  #onClose: (() => void)[] = [];
  #isMaximized = false;
  #isFullScreen = false;

  constructor(options: BrowserWindowConstructorOptions, display: Display | undefined) {
    this.options = options;
    this.#display = display;
    this.webContents = new DoubleContents(this, display);
  }
  async loadURL(url: string): Promise<void> {
    this.url = url;
    await this.#display?.open(this, url);
    for (const listener of this.#onReady.splice(0)) listener();
  }
  show(): void {
    this.isShown = true;
  }
  focus(): void {
    this.isShown = true;
  }
  isMinimized = (): boolean => false;
  isMaximized = (): boolean => this.#isMaximized;
  isFullScreen = (): boolean => this.#isFullScreen;
  maximize(): void {
    this.#isMaximized = true;
  }
  setFullScreen(on: boolean): void {
    this.#isFullScreen = on;
  }
  /** As somebody would move it. */
  bounds: Area | undefined;
  getNormalBounds(): Area {
    const { x = 0, y = 0, width = 0, height = 0 } = this.options;
    return this.bounds ?? { x, y, width, height };
  }
  on(_event: 'close', listener: () => void): void {
    this.#onClose.push(listener);
  }
  /** As somebody would close it. */
  close(): void {
    for (const listener of this.#onClose.splice(0)) listener();
  }
  restore(): void {
    this.isShown = true;
  }
  isDestroyed = (): boolean => this.#isDestroyed;
  destroy(): void {
    this.#isDestroyed = true;
    void this.#display?.close(this);
  }
  once(_event: 'ready-to-show', listener: () => void): void {
    this.#onReady.push(listener);
  }
}

export class DoubleContents implements ContentsApi {
  #window: DoubleWindow;
  #display: Display | undefined;
  #navigation = new Map<string, NavigationListener>();
  #openHandler: ((details: { url: string }) => { action: 'deny' }) | undefined;
  #webview: ((event: PreventableEvent) => void) | undefined;
  /** Receives what the display does not. */
  onSend: ((channel: string, values: readonly unknown[]) => void) | undefined;

  constructor(window: DoubleWindow, display: Display | undefined) {
    this.#window = window;
    this.#display = display;
  }
  send(channel: string, ...values: unknown[]): void {
    const copy = structuredClone(values);
    this.onSend?.(channel, copy);
    this.#display?.send(this.#window, channel, copy);
  }
  printToPDF(options: PrintToPDFOptions): Promise<Uint8Array> {
    if (this.#display === undefined) throw new Error('invalid use: nothing to print on');
    return this.#display.print(this.#window, options);
  }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: 'deny' }): void {
    this.#openHandler = handler;
  }
  on(
    event: 'will-navigate' | 'will-redirect' | 'will-frame-navigate' | 'will-attach-webview',
    listener: NavigationListener & ((event: PreventableEvent) => void),
  ): void {
    if (event === 'will-attach-webview') this.#webview = listener;
    else this.#navigation.set(event, listener);
  }

  /** What Electron would do if the page tried to go there; true when the app lets it. */
  tryNavigation(event: 'will-navigate' | 'will-redirect' | 'will-frame-navigate', url: string): boolean {
    const details = Object.assign(new Preventable(), { url });
    this.#navigation.get(event)?.(details);
    return !details.isPrevented;
  }
  tryWindowOpen(url: string): 'deny' | 'allow' {
    return this.#openHandler?.({ url }).action ?? 'allow';
  }
  tryWebview(): boolean {
    const event = new Preventable();
    this.#webview?.(event);
    return !event.isPrevented;
  }
}
