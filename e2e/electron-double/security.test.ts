/** One test per item of https://www.electronjs.org/docs/latest/tutorial/security, in its order and words. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getConfig } from 'app-builder-lib/out/util/config/config.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORIGIN, SCHEMES } from '../../main/electron/appOrigin.ts';
import type { FrameApi } from '../../main/electron/electronApi.ts';
import { CHANNELS } from '../../main/electron/preload/channels.ts';
import { LOCKED, PAGE_PARTITION, printOptions, windowOptions } from '../../main/electron/windowOptions.ts';
import { openTestHost, type TestHost } from '../../main/host/testHost.testkit.ts';
import { runJob } from '../../shared/contract/client.ts';
import type { DesktopBridge } from '../../shared/contract/desktopBridge.ts';
import type { ElectronDouble } from './electronDouble.ts';
import { openDouble, PAGE_FRAME } from './ipcWire.testkit.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const FOREIGN = [
  'https://evil.example/',
  'http://127.0.0.1/',
  'file:///etc/passwd',
  'app://evil/',
  'app://midstance.evil/',
  'javascript:alert(1)',
  'data:text/html,x',
  'not an address',
];

let app: TestHost;
let double: ElectronDouble & { bridge: DesktopBridge };
beforeAll(async () => {
  app = await openTestHost();
  double = await openDouble(app.host);
});
afterAll(() => app.close());

const page = () => double.sessionOf(PAGE_PARTITION);
function contents() {
  const [window] = double.windows;
  if (window === undefined) throw new Error('the root opened no window');
  return window.webContents;
}
const preferencesOf = {
  page: windowOptions('p', true).webPreferences,
  print: printOptions('x').webPreferences,
};

describe("Electron's security checklist", () => {
  it('1. Only load secure content', () => {
    for (const url of [
      'http://a.example/',
      'https://a.example/',
      'ws://a.example/',
      'ftp://a.example/',
      'file:///x',
      '',
    ]) {
      expect(page().isRequestAllowed(url), url).toBe(false);
    }
    for (const url of [`${ORIGIN}/`, `blob:${ORIGIN}/1`, 'data:image/png;base64,']) {
      expect(page().isRequestAllowed(url), url).toBe(true);
    }
  });

  it.each(Object.entries(preferencesOf))(
    '2. Do not enable Node.js integration for remote content (%s)',
    (_, options) => {
      expect(options).toMatchObject({
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
      });
    },
  );

  it.each(Object.entries(preferencesOf))(
    '3. Enable context isolation in all renderers (%s)',
    (_, options) => {
      expect(options?.contextIsolation).toBe(true);
    },
  );

  it.each(Object.entries(preferencesOf))('4. Enable process sandboxing (%s)', (_, options) => {
    expect(options?.sandbox).toBe(true);
    expect(preferencesOf.print?.javascript).toBe(false);
  });

  it('5. Handle session permission requests from remote content', async () => {
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'usb',
      'clipboard-read',
      'openExternal',
    ]) {
      expect(await page().grants(permission), permission).toBe(false);
    }
  });

  it('6. Do not disable webSecurity', () => expect(LOCKED.webSecurity).toBe(true));

  it('7. Define a Content-Security-Policy', async () => {
    for (const path of ['/', '/none', '/media/clips/none/video', '/weights/none']) {
      const { headers } = await page().fetch(new Request(ORIGIN + path));
      expect(headers.get('content-security-policy'), path).toContain("script-src 'self' 'wasm-unsafe-eval'");
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
    expect(SCHEMES.some(({ privileges }) => privileges?.bypassCSP === true)).toBe(false);
  });

  it('8. Do not enable allowRunningInsecureContent', () =>
    expect(LOCKED.allowRunningInsecureContent).toBe(false));

  it('9. Do not enable experimental features', () => expect(LOCKED.experimentalFeatures).toBe(false));

  it.each(Object.entries(preferencesOf))('10. Do not use enableBlinkFeatures (%s)', (_, options) => {
    expect(options).not.toHaveProperty('enableBlinkFeatures');
  });

  it('11. and 12. No WebViews, so none with allowpopups or options to verify', () => {
    expect(LOCKED.webviewTag).toBe(false);
    expect(contents().tryWebview()).toBe(false);
  });

  it.each(FOREIGN)('13. Disable or limit navigation: %s', (url) => {
    for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate'] as const) {
      expect(contents().tryNavigation(event, url)).toBe(false);
    }
    expect(contents().tryNavigation('will-navigate', `${ORIGIN}/#/library`)).toBe(true);
  });

  it.each([...FOREIGN, `${ORIGIN}/`])('14. Disable or limit creation of new windows: %s', (url) => {
    expect(contents().tryWindowOpen(url)).toBe('deny');
  });

  it('15. Do not use shell.openExternal with untrusted content: only exports that the library knows are opened', async () => {
    const guess = `${ORIGIN}/media/exports/..%2f..%2fx/..%2f..%2fetc%2fpasswd`;
    expect(contents().tryWindowOpen(guess)).toBe('deny');
    expect(contents().tryWindowOpen('file:///etc/passwd')).toBe('deny');
    // A call behind the refused ones: whatever they started has ended by then.
    await double.bridge.call('athletes.list', {});
    expect(double.record.openedPaths).toEqual([]);
    expect(Object.keys(double.electron.shell)).toEqual(['openPath']);
    const made = await runJob(double.bridge, 'diagnostics.save', {});
    const open = (url = ''): unknown => expect(contents().tryWindowOpen(`${ORIGIN}${url}`)).toBe('deny');
    // What no program shows is saved where the coach says, or nowhere.
    const [file] = made.files;
    open(file?.url);
    await expect.poll(() => double.record.saveDialogs).toEqual([file?.name]);
    double.record.saveTo = join(app.folder, 'saved.zip');
    open(file?.url);
    await expect
      .poll(() => statSync(double.record.saveTo, { throwIfNoEntry: false })?.size)
      .toBe(file?.bytes);
    expect(double.record.openedPaths).toEqual([]);
  });

  it('16. Use a current version of Electron', () => {
    const { version } = JSON.parse(readFileSync(`${root}node_modules/electron/package.json`, 'utf8'));
    expect(Number(version.split('.')[0])).toBeGreaterThanOrEqual(45);
  });

  const senders: readonly [string, FrameApi | null][] = [
    ['no frame', null],
    ['a frame inside the page', { url: `${ORIGIN}/`, parent: PAGE_FRAME }],
    ...FOREIGN.map((url): [string, FrameApi] => [url, { url, parent: null }]),
  ];
  it.each(senders)('17. Validate the sender of all IPC messages: %s', async (_, frame) => {
    for (const channel of [CHANNELS.call, CHANNELS.droppedFile, CHANNELS.menu, CHANNELS.takeOpened]) {
      await expect(double.invoke(frame, channel, ['athletes.create', { name: 'Eve' }])).rejects.toThrow(
        'refused',
      );
    }
    expect(await double.bridge.call('athletes.list', {})).toEqual({ ok: true, value: [] });
  });

  it('18. Avoid usage of the file:// protocol and prefer usage of custom protocols', () => {
    expect(double.windows.map(({ url }) => url)).toEqual([`${ORIGIN}/`]);
    expect(SCHEMES).toEqual([
      expect.objectContaining({ privileges: expect.objectContaining({ standard: true, secure: true }) }),
    ]);
  });

  it('19. Check which fuses you can change', async () => {
    const { electronFuses } = await getConfig(root, 'electron-builder.yml', null);
    expect(electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  it('20. Do not expose Electron APIs to untrusted web content', () => {
    expect(Object.keys(double.bridge).sort()).toEqual([
      ...['call', 'onEvent', 'onMenu', 'onOpened', 'setMenu', 'takeDroppedFile', 'takeOpened'],
    ]);
  });
});
