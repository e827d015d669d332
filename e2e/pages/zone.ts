import { expect } from '@playwright/test';
import type { App } from './app.ts';

async function goTo(app: App, frame: number): Promise<void> {
  await app.page.keyboard.press('n');
  const field = app.page.getByRole('textbox', { name: 'Go to a frame number' });
  await field.fill(String(frame));
  await field.press('Enter');
  await expect.poll(() => app.frame()).toBe(frame);
}

/**
 * A working zone set by the keys holds the cadence of the opened clip to its steps; undone edge by edge, the value is as
 * before.
 * @param share of the whole clip's steps that lie in the zone, about
 */
export async function measureInZone(
  app: App,
  [from, to]: readonly [number, number],
  share: number,
): Promise<void> {
  const { page } = app;
  const cadence = page.locator('[data-metric="cadence"]').first();
  const whole = (await cadence.textContent()) ?? '';
  const stepsOf = (text: string | null) => Number.parseInt(/(\d+) steps/.exec(text ?? '')?.[1] ?? '', 10);
  await goTo(app, from);
  await page.keyboard.press('i');
  await goTo(app, to);
  await page.keyboard.press('o');
  const told = page.getByText(/^Only .* to .* is analysed\.$/);
  await expect(told).toBeVisible();
  await page.getByRole('button', { name: 'Measure again' }).click();
  await expect(cadence).not.toHaveText(whole);
  const inZone = stepsOf(await cadence.textContent());
  expect(Math.abs(inZone - share * stepsOf(whole))).toBeLessThanOrEqual(2);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(told).toBeHidden();
  await expect(cadence).toHaveText(whole);
}
