import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import packageJson from '../../package.json' with { type: 'json' };
import type { MenuModel } from '../../shared/contract/desktopBridge.ts';
import { DEFAULT_SETTINGS, settingsSchema } from '../../shared/contract/settingsSchema.ts';
import { errorLine } from '../../shared/domain/errorLine.ts';
import type { Language } from '../../shared/domain/language.ts';
import { libraryPlace } from '../files/libraryPlace.ts';
import type { Host } from '../host/createHost.ts';
import { openHost } from '../host/openHost.ts';
import { SCHEMES } from './appOrigin.ts';
import { openDesktop } from './desktop.ts';
import type { ElectronApi, WindowApi } from './electronApi.ts';
import { electronServices } from './electronServices.ts';
import { closeInOrder } from './lifecycle.ts';
import { type MenuCommands, menuTemplate } from './menu.ts';
import { createOpenedFiles, filesAmong } from './openedFiles.ts';
import { placesOf, type Surroundings } from './places.ts';
import { CHANNELS } from './preload/channels.ts';

/** What the process was started with. */
export interface Start extends Omit<Surroundings, 'isPackaged' | 'userData'> {
  readonly args: readonly string[];
  /** What relative paths among the arguments begin at. */
  readonly workingFolder: string;
  readonly environment: NodeJS.ProcessEnv;
}

/**
 * The desktop app from start to its window; undefined when it ended instead. What must come before Electron is ready
 * happens before the first wait.
 */
export async function startApp(electron: ElectronApi, start: Start): Promise<Host | undefined> {
  const { app } = electron;
  app.enableSandbox();
  // Chromium's own files, apart from the library, which on macOS would have the same place.
  const userData = join(app.getPath('appData'), 'Midstance', 'window');
  app.setPath('userData', userData);
  const told = { files: filesAmong(filesTold(start.args), start.workingFolder) };
  if (!app.requestSingleInstanceLock(told)) {
    app.quit();
    return undefined;
  }
  let window: WindowApi | undefined;
  const send = (channel: string, ...values: unknown[]): void => {
    if (window !== undefined && !window.isDestroyed()) window.webContents.send(channel, ...values);
  };
  const opened = createOpenedFiles(() => send(CHANNELS.opened));
  // macOS tells files so, and may do it before the app is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    opened.add([path]);
    bringForward(window);
  });
  electron.protocol.registerSchemesAsPrivileged(SCHEMES);
  const places = placesOf({ ...start, isPackaged: app.isPackaged, userData });
  if (places.ffmpeg !== undefined) start.environment['FFMPEG_PATH'] ??= places.ffmpeg;
  await app.whenReady();
  try {
    const folder = libraryPlace(libraryOption(start.args), start.environment);
    const services = electronServices(electron, places, {
      isPackaged: app.isPackaged,
      environment: start.environment,
    });
    const { host } = await openHost(services, folder);
    closeInOrder(app, () => host.close());
    const commands: MenuCommands = {
      showLibraryFolder: () => void electron.shell.openPath(folder),
      choose: (id) => send(CHANNELS.chosen, id),
    };
    const onMenu = (model: MenuModel): void =>
      electron.Menu.setApplicationMenu(electron.Menu.buildFromTemplate(menuTemplate(model, commands)));
    // Until the page says what it can do.
    onMenu({ language: await languageOf(electron, host), recent: [], groups: [] });
    showAbout(electron);
    app.on('second-instance', (_event, _args, _folder, elsewhere) => {
      opened.add(openedSchema.safeParse(elsewhere).data?.files ?? []);
      bringForward(window);
    });
    opened.add(told.files);
    window = await openDesktop(electron, host, places, { opened, onMenu });
    return host;
  } catch (error) {
    electron.dialog.showErrorBox('Midstance', errorLine(error).line);
    app.exit(1);
    return undefined;
  }
}

const openedSchema = z.object({ files: z.array(z.string()).max(1000) });

/** `--library FOLDER` and files; Chromium's own switches are on the same command line, so others are let pass. */
const parsed = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    options: { library: { type: 'string' } },
    strict: false,
    allowPositionals: true,
  });

function libraryOption(args: readonly string[]): string | undefined {
  const { library } = parsed(args).values;
  // A bare --library is let pass by the parser.
  return library === true ? '' : typeof library === 'string' ? library : undefined;
}

const filesTold = (args: readonly string[]): string[] => parsed(args).positionals;

async function languageOf({ app }: ElectronApi, host: Host): Promise<Language> {
  const reply = await host.dispatch('settings.get', {});
  const settings = reply.ok ? settingsSchema.parse(reply.value) : DEFAULT_SETTINGS;
  if (settings.language !== 'system') return settings.language;
  return app.getLocale().startsWith('de') ? 'de' : 'en';
}

const showAbout = ({ app }: ElectronApi): void =>
  app.setAboutPanelOptions({
    applicationName: 'Midstance',
    applicationVersion: packageJson.version,
    copyright: packageJson.license,
  });

function bringForward(window: WindowApi | undefined): void {
  if (window === undefined || window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}
