import { copyFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessibleInBothThemes } from '../fixtures/accessible.ts';
import { startServer } from '../fixtures/server.ts';
import { expect, test } from '../fixtures/test.ts';
import { App } from '../pages/app.ts';

test('a library whose database is damaged offers its copies, and opens with one by the keyboard alone', async ({
  page,
  server,
}) => {
  test.setTimeout(900_000);
  const app = new App(page);
  await app.acceptFirstRun();
  await app.addAthlete('Ann Kept', '170');
  await page.goto('about:blank');
  await server.end();
  const { library } = server;
  const database = join(library, 'library.db');
  // The app may have made one of its own meanwhile.
  rmSync(join(library, 'snapshots'), { recursive: true, force: true });
  mkdirSync(join(library, 'snapshots'));
  for (const [day, content] of [
    ['02', undefined],
    ['03', 'not a database'],
  ] as const) {
    const copy = join(library, 'snapshots', `2026-01-${day}T10-00-00Z.db`);
    if (content === undefined) copyFileSync(database, copy);
    else writeFileSync(copy, content.repeat(1000));
  }
  writeFileSync(database, Buffer.alloc(20_000, 'damaged'));

  const again = await startServer(library);
  try {
    await page.goto(again.url);
    await expect(page.getByRole('heading', { name: 'The library does not open' })).toBeVisible();
    await expect(page.getByText('The database of the library is damaged.')).toBeVisible();
    await expect(page.getByText(library)).toBeVisible();
    await expectAccessibleInBothThemes(app, (theme) =>
      page.screenshot({ path: test.info().outputPath(`rescue-${theme}.png`) }),
    );
    // The newest is damaged too, which changes nothing; the one before opens.
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: /^Take this copy: 3 Jan 2026/ })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByText('That copy of the library cannot be opened either.')).toBeVisible();
    const older = page.getByRole('button', { name: /^Take this copy: 2 Jan 2026/ });
    await expect(older).toBeEnabled();
    await older.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText('Ann Kept').first()).toBeVisible();
  } finally {
    await page.goto('about:blank');
    await again.stop();
  }
});

test('the page that helps speaks German where the system does', async ({ chromiumApp }) => {
  const server = await startServer();
  await server.end();
  rmSync(join(server.library, 'library.db'));
  const again = await startServer(server.library);
  const context = await chromiumApp.newContext({ locale: 'de-DE' });
  try {
    const page = await context.newPage();
    await page.goto(again.url);
    await expect(page.getByRole('heading', { name: 'Die Bibliothek lässt sich nicht öffnen' })).toBeVisible();
    await expect(page.getByText(/enthält Dateien einer Bibliothek, aber nicht ihre Datenbank/)).toBeVisible();
    await page.screenshot({ path: test.info().outputPath('rescue-de.png') });
    await page.getByRole('button', { name: 'Mit einer leeren Bibliothek beginnen' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
  } finally {
    await context.close();
    await again.stop();
  }
});

test('what was found is listed in the settings and deleted on demand; a library that goes away stops every window', async ({
  page,
  server,
}) => {
  test.setTimeout(900_000);
  const app = new App(page);
  await app.acceptFirstRun();
  const videos = join(server.library, 'found', '2025-11-22T10-00-00Z', 'videos');
  mkdirSync(videos, { recursive: true });
  writeFileSync(join(videos, `${'ab'.repeat(32)}.mp4`), Buffer.alloc(2_500_000));
  await page.reload();
  await page.getByRole('link', { name: 'Settings' }).click();
  const found = page.getByText(/^1 file \(2\.5 MB\) that no entry of the library knows.* 22 Nov 2025/);
  await expect(found).toBeVisible();
  await expectAccessibleInBothThemes(app, (theme) =>
    page.screenshot({ path: test.info().outputPath(`found-${theme}.png`) }),
  );
  await page.getByRole('button', { name: 'Delete the found files' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(found).toBeHidden();

  const other = await page.context().newPage();
  await other.goto(page.url().replace(/#.*/, ''));
  await expect(other.getByRole('link', { name: 'Library', exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Library', exact: true }).click();
  renameSync(server.library, `${server.library}-moved`);
  for (const window of [page, other])
    await expect(
      window.getByText('The library is gone from its place', { exact: false }).first(),
    ).toBeVisible({
      timeout: 20_000,
    });
  await expectAccessibleInBothThemes(app, (theme) =>
    page.screenshot({ path: test.info().outputPath(`lost-${theme}.png`) }),
  );
  await page.getByRole('button', { name: 'Add athlete' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Bea Lost');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('The library is gone from its place', { exact: false })).toBeVisible();
  for (const window of [page, other]) await window.goto('about:blank');
  await server.end();
  rmSync(`${server.library}-moved`, { recursive: true, force: true });
});
