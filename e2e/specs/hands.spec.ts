import type { Page } from '@playwright/test';
import { expectAccessible, expectAccessibleInBothThemes } from '../fixtures/accessible.ts';
import { expect, test } from '../fixtures/test.ts';
import { App } from '../pages/app.ts';

/** Nothing is wider than the window or cut off in a button. */
const overflowing = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const isWide = document.documentElement.scrollWidth > window.innerWidth;
    const cut = [...document.querySelectorAll<HTMLElement>('button, a, label, h1, h2, th, dt')].filter(
      (one) => one.checkVisibility() && one.scrollWidth > one.clientWidth + 2 && one.clientWidth > 1,
    );
    return [...(isWide ? ['page'] : []), ...cut.map((one) => one.textContent ?? '')];
  });

test('tour, palette, menu, keys of one’s own, German, and the page that was open last', async ({ page }) => {
  const app = new App(page);
  await page.getByRole('button', { name: 'I have read this' }).click();

  // The tour: by Enter alone, from the sample to its review, and not again.
  await expect(page.getByText('1 of 5')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Open the sample' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Analyse', exact: true })).toBeVisible({ timeout: 90_000 });
  await page.getByRole('button', { name: 'Next' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Check the contacts' })).toBeVisible();
  await expect(page.getByTestId('frame')).toBeVisible();
  await page.getByRole('button', { name: 'Skip the tour' }).click();

  // Every action by its name.
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Find an action' });
  await palette.getByRole('combobox').fill('go to the set');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Settings', exact: true })).toBeVisible();
  await page.keyboard.press('F10');
  await expect(page.getByRole('menuitem', { name: /Find an action/ })).toBeVisible();
  await page.keyboard.press('Escape');

  // Another key: refused where it is taken, used where it is free, there after a reload.
  await page.getByRole('button', { name: 'Change the keys' }).click();
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await expectAccessible(page);
  await keys.getByRole('button', { name: /^Change the key of “Go to a frame number”/ }).click();
  await page.keyboard.press('q');
  await expect(keys.getByText(/Q is the key of “Show or hide the angles”/)).toBeVisible();
  await keys.getByRole('button', { name: /^Change the key of “Go to the queue”/ }).click();
  await page.keyboard.press('F');
  await expect(keys.getByText(/F is the key of/)).toBeVisible();
  await keys.getByRole('button', { name: /^Change the key of “Go to the queue”/ }).click();
  await page.keyboard.press('z');
  await expect(keys.getByText('“Go to the queue” is now on Z.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('1 key changed')).toBeVisible();
  await page.reload();
  await expect(page.getByText('1 key changed')).toBeVisible();
  await page.getByRole('heading', { name: 'Settings', exact: true }).click();
  await page.keyboard.press('z');
  await expect(page.getByRole('heading', { name: 'Queue', exact: true })).toBeVisible();

  // Opened anew at its front: where it was.
  await page.goto(page.url().replace(/#.*/, ''));
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Queue', exact: true })).toBeVisible();

  // German: nothing is cut off, and the pages have nothing against them.
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await page.getByLabel('Language').selectOption('de');
  await expect(page.getByRole('heading', { name: 'Einstellungen', exact: true })).toBeVisible();
  const places = [
    ['Einstellungen', 'settings'],
    ['Bibliothek', ''],
    ['Warteschlange', 'queue'],
  ] as const;
  for (const [name] of places) {
    await page.getByRole('link', { name }).first().click();
    await expectAccessibleInBothThemes(app);
    expect(await overflowing(page)).toEqual([]);
    await test.info().attach(name, { body: await page.screenshot(), contentType: 'image/png' });
  }
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Tastenkürzel' })).toBeVisible();
});
