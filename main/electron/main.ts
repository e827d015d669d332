/** Composition root 1: the same app in a window of its own. */
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, screen, session, shell } from 'electron';
import { startApp } from './startApp.ts';

// Not awaited here: Electron becomes ready only after this module has ended.
void startApp(
  { app, BrowserWindow, dialog, ipcMain, Menu, protocol, screen, session, shell },
  {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    resources: process.resourcesPath,
    platform: process.platform,
    args: process.argv.slice(app.isPackaged ? 1 : 2),
    workingFolder: process.cwd(),
    environment: process.env,
  },
);
