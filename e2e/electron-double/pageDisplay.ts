import type { BrowserContext, Frame, Page } from '@playwright/test';
import { ORIGIN } from '../../main/electron/appOrigin.ts';
import type { FrameApi } from '../../main/electron/electronApi.ts';
import type { DoubleSession } from './doubleSession.ts';
import type { Display, DoubleWindow } from './doubleWindow.ts';
import { preloadCode } from './preloadCode.ts';

export interface PageDisplayOptions {
  readonly context: BrowserContext;
  /** Where the browser finds what Electron would serve under the app's own origin. */
  readonly origin: () => string;
  readonly sessionOf: (partition: string) => DoubleSession;
  readonly invoke: (frame: FrameApi, channel: string, values: readonly unknown[]) => Promise<unknown>;
}

/** Windows as pages of a browser, with the app's preload script in them. */
export function pageDisplay({ context, origin, sessionOf, invoke }: PageDisplayOptions) {
  const pages = new Map<DoubleWindow, Page>();
  /** Events reach the page one after another, as in Electron. */
  let sending = Promise.resolve();
  const frameOf = (frame: Frame): FrameApi => ({
    url: frame.url().replace(origin(), ORIGIN),
    parent: frame.parentFrame(),
  });
  async function pageWithoutScript(): Promise<Page> {
    const browser = context.browser();
    if (browser === null) throw new Error('invalid context: without a browser');
    return browser.newPage({ javaScriptEnabled: false });
  }
  const display: Display = {
    async open(window, url) {
      const { javascript = true } = window.options.webPreferences ?? {};
      const page = javascript ? await context.newPage() : await pageWithoutScript();
      pages.set(window, page);
      if (window.options.webPreferences?.preload !== undefined) {
        await page.exposeBinding('electronDoubleInvoke', ({ frame }, channel: string, values: unknown[]) =>
          invoke(frameOf(frame), channel, values),
        );
        await page.addInitScript({ content: pagePreload(await preloadCode()) });
        await page.goto(url.replace(ORIGIN, origin()));
        return;
      }
      // A page that is only printed: its session answers, no network is involved.
      const partition = window.options.webPreferences?.partition ?? '';
      const response = await sessionOf(partition).fetch(new Request(url));
      await page.setContent(await response.text());
    },
    send(window, channel, values) {
      sending = sending
        .then(async () => {
          const receive = ([name, sent]: readonly [string, readonly unknown[]]): void =>
            void dispatchEvent(new CustomEvent(`electron-double:${name}`, { detail: sent }));
          await pages.get(window)?.evaluate(receive, [channel, values] as const);
        })
        // The page is gone or goes elsewhere, as a window can be closed at any time.
        .catch(() => undefined);
    },
    async print(window, { printBackground = false, preferCSSPageSize = false }) {
      const page = pages.get(window);
      if (page === undefined) throw new Error('invalid use: nothing to print');
      return page.pdf({ printBackground, preferCSSPageSize });
    },
    async close(window) {
      await pages.get(window)?.close();
      pages.delete(window);
    },
  };
  return { display, pageOf: (window: DoubleWindow): Page | undefined => pages.get(window) };
}

/** The preload script with just the `electron` that it asks for; a page in a browser has no path of a dropped file. */
const pagePreload = (code: string): string => `
if (window === window.top) ((require) => { ${code} })((name) => {
  if (name !== 'electron') throw new Error('a sandboxed preload cannot load ' + name);
  const wrappers = new Map();
  return {
    contextBridge: { exposeInMainWorld: (key, api) => { window[key] = api; } },
    ipcRenderer: {
      invoke: (channel, ...values) => window.electronDoubleInvoke(channel, values),
      on(channel, listener) {
        const wrapper = ({ detail }) => listener({}, ...detail);
        wrappers.set(listener, wrapper);
        addEventListener('electron-double:' + channel, wrapper);
      },
      removeListener(channel, listener) {
        removeEventListener('electron-double:' + channel, wrappers.get(listener));
        wrappers.delete(listener);
      },
    },
    webUtils: { getPathForFile: (file) => window.electronDoublePaths?.[file.name] ?? '' },
  };
});`;
