import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type Browser, chromium } from '@playwright/test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPrinter } from '../../main/electron/printPdf.ts';
import { openLibrary } from '../../main/host/library.ts';
import { describeApp } from './app.testkit.ts';
import { browserOptions } from './browserOptions.ts';
import { buildTestApp } from './buildTestApp.ts';
import { electronProgram } from './electronProgram.ts';
import { Preventable } from './preventable.ts';
import { type RunningDouble, startElectronDouble } from './startElectronDouble.ts';

const hasChromium = existsSync(browserOptions.executablePath);
const program = electronProgram();

describeApp({
  name: 'the app in the test double of Electron, shown by Chromium',
  skipped: hasChromium ? undefined : 'no Chromium',
  needsBuild: false,
  async open(appRoot, libraryFolder) {
    const browser = await chromium.launch(browserOptions);
    const app = await startElectronDouble({ context: await browser.newContext(), libraryFolder, appRoot });
    return {
      page: app.page,
      async close() {
        await app.close();
        await browser.close();
      },
    };
  },
});

describeApp({
  name: 'the app in Electron',
  skipped: program === undefined ? "Electron's program is not installed here" : undefined,
  needsBuild: true,
  async open(appRoot, libraryFolder) {
    const args = [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      join(appRoot, 'dist', 'electron', 'main.js'),
      ...['--library', libraryFolder],
    ];
    const app = await _electron.launch({
      args,
      ...(program === undefined ? {} : { executablePath: program }),
    });
    return { page: await app.firstWindow(), close: () => app.close() };
  },
});

describe.skipIf(!hasChromium)('start and end of the app', () => {
  const folder = mkdtempSync(join(tmpdir(), 'midstance-start-'));
  const libraryFolder = join(folder, 'library');
  let browser: Browser;
  const start = async (): Promise<RunningDouble> =>
    startElectronDouble({ context: await browser.newContext(), libraryFolder, appRoot: folder });
  beforeAll(async () => {
    await buildTestApp(folder);
    browser = await chromium.launch(browserOptions);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('prepares everything before Electron is ready, shows its window and menu, and gives the library back', async () => {
    const app = await start();
    expect(app.double.app.beforeReady).toEqual([
      'enableSandbox',
      'requestSingleInstanceLock',
      'registerSchemesAsPrivileged',
    ]);
    expect(app.double.windows.map(({ isShown }) => isShown)).toEqual([true]);
    expect(app.double.record.menu.map(({ label }) => label)).toEqual([
      'File',
      'Edit',
      'View',
      'Window',
      'Help',
    ]);
    expect(app.double.app.about.applicationVersion).toMatch(/^\d+\.\d+\.\d+$/);

    await expect(start()).rejects.toThrow('Another window of Midstance has this library open.');

    await app.close();
    expect(app.double.app.exitCode).toBe(0);
    const library = await openLibrary(libraryFolder);
    await library.close();
  });

  it('offers the copies of a library that does not open, in its window, and says the rest in one sentence', async () => {
    const library = join(folder, 'damaged');
    const open = async (libraryFolder: string) =>
      startElectronDouble({ context: await browser.newContext(), libraryFolder, appRoot: folder });
    const call = (app: RunningDouble, method: string, input: unknown = {}) =>
      app.page.evaluate(
        async (asked) => {
          const reply = await window.midstance.call(asked.method, asked.input);
          return reply.ok ? reply.value : reply.error.code;
        },
        { method, input },
      );
    const first = await open(library);
    await call(first, 'athletes.create', { name: 'Ann' });
    await first.close();
    mkdirSync(join(library, 'snapshots'), { recursive: true });
    copyFileSync(join(library, 'library.db'), join(library, 'snapshots', '2026-01-02T03-04-05Z.db'));
    writeFileSync(join(library, 'library.db'), Buffer.alloc(20_000, 'damaged'));
    const rescued = await open(library);
    expect(rescued.double.record.errorBoxes).toEqual([]);
    expect(await call(rescued, 'athletes.list')).toBe('library_damaged');
    expect(await call(rescued, 'rescue.take', { id: 'snapshot-2026-01-02T03-04-05Z' })).toEqual({});
    expect(await call(rescued, 'athletes.list')).toMatchObject([{ name: 'Ann' }]);
    await rescued.close();
    expect(rescued.double.app.exitCode).toBe(0);

    writeFileSync(join(folder, 'file'), 'x');
    await expect(open(join(folder, 'file'))).rejects.toThrow(/is a file, not a folder\. Choose a folder/);
    await expect(open('')).rejects.toThrow(/Name a folder after --library\./);
    await expect(open(join(folder, 'x'.repeat(600)))).rejects.toThrow(/path of the library is too long/);
  });

  it('opens as it was left, and passes on files that the system opens with it', async () => {
    const appData = join(folder, 'data');
    const video = join(folder, 'Ann runs.mp4');
    writeFileSync(video, 'x');
    const begin = async (files: readonly string[]) =>
      startElectronDouble({
        ...{ context: await browser.newContext(), libraryFolder, appRoot: folder, appData, files },
      });
    const first = await begin([video]);
    const names = () =>
      first.page.evaluate(async () =>
        (await window.midstance.takeOpened()).map((reply) =>
          reply.ok ? reply.value.name : reply.error.code,
        ),
      );
    expect(first.double.app.told).toEqual({ files: [video] });
    expect(await names()).toEqual(['Ann runs.mp4']);
    expect(await names()).toEqual([]);
    const told = first.page.evaluate(
      () => new Promise<string>((resolve) => window.midstance.onOpened(() => resolve('told'))),
    );
    const prevented = new Preventable();
    first.double.app.emit('second-instance', prevented, [], '', { files: [video] });
    expect(await told).toBe('told');
    first.double.app.emit('open-file', prevented, join(folder, 'gone.mp4'));
    expect(prevented.isPrevented).toBe(true);
    expect(await names()).toEqual(['Ann runs.mp4', 'file_missing']);
    const [own] = first.double.windows;
    if (own !== undefined) own.bounds = { x: 40, y: 30, width: 1000, height: 650 };
    own?.maximize();
    await first.close();

    const second = await begin([]);
    const [again] = second.double.windows;
    expect(again?.options).toMatchObject({ x: 40, y: 30, width: 1000, height: 650 });
    expect(again?.isMaximized()).toBe(true);
    await second.close();
  });

  it('prints a page in a hidden window without script or preload, and closes it', async () => {
    const app = await start();
    const print = createPrinter(app.double.electron);
    const html =
      '<!doctype html><title>r</title><h1>Contact time 240 ms</h1><script>document.body.innerHTML=""</script>';
    const bytes = await print(html, new AbortController().signal);
    const [, hidden] = app.double.windows;
    expect(hidden?.options).toMatchObject({
      show: false,
      webPreferences: { javascript: false, sandbox: true },
    });
    expect(hidden?.options.webPreferences).not.toHaveProperty('preload');
    expect(hidden?.isDestroyed()).toBe(true);
    const pdf = await getDocument({ data: new Uint8Array(bytes) }).promise;
    const { items } = await (await pdf.getPage(1)).getTextContent();
    expect(items.map((item) => ('str' in item ? item.str : '')).join('')).toContain('Contact time 240 ms');
    await expect(print(html, AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
    await app.close();
  });
});
