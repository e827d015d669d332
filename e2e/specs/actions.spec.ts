import type { Page } from '@playwright/test';
import { analyseAsDrawn } from '../fixtures/drawnPose.ts';
import { expect, test } from '../fixtures/test.ts';
import { App } from '../pages/app.ts';
import { Program } from '../pages/program.ts';

/** Pages whose actions come with what they show. */
const READY: Readonly<Record<string, readonly string[]>> = {
  program: ['Lock or unlock the day that the keyboard is onL'],
  graphs: ['Gait cycleC'],
  compare: ['Same momentM'],
};

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
}) => {
  test.setTimeout(240_000);
  const app = new App(page);
  await app.acceptFirstRun();
  await app.trySample();
  const { sessionId, athleteId, clipIds } = await analyseAsDrawn(page);
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
  const collect = async (): Promise<void> => {
    for (const { text } of await menuOf(page)) found.add(text);
  };
  await page.goto(`${origin}/#/program/${athleteId}`);
  await page.getByRole('button', { name: 'Do the baseline' }).click();
  await page.getByRole('button', { name: 'New baseline' }).click();
  const program = new Program(page);
  await program.fillTests('20');
  await program.saveTests();
  await page.getByRole('tab', { name: 'Plan' }).click();
  await page.getByRole('button', { name: 'Make the plan', exact: true }).click();
  const [clip, other] = clipIds;
  const places = {
    '/sessions': [],
    '/settings': [],
    [`/athletes/${athleteId}`]: [],
    [`/sessions/${sessionId}`]: [],
    [`/program/${athleteId}`]: [],
    [`/graphs/${clip}`]: [],
    [`/compare/${clip}/${other}`]: [],
    [`/review/${clip}`]: ['w', 'p', 'd'],
  };
  for (const [place, tools] of Object.entries(places)) {
    await page.goto(`${origin}/#${place}`);
    await expect(page.getByRole('main').locator('h1, h2').first()).toBeVisible();
    if (tools.length > 0) await expect(page.getByTestId('frame')).toBeVisible();
    await expect(async () => {
      await collect();
      const own = READY[place.split('/')[1] ?? ''] ?? [];
      expect(own.filter((text) => !found.has(text))).toEqual([]);
    }).toPass({ timeout: 20_000 });
    for (const key of tools) {
      await page.keyboard.press(key);
      await collect();
    }
  }
  await page.getByRole('link', { name: 'Library' }).click();
  await expect(page.getByRole('heading', { name: 'Athletes', exact: true })).toBeVisible();
  await collect();
  expect(wanted.filter((text) => !found.has(text))).toEqual([]);

  // The palette has what is possible now.
  const possible = (await menuOf(page)).filter((one) => one.isPossible).map(({ text }) => text);
  await page.keyboard.press('Control+k');
  const options = page.getByRole('option');
  await expect(options.first()).toBeVisible();
  const offered = (await options.allTextContents()).map((text) => text.trim());
  expect(possible.filter((text) => !offered.includes(text))).toEqual([]);
});
