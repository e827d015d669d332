import type { Host } from '../host/createHost.ts';
import { ORIGIN, SCHEME } from './appOrigin.ts';
import { createAppProtocol } from './appProtocol.ts';
import type { ElectronApi, WindowApi } from './electronApi.ts';
import { answerCalls, type Ways } from './ipc.ts';
import { guardNavigation } from './navigation.ts';
import { exportOpener } from './openExport.ts';
import type { Places } from './places.ts';
import { CHANNELS } from './preload/channels.ts';
import { applySessionRules } from './sessionRules.ts';
import { PAGE_PARTITION, windowOptions } from './windowOptions.ts';
import { keepWindowState, readWindowState } from './windowState.ts';

/** The host behind a window: rules first, then the ways in, then the page. Resolves when the page is loaded. */
export async function openDesktop(
  electron: ElectronApi,
  host: Host,
  places: Places,
  ways: Ways,
): Promise<WindowApi> {
  const { isPackaged } = electron.app;
  const session = electron.session.fromPartition(PAGE_PARTITION);
  applySessionRules(session, isPackaged);
  session.protocol.handle(SCHEME, createAppProtocol(host, places.assets));
  guardNavigation(electron.app, exportOpener(host, electron));
  answerCalls(electron.ipcMain, host, ways);
  const screens = electron.screen.getAllDisplays().map(({ workArea }) => workArea);
  const left = readWindowState(places.windowState, screens);
  const window = new electron.BrowserWindow(windowOptions(places.preload, isPackaged, left));
  keepWindowState(window, places.windowState);
  host.onEvent((event) => {
    if (!window.isDestroyed()) window.webContents.send(CHANNELS.event, event);
  });
  window.once('ready-to-show', () => {
    if (left?.isMaximized === true) window.maximize();
    if (left?.isFullScreen === true) window.setFullScreen(true);
    window.show();
  });
  await window.loadURL(`${ORIGIN}/`);
  return window;
}
