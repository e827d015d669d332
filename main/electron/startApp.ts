import { join } from 'node:path';
import { parseArgs } from 'node:util';
import packageJson from '../../package.json' with { type: 'json' };
import { DEFAULT_SETTINGS, settingsSchema } from '../../shared/contract/settingsSchema.ts';
import { CodedError, errorText } from '../../shared/domain/errors.ts';
import { libraryPlace } from '../files/libraryPlace.ts';
import { createHost, type Host } from '../host/createHost.ts';
import { openLibrary } from '../host/library.ts';
import { SCHEMES } from './appOrigin.ts';
import { openDesktop } from './desktop.ts';
import type { ElectronApi, WindowApi } from './electronApi.ts';
import { electronServices } from './electronServices.ts';
import { closeInOrder } from './lifecycle.ts';
import { type MenuLanguage, menuTemplate } from './menu.ts';
import { placesOf, type Surroundings } from './places.ts';

/** What the process was started with. */
export interface Start extends Omit<Surroundings, 'isPackaged'> {
  readonly args: readonly string[];
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
  app.setPath('userData', join(app.getPath('appData'), 'Midstance', 'window'));
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return undefined;
  }
  electron.protocol.registerSchemesAsPrivileged(SCHEMES);
  const places = placesOf({ ...start, isPackaged: app.isPackaged });
  if (places.ffmpeg !== undefined) start.environment['FFMPEG_PATH'] ??= places.ffmpeg;
  await app.whenReady();
  try {
    const folder = libraryPlace(libraryOption(start.args), start.environment);
    let window: WindowApi | undefined;
    const services = electronServices(electron, places);
    const host = createHost(services, await openLibrary(folder));
    closeInOrder(app, () => host.close());
    await showMenu(electron, host, folder);
    app.on('second-instance', () => bringForward(window));
    window = await openDesktop(electron, host, places);
    return host;
  } catch (error) {
    electron.dialog.showErrorBox('Midstance', sentencesOf(error));
    app.exit(1);
    return undefined;
  }
}

/** `--library FOLDER`; Chromium's own switches are on the same command line, so others are let pass. */
function libraryOption(args: readonly string[]): string | undefined {
  const options = { library: { type: 'string' } } as const;
  const { values } = parseArgs({ args: [...args], options, strict: false });
  return typeof values.library === 'string' ? values.library : undefined;
}

async function showMenu(electron: ElectronApi, host: Host, folder: string): Promise<void> {
  const reply = await host.dispatch('settings.get', {});
  const settings = reply.ok ? settingsSchema.parse(reply.value) : DEFAULT_SETTINGS;
  const language: MenuLanguage =
    settings.language !== 'system'
      ? settings.language
      : electron.app.getLocale().startsWith('de')
        ? 'de'
        : 'en';
  const template = menuTemplate(language, () => void electron.shell.openPath(folder));
  electron.Menu.setApplicationMenu(electron.Menu.buildFromTemplate(template));
  electron.app.setAboutPanelOptions({
    applicationName: 'Midstance',
    applicationVersion: packageJson.version,
    copyright: packageJson.license,
  });
}

function bringForward(window: WindowApi | undefined): void {
  if (window === undefined || window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}

function sentencesOf(error: unknown): string {
  const coded = error instanceof CodedError ? error : new CodedError('internal', { incident: '-' });
  const { sentence, next } = errorText(coded.code, coded.params);
  return error === coded ? `${sentence} ${next}` : `${sentence} ${String(error)}`;
}
