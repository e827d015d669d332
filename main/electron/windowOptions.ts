import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron';
import type { Area } from './electronApi.ts';

/** What every page of this app may not do; the names are those of Electron's security checklist. */
export const LOCKED: WebPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  // The dictionaries would be downloaded.
  spellcheck: false,
};

/** In memory: pictures of athletes never end in a browser cache on the disk. */
export const PAGE_PARTITION = 'page';

/** @param left where the window was, if that is known and still on a screen */
export const windowOptions = (
  preload: string,
  isPackaged: boolean,
  left?: Area,
): BrowserWindowConstructorOptions => ({
  title: 'Midstance',
  width: left?.width ?? 1440,
  height: left?.height ?? 900,
  ...(left && { x: left.x, y: left.y }),
  minWidth: 960,
  minHeight: 640,
  show: false,
  webPreferences: {
    ...LOCKED,
    preload,
    partition: PAGE_PARTITION,
    devTools: !isPackaged,
    // Detection goes on while the coach looks at something else.
    backgroundThrottling: false,
  },
});

/** The page that is printed: no script, no preload, nothing shown. */
export const printOptions = (partition: string): BrowserWindowConstructorOptions => ({
  show: false,
  webPreferences: { ...LOCKED, javascript: false, devTools: false, partition },
});
