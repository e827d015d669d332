import { readFileSync } from 'node:fs';
import { expectAccessibleInBothThemes } from '../fixtures/accessible.ts';
import { expect, sampleTest as test } from '../fixtures/test.ts';
import { App } from '../pages/app.ts';

test('files of a session: a video with overlays that can be stopped, tables, and a case that is opened again', async ({
  page,
}) => {
  test.setTimeout(900_000);
  const app = new App(page);
  await page
    .getByRole('link', { name: 'Report', exact: true })
    .or(page.getByRole('button', { name: 'Report', exact: true }))
    .first()
    .click();
  await page.getByRole('button', { name: 'Save or share' }).click();
  const dialog = page.getByRole('dialog');
  await expectAccessibleInBothThemes(app);

  await dialog.getByRole('button', { name: 'Video with overlays' }).click();
  await expect(dialog.getByText(/Frame \d+ of \d+/)).toBeVisible({ timeout: 60_000 });
  await dialog.getByRole('button', { name: 'Stop' }).click();
  await expect(dialog.getByText(/Frame \d+ of \d+/)).toHaveCount(0);

  const saved = async (button: string, name: RegExp): Promise<string> => {
    await dialog.getByRole('button', { name: button }).click();
    const link = dialog.getByRole('link', { name }).first();
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 90_000 }),
      link.click({ timeout: 90_000 }),
    ]);
    return download.path();
  };
  const metrics = readFileSync(await saved('Tables as CSV', /Save metrics\.csv/), 'utf8');
  expect(metrics).toMatch(/contact_time/);
  expect(readFileSync(await saved('TRC and MOT', /Save clip-1\.mot/), 'utf8')).toMatch(/^Coordinates/);
  const handedOver = await saved('Case without videos', /Save case without video/);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.keyboard.press('g');
  await page.keyboard.press('l');
  await expect(page.getByRole('button', { name: 'Open a case' })).toBeVisible();
  await expectAccessibleInBothThemes(app);
  await page.getByTestId('case-file').setInputFiles(handedOver);
  await expect(page).toHaveURL(/sessions\//, { timeout: 120_000 });
  await expect(page.getByRole('heading', { name: 'sample.mp4', exact: true })).toBeVisible({
    timeout: 60_000,
  });
  await page.keyboard.press('g');
  await page.keyboard.press('l');
  await expect(page.getByRole('link', { name: /Sample runner/ })).toHaveCount(2);
});
