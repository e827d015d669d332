import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from '@playwright/test';
import { ORIGIN } from '../../main/electron/appOrigin.ts';
import { startApp } from '../../main/electron/startApp.ts';
import { PAGE_PARTITION } from '../../main/electron/windowOptions.ts';
import { createElectronDouble, type ElectronDouble } from './electronDouble.ts';
import { pageDisplay } from './pageDisplay.ts';
import { serveProtocol } from './protocolServer.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface RunningDouble {
  /** The app's window, loaded. */
  readonly page: Page;
  /** Address under which the browser sees the app; everything else should be blocked. */
  readonly origin: string;
  readonly double: ElectronDouble;
  /** Paths for the next file dialog; the page's own file fields find them by name, as Electron's do. */
  choose(paths: readonly string[]): Promise<void>;
  /** Quits the app as a coach would and waits for its end. */
  close(): Promise<void>;
}

export interface StartDoubleOptions {
  /** A context of a browser that the caller drives and closes. */
  readonly context: BrowserContext;
  readonly libraryFolder: string;
  /** What the system starts it with. */
  readonly files?: readonly string[];
  /** Place of all apps' data; a new one when not told. */
  readonly appData?: string;
  /** Folder with package.json and dist; this project when not told. */
  readonly appRoot?: string;
}

/** The real Electron root with its real preload and the built page, in Chromium instead of in Electron. */
export async function startElectronDouble(options: StartDoubleOptions): Promise<RunningDouble> {
  const appData = options.appData ?? (await mkdtemp(join(tmpdir(), 'midstance-electron-')));
  let chosen: readonly string[] = [];
  const server = await serveProtocol(ORIGIN, (request) => double.sessionOf(PAGE_PARTITION).fetch(request));
  const { display, pageOf } = pageDisplay({
    context: options.context,
    origin: () => server.origin,
    sessionOf: (partition) => double.sessionOf(partition),
    invoke: (frame, channel, values) => double.invoke(frame, channel, values),
  });
  const double = createElectronDouble({ appData, display, choose: () => [...chosen] });
  const host = await startApp(double.electron, {
    root: options.appRoot ?? root,
    resources: options.appRoot ?? root,
    platform: process.platform,
    args: ['--library', options.libraryFolder, ...(options.files ?? [])],
    workingFolder: process.cwd(),
    environment: { ...process.env },
  });
  const [window] = double.windows;
  const page = window === undefined ? undefined : pageOf(window);
  if (host === undefined || page === undefined) {
    await server.close();
    throw new Error(`the app did not start: ${double.record.errorBoxes.join(' ')}`);
  }
  return {
    page,
    origin: server.origin,
    double,
    async choose(paths) {
      chosen = paths;
      const byName = Object.fromEntries(paths.map((path) => [basename(path), path]));
      await page.evaluate((names) => void Object.assign(globalThis, { electronDoublePaths: names }), byName);
    },
    async close() {
      double.windows[0]?.close();
      await page.close();
      double.app.quit();
      await double.app.exited;
      await server.close();
      if (options.appData === undefined) await rm(appData, { recursive: true, force: true });
    },
  };
}
