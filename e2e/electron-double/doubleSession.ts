import type { SessionApi } from '../../main/electron/electronApi.ts';

type Handler = (request: Request) => Promise<Response>;

/** A session that answers requests as Electron would with the app's handlers. */
export class DoubleSession implements SessionApi {
  #handlers = new Map<string, Handler>();
  #filter:
    | ((details: { url: string }, callback: (response: { cancel: boolean }) => void) => void)
    | undefined;
  #ask: ((contents: unknown, permission: string, callback: (granted: boolean) => void) => void) | undefined;
  #check: (() => boolean) | undefined;
  #device: (() => boolean) | undefined;

  readonly protocol = {
    handle: (scheme: string, handler: Handler): void => {
      if (this.#handlers.has(scheme)) throw new Error(`invalid scheme: ${scheme} has a handler already`);
      this.#handlers.set(scheme, handler);
    },
  };
  readonly webRequest = {
    onBeforeRequest: (
      listener: (details: { url: string }, callback: (response: { cancel: boolean }) => void) => void,
    ): void => {
      this.#filter = listener;
    },
  };
  setPermissionRequestHandler(
    handler: (contents: unknown, permission: string, callback: (granted: boolean) => void) => void,
  ): void {
    this.#ask = handler;
  }
  setPermissionCheckHandler(handler: () => boolean): void {
    this.#check = handler;
  }
  setDevicePermissionHandler(handler: () => boolean): void {
    this.#device = handler;
  }

  /** Like Electron, an app that sets no rule allows everything. */
  isRequestAllowed(url: string): boolean {
    let isAllowed = true;
    this.#filter?.({ url }, ({ cancel }) => {
      isAllowed = !cancel;
    });
    return isAllowed;
  }
  async grants(permission: string): Promise<boolean> {
    const ask = this.#ask;
    if (ask === undefined) return true;
    const isGranted = await new Promise<boolean>((resolve) => ask(undefined, permission, resolve));
    return isGranted || (this.#check?.() ?? true) || (this.#device?.() ?? true);
  }
  async fetch(request: Request): Promise<Response> {
    if (!this.isRequestAllowed(request.url)) throw new TypeError('net::ERR_BLOCKED_BY_CLIENT');
    const scheme = new URL(request.url).protocol.slice(0, -1);
    const handler = this.#handlers.get(scheme);
    if (handler === undefined) throw new TypeError('net::ERR_UNKNOWN_URL_SCHEME');
    return handler(request);
  }
}
