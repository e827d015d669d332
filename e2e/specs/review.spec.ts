import type { Page } from '@playwright/test';
import { expectAccessible, expectAccessibleInBothThemes } from '../fixtures/accessible.ts';
import { expect, sampleTest as test } from '../fixtures/test.ts';
import { App } from '../pages/app.ts';

/** Presses keys and counts them: the only hand on the app. */
class Keys {
  count = 0;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      this.count++;
    }
  }
}

const CONTACTS = 20;
const MOST_KEYS = 25;

test('twenty contacts by the keys, a stride left out, keypoints corrected, the picture drawn on, all of it undone and kept', async ({
  page,
}) => {
  test.setTimeout(900_000);
  const app = new App(page);
  await page
    .getByRole('link', { name: /Review\s+sample\.mp4/ })
    .first()
    .click();
  await expect(page.getByTestId('frame')).toBeVisible();
  const measured = (id: string) => page.locator(`[data-metric="${id}"]`).first();
  const settled = () => expect(page.getByText('Measuring again…')).toHaveCount(0, { timeout: 60_000 });
  const stepsOf = async (id: string) =>
    Number.parseInt(/(\d+) steps/.exec((await measured(id).textContent()) ?? '')?.[1] ?? '', 10);
  await expect(measured('contact_time')).toBeVisible();

  // Twenty contacts: two a frame or two aside, one that is not there, seventeen right as they are.
  const keys = new Keys(page);
  const strip = page.getByRole('region', { name: 'Film strip' });
  const before = await measured('contact_time').textContent();
  const steps = await stepsOf('contact_time');
  await keys.press('w');
  await expect(strip.locator('[data-decoded]')).toHaveCount(7, { timeout: 60_000 });
  await expect(strip.getByText('0 of 30 decided')).toBeVisible();
  const found = await app.frame();
  await keys.press('ArrowLeft', 'ArrowLeft');
  await expect(strip.getByText(`auto ${found} → coach ${found - 2}`)).toBeVisible();
  await expect.poll(() => app.frame()).toBe(found - 2);
  await keys.press('a', 'ArrowRight', 'a', '2');
  for (let i = 3; i < CONTACTS; i++) await keys.press('a');
  await expect(strip.getByText(`${CONTACTS} of 30 decided`)).toBeVisible();
  expect(keys.count).toBeLessThanOrEqual(MOST_KEYS);
  await settled();
  await expect(measured('contact_time')).not.toHaveText(before ?? '');
  await expect.poll(() => stepsOf('contact_time')).toBeLessThan(steps);
  await expectAccessibleInBothThemes(app);

  // Back by one, and the twentieth waits again.
  await page.keyboard.press('Control+z');
  await expect(strip.getByText(`${CONTACTS - 1} of 30 decided`)).toBeVisible();
  await page.keyboard.press('a');
  await expect(strip.getByText(`${CONTACTS} of 30 decided`)).toBeVisible();

  // A stride is left out with its reason, counted again, and left out for good.
  await settled();
  const counted = await stepsOf('contact_time');
  await page.keyboard.press('[');
  const isLeft = (await strip.getByText(/^Left contact/).count()) > 0;
  if (!isLeft) await page.keyboard.press('[');
  await page.keyboard.press('e');
  await page.keyboard.press('Enter');
  await expect(strip.getByText('left out: a stumble')).toBeVisible();
  await settled();
  await expect.poll(() => stepsOf('contact_time')).toBeLessThan(counted);
  await page.keyboard.press('e');
  await expect(strip.getByText('left out: a stumble')).toBeHidden();
  await settled();
  await expect.poll(() => stepsOf('contact_time')).toBe(counted);
  await page.keyboard.press('e');
  await expect(page.getByRole('radio', { name: 'a stumble' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'the speed changes' })).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(strip.getByText('left out: the speed changes')).toBeVisible();
  await settled();
  await expect.poll(() => stepsOf('contact_time')).toBeLessThan(counted);
  await page.keyboard.press('Escape');
  await expect(strip).toBeHidden();

  // A joint by the keys: the numbers follow and come back.
  const knee = await measured('knee_flexion_ic').textContent();
  // The next contact of the left foot: the stride before it does not count.
  for (let i = 0; i < 2; i++) await page.keyboard.press(']');
  await page.keyboard.press('p');
  await expectAccessible(page);
  await page.keyboard.press('k');
  const told = page.getByText(/^Left knee · found/);
  await expect(told).toBeVisible();
  for (let i = 0; i < 12; i++) await page.keyboard.press('Shift+ArrowRight');
  await expect(page.getByText(/^Left knee · found .* → coach/)).toBeVisible();
  await expect(measured('knee_flexion_ic')).not.toHaveText(knee ?? '', { timeout: 60_000 });
  await page.keyboard.press('Control+z');
  await expect(measured('knee_flexion_ic')).toHaveText(knee ?? '', { timeout: 60_000 });

  // By the pointer, then the legs swapped in the frames around, and everything as it was found.
  const picture = page.locator('[data-correct]');
  const handle = await page.locator('[data-joint="knee"]').boundingBox();
  if (handle === null) throw new Error('no handle');
  const [x, y] = [handle.x + handle.width / 2, handle.y + handle.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 70, y - 10, { steps: 4 });
  await page.mouse.up();
  await expect(page.getByText(/^Left knee · found .* → coach/)).toBeVisible();
  await expect(measured('knee_flexion_ic')).not.toHaveText(knee ?? '', { timeout: 60_000 });
  await picture.focus();
  await page.keyboard.press('Tab');
  await expect(page.getByText(/^Left ankle · found/)).toBeVisible();
  await page.keyboard.press('x');
  await expect(page.getByRole('button', { name: /^Clip/ })).toBeEnabled();
  await settled();
  await page.getByRole('button', { name: /^Clip/ }).click();
  await expect(measured('knee_flexion_ic')).toHaveText(knee ?? '', { timeout: 60_000 });
  await expect(page.getByRole('button', { name: /^Clip/ })).toBeDisabled();
  await page.keyboard.press('Escape');

  // An angle on the joints by the keys goes along with them; an arrow by the pointer is undone and drawn again.
  await page.keyboard.press('d');
  const drawn = page.getByRole('list', { name: 'Drawings on this frame' }).getByRole('listitem');
  await page.keyboard.press('f');
  await page.keyboard.press('3');
  for (const hops of [1, 2, 2]) {
    for (let i = 0; i < hops; i++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
  }
  await expect(drawn).toHaveText(/^Angle \d+°$/);
  const angle = (await drawn.textContent()) ?? '';
  for (let i = 0; i < 8; i++) await page.keyboard.press('.');
  await expect(drawn).not.toHaveText(angle);
  await page.keyboard.press('2');
  const stage = await page.locator('[data-draw]').boundingBox();
  if (stage === null) throw new Error('no picture');
  const onStage = (along: number, down: number) =>
    [stage.x + along * stage.width, stage.y + down * stage.height] as const;
  await page.mouse.move(...onStage(0.3, 0.3));
  await page.mouse.down();
  await page.mouse.move(...onStage(0.5, 0.5), { steps: 3 });
  await page.mouse.up();
  await expect(drawn).toHaveCount(2);
  await page.keyboard.press('Control+z');
  await expect(drawn).toHaveCount(1);
  await page.keyboard.press('Control+Shift+z');
  await expect(drawn).toHaveCount(2);
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  // After a restart of the page everything is as it was left.
  await page.reload();
  await expect(measured('knee_flexion_ic')).toHaveText(knee ?? '', { timeout: 60_000 });
  await expect(drawn).toHaveText([/^Angle \d+°$/, /^Arrow/]);
  await page.keyboard.press('d');
  await expect(page.getByLabel('Drawings of this clip').locator('option')).toHaveCount(3);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Events', exact: true }).click();
  await expect(page.getByText(`auto ${found} → coach ${found - 2}`)).toBeVisible();
  await expect(page.getByRole('cell', { name: /left out: the speed changes/ })).toBeVisible();
});
