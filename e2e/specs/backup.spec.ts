import { readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessibleInBothThemes } from '../fixtures/accessible.ts';
import { startServer } from '../fixtures/server.ts';
import { expect, sampleTest as test } from '../fixtures/test.ts';
import { App } from '../pages/app.ts';

test('the library in one file and back, and a video that was moved is found again', async ({
  page,
  server,
}) => {
  test.setTimeout(900_000);
  const app = new App(page);
  const session = page.url();

  // A video that somebody moved and renamed.
  const videos = join(server.library, 'videos');
  const [largest = ''] = readdirSync(videos).sort((a, b) => sizeOf(b) - sizeOf(a));
  function sizeOf(name: string): number {
    return statSync(join(videos, name)).size;
  }
  const moved = join(server.library, 'renamed by hand.mp4');
  renameSync(join(videos, largest), moved);
  await page.reload();
  const gone = page.getByText('The video is not where it was.');
  await expect(gone).toHaveCount(1);
  const card = page.getByRole('article').filter({ has: gone });
  await expectAccessibleInBothThemes(app);
  const find = card.locator('input[type="file"]');
  const [other = ''] = readdirSync(videos);
  await find.setInputFiles(join(videos, other));
  await expect(card.getByText(/is another video than/)).toBeVisible();
  await find.setInputFiles(moved);
  await expect(gone).toHaveCount(0);

  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await expect(page.getByRole('button', { name: 'Back up the library' })).toBeVisible();
  await page.keyboard.press('b');
  const link = page.getByRole('link', { name: /^Save midstance-backup-/ });
  const [download] = await Promise.all([page.waitForEvent('download'), link.click({ timeout: 60_000 })]);
  expect(download.suggestedFilename()).toMatch(/^midstance-backup-\d{4}-\d\d-\d\d\.tar$/);
  const backup = await download.path();

  await page.getByRole('link', { name: 'Library' }).click();
  await app.addAthlete('Added Later', '170');
  await page.getByRole('link', { name: 'Settings' }).click();
  const restore = page.getByTestId('backup-file');
  await restore.setInputFiles({
    name: 'holiday.tar',
    mimeType: 'application/x-tar',
    buffer: Buffer.alloc(2048),
  });
  await expect(page.getByText('holiday.tar is not a backup that can be restored')).toBeVisible();
  const waiting = page.getByText(/At the next start the library of .* takes the place of this one/);
  await restore.setInputFiles(backup);
  await expect(waiting).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/^Athletes: 1 · clips: \d/)).toBeVisible();
  await expectAccessibleInBothThemes(app);
  // Thought better of; then taken all the same.
  await page.getByRole('button', { name: 'Keep this library after all' }).click();
  await expect(waiting).toBeHidden();
  await restore.setInputFiles(backup);
  await expect(waiting).toBeVisible({ timeout: 60_000 });

  await page.goto('about:blank');
  await server.kill();
  const again = await startServer(server.library);
  try {
    await page.goto(again.url);
    // The page that was open last may be another one.
    await expect(async () => {
      await page.getByRole('link', { name: 'Library', exact: true }).click();
      await expect(page.getByText('Sample runner').first()).toBeVisible({ timeout: 3_000 });
    }).toPass({ timeout: 150_000 });
    await expect(page.getByText('Added Later')).toHaveCount(0);
    await page.goto(`${again.url.replace(/[#?].*/, '')}${session.replace(/^[^#]*/, '')}`);
    await expect(page.getByText('standing-rear.mp4').first()).toBeVisible();
    await expect(gone).toHaveCount(0);
  } finally {
    await page.goto('about:blank');
    await again.stop();
  }
});

test('a damaged video is named by the backup, by its clip and by what is restored, and mended', async ({
  page,
  server,
}) => {
  test.setTimeout(900_000);
  const app = new App(page);
  const session = page.url();
  const videos = join(server.library, 'videos');
  const [name = ''] = readdirSync(videos);
  const whole = readFileSync(join(videos, name));
  const damaged = Buffer.from(whole);
  damaged.writeUInt8(damaged.readUInt8(damaged.length - 500) ^ 1, damaged.length - 500);
  writeFileSync(join(videos, name), damaged);

  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Back up the library' }).click();
  await expect(page.getByText('The library itself does not have these videos whole:')).toBeVisible({
    timeout: 60_000,
  });
  const named = page.getByRole('listitem').filter({ hasText: 'Sample runner' });
  await expect(named).toHaveCount(1);
  await expectAccessibleInBothThemes(app);
  const link = page.getByRole('link', { name: /^Save midstance-backup-/ });
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  await page.getByTestId('backup-file').setInputFiles(await download.path());
  await expect(page.getByText('These videos do not come with the backup')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Keep this library after all' }).click();

  await page.goto(session);
  const told = page.getByText('The stored video is damaged or another one');
  const card = page.getByRole('article').filter({ has: told });
  await expect(told).toHaveCount(1);
  await card
    .locator('input[type="file"]')
    .setInputFiles({ name: 'true.mp4', mimeType: 'video/mp4', buffer: whole });
  await expect(told).toHaveCount(0);
  expect(readFileSync(join(videos, name)).equals(whole)).toBe(true);
});
