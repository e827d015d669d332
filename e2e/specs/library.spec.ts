import { expectAccessibleInBothThemes } from '../fixtures/accessible.ts';
import { expect, test } from '../fixtures/test.ts';
import { App } from '../pages/app.ts';

test('groups, tags and legs of sessions, and every session found by them', async ({ page }) => {
  const app = new App(page);
  await app.acceptFirstRun();
  await page.getByRole('link', { name: 'Sessions', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'No sessions yet' })).toBeVisible();
  await page.getByRole('link', { name: 'Library' }).click();
  for (const [name, groups] of [
    ['Zoë Ångström', 'U18, Track club'],
    ['Bob', 'Track club'],
  ] as const) {
    await page.getByRole('button', { name: 'Add athlete' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
    await dialog.getByLabel('Groups').fill(groups);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();
    await page.getByRole('button', { name: 'New session' }).first().click();
    await dialog.getByLabel('Legs felt').selectOption('Tired');
    await dialog.getByLabel('Tags').fill(name === 'Bob' ? 'race' : 'race, hills');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();
    await page.getByRole('link', { name: 'Library' }).click();
  }
  await expect(page.getByRole('link', { name: /Zoë Ångström.*U18/s })).toBeVisible();

  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await expect(page.getByText('2 sessions', { exact: true })).toBeVisible();
  await expectAccessibleInBothThemes(app, async (theme) =>
    test.info().attach(theme, { body: await page.screenshot(), contentType: 'image/png' }),
  );
  await page.keyboard.press('/');
  await page.keyboard.type('angstrom');
  await expect(page.getByText('1 session', { exact: true })).toBeVisible();
  await page.getByLabel('Tag', { exact: true }).selectOption('hills');
  await expect(page).toHaveURL(/tag=hills/);
  const row = page.getByRole('link', { name: /, Zoë Ångström/ });
  await row.press('Enter');
  await expect(page.getByText('#race #hills')).toBeVisible();
  // Going back comes to the same list; what nobody is leads back to all.
  await page.goBack();
  await expect(page.getByLabel('Tag', { exact: true })).toHaveValue('hills');
  await page.getByLabel('Group', { exact: true }).selectOption('Track club');
  await page.getByLabel('State').selectOption('Analysed');
  await expect(page.getByRole('heading', { name: 'No session is like that' })).toBeVisible();
  await page.getByRole('button', { name: 'Clear all filters' }).first().click();
  await expect(page.getByText('2 sessions', { exact: true })).toBeVisible();
  await expect(page).not.toHaveURL(/tag=/);
});
