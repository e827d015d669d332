import type { Locator, Page } from '@playwright/test';
import { expect, sampleTest as test } from '../fixtures/test.ts';
import { Program } from '../pages/program.ts';

interface Place {
  readonly path: string;
  /** What only this page shows: the one before stays until this one is there. */
  readonly own: Locator;
  /** An action that comes with what the page shows, as the menu lists it. */
  readonly ready: string;
  /** Keys of tools that bring actions of their own, and one of these. */
  readonly tools?: Readonly<Record<string, string>>;
}

interface Listed {
  readonly text: string;
  readonly isPossible: boolean;
}

/** Entries of the menu with their keys, as they read: "Add an athlete N". */
async function menuOf(page: Page): Promise<Listed[]> {
  await page.keyboard.press('F10');
  const items = page.getByRole('menuitem');
  await expect(items.first()).toBeVisible();
  const listed = await items.evaluateAll((all) =>
    all.map((one) => ({
      text: (one.textContent ?? '').trim(),
      isPossible: one.getAttribute('aria-disabled') !== 'true',
    })),
  );
  await page.keyboard.press('Escape');
  await expect(items).toHaveCount(0);
  return listed;
}

test('every action of the window stands in the menu and the palette of some page, with its key', async ({
  page,
  sample,
}) => {
  test.setTimeout(900_000);
  const { sessionId, athleteId, clipIds } = sample;
  const origin = new URL(page.url()).origin;
  // All there are: each can be given another key.
  await page.goto(`${origin}/#/settings`);
  await page.getByRole('button', { name: 'Change the keys' }).click();
  const rows = page.getByRole('dialog', { name: 'Keys' }).getByRole('listitem');
  await expect(rows.first()).toBeVisible();
  const wanted = (await rows.allTextContents()).map((text) => text.trim());
  expect(wanted.length).toBeGreaterThan(120);
  await page.keyboard.press('Escape');
  const found = new Set<string>();
  await page.goto(`${origin}/#/program/${athleteId}`);
  await page.getByRole('button', { name: 'Do the baseline' }).click();
  await page.getByRole('button', { name: 'New baseline' }).click();
  const program = new Program(page);
  await program.fillTests('20');
  await program.saveTests();
  await page.getByRole('tab', { name: 'Plan' }).click();
  await page.getByRole('button', { name: 'Make the plan', exact: true }).click();
  const [clip, other] = clipIds;
  const heading = (name: string) => page.getByRole('heading', { name, exact: true });
  const places: readonly Place[] = [
    { path: '/sessions', own: heading('All sessions'), ready: 'Find an actionCtrl+K' },
    { path: '/settings', own: heading('Settings'), ready: 'Back up the libraryB' },
    {
      path: `/athletes/${athleteId}`,
      own: page.getByRole('region', { name: 'Sessions' }),
      ready: 'New sessionN',
    },
    {
      path: `/sessions/${sessionId}`,
      own: page.getByRole('region', { name: 'Clips' }),
      ready: 'Import clipsI',
    },
    {
      path: `/program/${athleteId}`,
      own: heading('Programme'),
      ready: 'Lock or unlock the day that the keyboard is onL',
    },
    {
      path: `/graphs/${clip}`,
      own: page.getByRole('region', { name: 'Graphs', exact: true }),
      ready: 'Gait cycleC',
    },
    { path: `/compare/${clip}/${other}`, own: page.getByTestId('offset'), ready: 'Same momentM' },
    {
      path: `/review/${clip}`,
      own: page.getByTestId('true-time'),
      ready: 'Draw on the pictureD',
      tools: { w: 'Accept, and on to the nextA', p: 'Take: HipH', d: 'Line1' },
    },
  ];
  // The menu is read until it has what must be there, and every reading counts.
  const collectWith = (ready: string): Promise<void> =>
    expect(async () => {
      const texts = (await menuOf(page)).map(({ text }) => text);
      for (const text of texts) found.add(text);
      expect(texts).toContain(ready);
    }).toPass({ timeout: 60_000 });
  for (const { path, own, ready, tools = {} } of places) {
    await page.goto(`${origin}/#${path}`);
    await expect(own.first()).toBeVisible();
    await collectWith(ready);
    for (const [key, first] of Object.entries(tools)) {
      await page.keyboard.press(key);
      await collectWith(first);
    }
  }
  await page.getByRole('link', { name: 'Library' }).click();
  await expect(heading('Athletes')).toBeVisible();
  await collectWith('Add an athleteN');
  expect(wanted.filter((text) => !found.has(text))).toEqual([]);

  // The palette has what is possible now.
  const possible = (await menuOf(page)).filter((one) => one.isPossible).map(({ text }) => text);
  await page.keyboard.press('Control+k');
  const options = page.getByRole('option');
  await expect(options.first()).toBeVisible();
  const offered = (await options.allTextContents()).map((text) => text.trim());
  expect(possible.filter((text) => !offered.includes(text))).toEqual([]);
});
