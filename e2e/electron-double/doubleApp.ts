import type { AboutPanelOptionsOptions } from 'electron';
import type { AppApi, OpenedElsewhere, PreventableEvent } from '../../main/electron/electronApi.ts';
import { Preventable } from './preventable.ts';

type Listener = (first: PreventableEvent, ...more: never[]) => void;

/** Electron's `app`, as far as it is used. */
export class DoubleApp implements AppApi {
  readonly isPackaged = false;
  /** What was called before Electron would have been ready. */
  readonly beforeReady: string[] = [];
  exitCode: number | undefined;
  /** Resolves with the exit code. */
  readonly exited: Promise<number>;
  #exit: (code: number) => void = () => undefined;
  about: AboutPanelOptionsOptions = {};
  #isReady = false;
  #userData: string;
  #listeners: { event: string; listener: Listener }[] = [];

  constructor(userData: string) {
    this.#userData = userData;
    this.exited = new Promise((resolve) => {
      this.#exit = resolve;
    });
  }
  #early(name: string): void {
    if (this.#isReady) throw new Error(`${name} must come before ready`);
    this.beforeReady.push(name);
  }
  enableSandbox(): void {
    this.#early('enableSandbox');
  }
  schemesRegistered(): void {
    this.#early('registerSchemesAsPrivileged');
  }
  /** What this start would tell one that runs already. */
  told: OpenedElsewhere = { files: [] };
  requestSingleInstanceLock(told: OpenedElsewhere): boolean {
    this.told = told;
    this.beforeReady.push('requestSingleInstanceLock');
    return true;
  }
  async whenReady(): Promise<void> {
    this.#isReady = true;
  }
  getPath(_name: 'appData'): string {
    return this.#userData;
  }
  setPath(_name: 'userData', path: string): void {
    this.#userData = path;
  }
  getLocale = (): string => 'en-GB';
  setAboutPanelOptions(options: AboutPanelOptionsOptions): void {
    this.about = options;
  }
  on(event: string, listener: Listener): void {
    this.#listeners.push({ event, listener });
  }
  emit(event: string, first: PreventableEvent, ...more: unknown[]): void {
    for (const { event: name, listener } of this.#listeners)
      if (name === event) listener(first, ...(more as never[]));
  }
  /** As Electron does: the app may still hold it up. */
  quit(): void {
    const event = new Preventable();
    for (const { event: name, listener } of this.#listeners) {
      if (name === 'before-quit') (listener as (event: PreventableEvent) => void)(event);
    }
    if (!event.isPrevented) this.exit(0);
  }
  exit(code: number): void {
    this.exitCode = code;
    this.#exit(code);
  }
}
