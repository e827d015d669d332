import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MenuItemConstructorOptions } from 'electron';
import { type RunningDouble, startElectronDouble } from '../electron-double/startElectronDouble.ts';
import { expectAccessibleInBothThemes } from '../fixtures/accessible.ts';
import { setPageClock } from '../fixtures/clock.ts';
import { makeShortSide } from '../fixtures/shortSample.ts';
import { test as base, expect, watchErrors } from '../fixtures/test.ts';
import { App } from '../pages/app.ts';

const SAMPLE = fileURLToPath(new URL('../../models/sample/sample.mp4', import.meta.url));

/** The desktop root in a test double of Electron, with the built page. */
const test = base.extend<{ desktop: RunningDouble }>({
  desktop: async ({ chromiumApp }, use, info) => {
    const folder = mkdtempSync(join(tmpdir(), 'midstance-desktop-'));
    const context = await chromiumApp.newContext({ viewport: info.project.use.viewport ?? null });
    await setPageClock(context);
    const problems = watchErrors(context);
    const desktop = await startElectronDouble({ context, libraryFolder: join(folder, 'library') });
    context.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(`${desktop.origin}/`) && !/^(data|blob):/.test(url))
        problems.push(`request to ${url}`);
    });
    await use(desktop);
    await desktop.close();
    await context.close();
    rmSync(folder, { recursive: true, force: true });
    expect(problems, 'errors and attempts to leave this computer').toEqual([]);
  },
});

test("the desktop app takes a clip from the system's dialog, analyses it and prints the report", async ({
  desktop,
}) => {
  test.setTimeout(1_500_000);
  const { page } = desktop;
  const app = new App(page);
  await app.acceptFirstRun();
  await app.addAthlete('Ann', '176');
  await app.addSession('10.8');
  const folder = mkdtempSync(join(tmpdir(), 'midstance-clip-'));
  const clip = join(folder, 'Ann runs.mp4');
  // A few strides and the fastest network: the browser measures the same way, with the one that is set by default in `realClip`.
  await makeShortSide(clip, 4);
  await app.chooseFastestModel();
  await desktop.choose([clip]);
  await page.getByRole('button', { name: 'Import clips' }).first().click();
  await expect(page.getByRole('heading', { name: 'Ann runs.mp4' })).toBeVisible();
  await app.analyse();
  await page
    .getByRole('button', { name: 'Report', exact: true })
    .or(page.getByRole('link', { name: 'Report', exact: true }))
    .first()
    .click();
  await expect(page.frameLocator('iframe').getByRole('heading', { name: 'Measurements' })).toBeVisible({
    timeout: 90_000,
  });
  await page.getByRole('button', { name: 'Save or share' }).click();
  await page.getByRole('button', { name: 'Report as PDF' }).click();
  const link = page.getByRole('link', { name: /Save report.pdf/ });
  await expect(link).toBeVisible({ timeout: 90_000 });
  const [, hidden] = desktop.double.windows;
  expect(hidden?.options).toMatchObject({ show: false, webPreferences: { javascript: false } });
  rmSync(folder, { recursive: true, force: true });
});

const flat = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...flat(Array.isArray(item.submenu) ? item.submenu : [])]);

test('the native menu has what the page can do and the sessions of late; files of the system wait for their session', async ({
  desktop,
}) => {
  const { page, double } = desktop;
  const app = new App(page);
  await app.acceptFirstRun();
  const titles = () => double.record.menu.map(({ label }) => label);
  const entry = (label: RegExp) => flat(double.record.menu).find((item) => label.test(item.label ?? ''));
  const choose = async (label: RegExp): Promise<void> => {
    await expect.poll(() => entry(label)?.label ?? '', `entry ${label}`).not.toBe('');
    entry(label)?.click?.(undefined as never, undefined, undefined as never);
  };
  await expect.poll(titles).toEqual(['File', 'Edit', 'View', 'Athletes', 'Everywhere', 'Window', 'Help']);
  await choose(/^Add an athlete \(N\)$/);
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name', exact: true }).fill('Ann & Bea');
  await choose(/^Go to the settings/);
  await expect(page.getByText('That is not possible here just now.')).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();

  const folder = mkdtempSync(join(tmpdir(), 'midstance-opened-'));
  const clip = join(folder, 'Ann runs.mp4');
  cpSync(SAMPLE, clip);
  double.app.emit('second-instance', { preventDefault: () => undefined }, [], '', { files: [clip] });
  await expect(page.getByText('Ann runs.mp4: open the session that this belongs to.')).toBeVisible();
  await expectAccessibleInBothThemes(app, async (theme) =>
    test.info().attach(theme, { body: await page.screenshot(), contentType: 'image/png' }),
  );
  await app.addSession('10.8');
  await page.getByRole('button', { name: 'Import here' }).click();
  await expect(page.getByRole('heading', { name: 'Ann runs.mp4' })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('Ann runs.mp4: ')).toHaveCount(0);

  await expect.poll(titles).toContain('Session');
  await choose(/^Go to the library/);
  await expect(page.getByRole('heading', { name: 'Athletes', exact: true })).toBeVisible();
  await choose(/^Ann && Bea · /);
  await expect(page.getByRole('heading', { name: 'Ann runs.mp4' })).toBeVisible();
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByLabel('Language').selectOption('de');
  await expect.poll(titles).toContain('Datei');
  rmSync(folder, { recursive: true, force: true });
});
