import { startServer } from '../fixtures/server.ts';
import { expect, test } from '../fixtures/test.ts';
import { App } from '../pages/app.ts';

test('what was saved is there after the power went off', async ({ page, server }) => {
  const app = new App(page);
  await app.acceptFirstRun();
  await app.addAthlete('Mara Example', '168');
  await expect(page.getByText('Mara Example').first()).toBeVisible();
  await page.goto('about:blank');
  await server.kill();
  const again = await startServer(server.library);
  try {
    await page.goto(again.url);
    await expect(page.getByText('Mara Example').first()).toBeVisible();
  } finally {
    await page.goto('about:blank');
    await again.stop();
  }
});

test('the whole library can be used by keyboard alone', async ({ page }) => {
  await page.getByRole('button', { name: 'I have read this' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Athletes', exact: true })).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  const add = page.getByRole('button', { name: 'Add athlete' }).first();
  for (let i = 0; i < 20 && !(await add.evaluate((node) => node === document.activeElement)); i++)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.type('Kim Keyboard');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Kim Keyboard').first()).toBeVisible();
});
