import type { Page } from '@playwright/test';
import { expectAccessibleInBothThemes } from '../fixtures/accessible.ts';
import { expect, sampleTest as test } from '../fixtures/test.ts';
import { App } from '../pages/app.ts';

/** Pixels of that colour that are drawn over the picture. */
const drawnPixels = (page: Page, colour: readonly [number, number, number]): Promise<number> =>
  page.evaluate((wanted) => {
    let found = 0;
    for (const canvas of document.querySelectorAll('canvas')) {
      // The picture itself is below and may hold any colour.
      const pen = canvas.getContext('2d');
      if (pen === null || canvas.dataset['layer'] !== 'pose') continue;
      // Until its place on the page is known it has no size, and nothing is drawn.
      if (canvas.width === 0 || canvas.height === 0) continue;
      const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
      for (let at = 0; at < data.length; at += 4)
        if (data[at + 3] === 255 && wanted.every((value, i) => data[at + i] === value)) found++;
    }
    return found;
  }, colour);

const YELLOW = [0xf0, 0xe4, 0x42] as const;
const PINK = [0xe5, 0x8f, 0xc0] as const;

test('the alignment card: definitions on each contact by the keys, the house definition kept, and the view from behind', async ({
  page,
}) => {
  test.setTimeout(900_000);
  const app = new App(page);
  const session = page.url();
  const open = async (file: string): Promise<void> => {
    await page
      .getByRole('link', { name: new RegExp(`Review\\s+${file}`) })
      .first()
      .click();
    await expect(page.getByTestId('frame')).toBeVisible({ timeout: 60_000 });
  };
  await open('sample\\.mp4');
  const card = page.getByRole('region', { name: 'Alignment' });
  const row = (id: string) => card.locator(`[data-definition="${id}"]`);
  const sessionOf = (id: string) => row(id).getByText('Session', { exact: true }).locator('xpath=../dd');
  await expect(page.locator('[data-metric="overstride_ankle"]').first()).toBeVisible();
  const panel = (id: string) => page.locator(`[data-metric="${id}"] button[title] span`).nth(1).textContent();
  const measured = {
    ankle_hip: await panel('overstride_ankle'),
    heel_hip: await panel('overstride_heel'),
    shank: await panel('tibia_angle_ic'),
  };

  // Opened by its key it takes the first contact, and says what the panel of measurements says.
  await expect(page.locator('canvas[data-layer="pose"]').first()).not.toHaveJSProperty('width', 0);
  expect(await drawnPixels(page, YELLOW)).toBe(0);
  await page.keyboard.press('y');
  await expect(card.getByText(/Drawn at the contact: frame \d+/)).toBeVisible();
  const side = card.locator('p strong').first();
  if ((await side.textContent()) !== 'Left contact') await page.keyboard.press(']');
  await expect(side).toHaveText('Left contact');
  for (const [id, value] of Object.entries(measured)) await expect(sessionOf(id)).toHaveText(value ?? '?');
  await expect(row('shank').getByText(/\d to \d+°/)).toBeVisible();
  await expect(row('midfoot')).toContainText('nothing is concluded');
  await expect.poll(() => drawnPixels(page, YELLOW)).toBeGreaterThan(100);
  await expectAccessibleInBothThemes(app);

  // From contact to contact: the other foot, its own frame and its own values.
  const left = { frame: await app.frame(), value: await row('ankle_hip').textContent() };
  await page.keyboard.press(']');
  await expect(side).toHaveText('Right contact');
  expect(await app.frame()).toBeGreaterThan(left.frame);
  await expect(row('ankle_hip')).not.toHaveText(left.value ?? '');
  // On any other frame nothing is drawn.
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => drawnPixels(page, YELLOW)).toBe(0);
  await page.keyboard.press('[');
  await expect(side).toHaveText('Left contact');
  await expect(row('ankle_hip')).toHaveText(left.value ?? '');
  await expect.poll(() => drawnPixels(page, YELLOW)).toBeGreaterThan(100);

  // The house definition is marked, and still chosen after a restart.
  await card.getByLabel('House definition').selectOption({ label: 'Angle of the shin' });
  await expect(row('shank').getByText('House', { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByTestId('frame')).toBeVisible({ timeout: 60_000 });
  await page.keyboard.press('y');
  await expect(row('shank').getByText('House', { exact: true })).toBeVisible();
  await page.keyboard.press('y');
  await expect(card).toBeHidden();
  await expect(page.locator('[data-metric="overstride_ankle"]').first()).toBeVisible();

  // It stands on the report, with what every definition says.
  const sessionId = session.split('/').at(-1);
  await page.goto(`${session.replace(/#.*/, '')}#/report/${sessionId}`);
  const stamped = page.frameLocator('iframe').locator('.alignment');
  await expect(stamped.locator('.house')).toHaveText('The coach goes by: Angle of the shin.', {
    timeout: 60_000,
  });
  await expect(stamped.getByRole('row', { name: /^Angle of the shin/ })).toContainText(measured.shank ?? '?');

  // From behind it is drawn at mid-stance, and the keys go on all the same.
  await page.goto(session);
  await open('rear\\.mp4');
  await page.keyboard.press('y');
  await expect(card.getByText(/Drawn at mid-stance: frame \d+/)).toBeVisible();
  await expect(row('heel_ankle')).toBeVisible();
  const first = await app.frame();
  await page.keyboard.press(']');
  await expect.poll(() => app.frame()).toBeGreaterThan(first);
  const second = await app.frame();
  await page.keyboard.press(']');
  await expect.poll(() => app.frame()).toBeGreaterThan(second);
  await expect(row('foot_line').getByText(/mm \(/)).toBeVisible();
  await expect.poll(() => drawnPixels(page, PINK)).toBeGreaterThan(50);
  await page.keyboard.press('[');
  await expect.poll(() => app.frame()).toBe(second);
  await expectAccessibleInBothThemes(app);

  // The angle of the rearfoot by four marks of the hand, placed by the keys.
  await expect(card.getByText(/two on the calf/)).toBeVisible();
  await page.keyboard.press('d');
  await page.keyboard.press('r');
  const cross = async (key: string, times: number): Promise<void> => {
    for (let i = 0; i < times; i++) await page.keyboard.press(key);
  };
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await cross('Shift+ArrowDown', 8);
  await page.keyboard.press('Enter');
  await cross('Shift+ArrowDown', 2);
  await page.keyboard.press('Enter');
  await cross('Shift+ArrowDown', 4);
  await cross('ArrowLeft', 10);
  await page.keyboard.press('Enter');
  // 10 px to the left on 80 px of the heel of the foot at hand.
  const foot = (await side.textContent()) === 'Left contact' ? '\\+7' : '−7';
  await expect(card.getByText(new RegExp(`${foot} ± \\d+° \\(\\+ eversion\\)`))).toBeVisible();
  // Twelve tools and all that goes with them have room.
  const done = page.getByRole('button', { name: 'Done' });
  const right = await done.evaluate((button) => button.getBoundingClientRect().right);
  expect(right).toBeLessThanOrEqual(1280);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect(card.getByText(/two on the calf/)).toBeVisible();
});
