import { EventEmitter } from 'node:events';
import { compileFunction } from 'node:vm';
import { ORIGIN } from '../../main/electron/appOrigin.ts';
import { openDesktop } from '../../main/electron/desktop.ts';
import { createOpenedFiles, type OpenedFiles } from '../../main/electron/openedFiles.ts';
import type { Places } from '../../main/electron/places.ts';
import { CHANNELS } from '../../main/electron/preload/channels.ts';
import { PAGE_PARTITION } from '../../main/electron/windowOptions.ts';
import type { Host } from '../../main/host/createHost.ts';
import type { OpenWire } from '../../main/host/wire.testkit.ts';
import type { DesktopBridge, MenuModel } from '../../shared/contract/desktopBridge.ts';
import { createElectronDouble, type ElectronDouble } from './electronDouble.ts';
import { preloadCode } from './preloadCode.ts';

export const PAGE_FRAME = { url: `${ORIGIN}/`, parent: null };
const NO_PLACES: Places = {
  assets: { renderer: '', weights: '', litert: '', mediapipe: '' },
  sample: '',
  preload: 'preload.cjs',
  windowState: '',
  notices: '',
  ffmpeg: undefined,
};

/** The desktop root around a host, without a picture. */
export async function openDouble(
  host: Host,
  places: Partial<Places> = {},
): Promise<ElectronDouble & { bridge: DesktopBridge; menus: MenuModel[]; opened: OpenedFiles }> {
  const double = createElectronDouble({ appData: '' });
  const menus: MenuModel[] = [];
  const opened = createOpenedFiles(() => double.windows[0]?.webContents.send(CHANNELS.opened));
  const ways = { opened, onMenu: (model: MenuModel) => void menus.push(model) };
  await openDesktop(double.electron, host, { ...NO_PLACES, ...places }, ways);
  return { ...double, menus, opened, bridge: await runPreload(double) };
}

/** Runs the built preload script against the double and gives what it puts on the page. */
async function runPreload(double: ElectronDouble): Promise<DesktopBridge> {
  const messages = new EventEmitter();
  const [window] = double.windows;
  if (window === undefined) throw new Error('the root opened no window');
  window.webContents.onSend = (channel, values) => void messages.emit(channel, {}, ...values);
  const exposed = new Map<string, unknown>();
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, api: unknown) => void exposed.set(name, api) },
    ipcRenderer: {
      invoke: (channel: string, ...values: unknown[]) => double.invoke(PAGE_FRAME, channel, values),
      on: (channel: string, listener: (...values: unknown[]) => void) => void messages.on(channel, listener),
      removeListener: (channel: string, listener: (...values: unknown[]) => void) =>
        void messages.off(channel, listener),
    },
    webUtils: { getPathForFile: (file: { path?: string }) => file.path ?? '' },
  };
  const require = (name: string): unknown => {
    if (name === 'electron') return electron;
    throw new Error(`a sandboxed preload cannot load ${name}`);
  };
  compileFunction(await preloadCode(), ['require'])(require);
  return exposed.get('midstance') as DesktopBridge;
}

/** Calls through preload and IPC, bytes through the app's protocol. */
export const openIpcWire: OpenWire = async (host) => {
  const double = await openDouble(host);
  const session = double.sessionOf(PAGE_PARTITION);
  return {
    transport: double.bridge,
    fetch: (path, { body, ...init } = {}) =>
      session.fetch(
        new Request(ORIGIN + path, { ...init, ...(body === undefined ? {} : { body: Buffer.from(body) }) }),
      ),
    close: async () => undefined,
  };
};
