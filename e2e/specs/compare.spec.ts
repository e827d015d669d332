import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expectAccessibleInBothThemes } from '../fixtures/accessible.ts';
import { analyseAsDrawn, ask, measure } from '../fixtures/drawnPose.ts';
import { expect, sampleTest as test } from '../fixtures/test.ts';
import { App } from '../pages/app.ts';

const SAMPLE = fileURLToPath(new URL('../../models/sample/sample.mp4', import.meta.url));
const originOf = (page: Page): string => new URL(page.url()).origin;

test('graphs: every joint over time and over the stride, tied to the picture both ways, with the numbers behind them', async ({
  page,
  sample,
}) => {
  test.setTimeout(900_000);
  const app = new App(page);
  const { clipIds } = sample;
  await page.goto(`${originOf(page)}/#/graphs/${clipIds[0]}`);
  const knee = page.locator('[data-curve="knee_flexion"]');
  const left = knee.locator('header strong').first();
  await expect(left).toHaveText(/^-?\d+\.\d°$/, { timeout: 60_000 });
  await expectAccessibleInBothThemes(app);

  // From the picture to the graph: each frame has its value, which the table tells as well.
  const first = await left.textContent();
  for (let i = 0; i < 12; i++) await page.keyboard.press('ArrowRight');
  await expect(page.getByText(/^12 \/ \d+/)).toBeVisible();
  await expect(left).not.toHaveText(first ?? '');
  await knee.getByRole('button', { name: /^Table/ }).click();
  const row = knee
    .locator('tr')
    .filter({ has: page.locator(':is(td, th):first-child', { hasText: /^12$/ }) });
  await expect(row.first()).toContainText(((await left.textContent()) ?? '').replace('°', ''));

  // From the graph to the picture.
  const chart = knee.getByRole('img').or(knee.locator('svg')).first();
  const box = await chart.boundingBox();
  await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) * 0.75, (box?.y ?? 0) + (box?.height ?? 0) / 2);
  await expect(page.getByText(/^12 \/ \d+/)).toHaveCount(0);
  await expect(page.getByText(/^3[0-9]{2} \/ \d+/)).toBeVisible();

  // All there are, in both kinds; the means are of as many strides as were measured.
  for (const name of ['Hip flexion', 'Ankle dorsiflexion', 'Heel height', 'Toe height', 'Trunk lean']) {
    const button = page.getByRole('button', { name, exact: true });
    if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click();
    await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
  }
  await page.keyboard.press('c');
  await expect(page.getByText(/Left: \d+ strides/).first()).toBeVisible();
  await expect(page.getByText(/Right: \d+ strides/).first()).toBeVisible();
  await knee.getByRole('button', { name: /^Table/ }).click();
  await expect(knee.getByRole('cell', { name: /\d ± \d/ }).first()).toBeVisible();
  await expectAccessibleInBothThemes(app);
});

test('two clips of different frame rates on one contact or in one phase; two sessions value by value, and all in a row', async ({
  page,
  sample,
}) => {
  test.setTimeout(900_000);
  const app = new App(page);
  const { athleteId, sessionId, clipIds } = sample;
  const clips = await ask<{ id: string; fileName: string }[]>(page, 'clips.list', { sessionId });
  const rear = clips.find(({ fileName }) => fileName === 'rear.mp4')?.id;
  await page.goto(`${originOf(page)}/#/compare/${clipIds[0]}/${rear}`);
  const [first, second] = ['first', 'second'].map((which) => page.locator(`[data-which="${which}"]`));
  if (first === undefined || second === undefined) throw new Error('two');
  await expect(first).toContainText('120 frames/s', { timeout: 60_000 });
  await expect(second).toContainText('60 frames/s');
  const phase = (which: string) => page.getByTestId(`${which}-phase`);
  const frameOf = async (which: string) =>
    Number.parseInt((await page.getByTestId(`${which}-frame`).textContent()) ?? '', 10);

  // On the next contact: both feet come down, whatever the rates.
  await page.keyboard.press(']');
  await expect(phase('first')).toHaveText('Left 0 %');
  await expect
    .poll(async () => Number.parseInt(((await phase('second').textContent()) ?? '').slice(5), 10) % 99)
    .toBeLessThan(3);
  const before = [await frameOf('first'), await frameOf('second')];
  for (let i = 0; i < 12; i++) await page.keyboard.press('ArrowRight');
  await expect.poll(() => frameOf('first')).toBe((before[0] ?? 0) + 12);
  await expect.poll(() => frameOf('second')).toBe((before[1] ?? 0) + 6);
  await page.keyboard.press('.');
  await expect(page.getByTestId('offset')).toContainText('+1');
  await expect.poll(() => frameOf('second')).toBe((before[1] ?? 0) + 7);
  await page.getByTestId('offset').click();
  await page.keyboard.press('p');
  await expect(page.getByRole('button', { name: 'In gait phase' })).toHaveAttribute('aria-pressed', 'true');
  for (let i = 0; i < 30; i++) await page.keyboard.press('ArrowRight');
  const percent = async (which: string) =>
    Number.parseInt(((await phase(which).textContent()) ?? '').slice(5), 10);
  await expect
    .poll(async () => Math.abs((await percent('first')) - (await percent('second'))))
    .toBeLessThan(4);
  await page.keyboard.press('o');
  await expect(page.getByRole('button', { name: 'Over each other' })).toHaveAttribute('aria-pressed', 'true');
  await expectAccessibleInBothThemes(app);

  // A second session, leaning further forward; then one at another speed.
  const made = await ask<{ id: string; date: string }>(page, 'sessions.get', { id: sessionId });
  const { id: laterId } = await ask<{ id: string }>(page, 'sessions.create', {
    ...{ athleteId, date: made.date, speedMps: 3, inclinePercent: 0, surface: 'treadmill' },
  });
  await page.goto(`${originOf(page)}/#/sessions/${laterId}`);
  await app.importFiles([SAMPLE]);
  await expect(page.getByRole('article', { name: 'sample.mp4' })).toBeVisible({ timeout: 60_000 });
  const [clip] = await ask<{ id: string }[]>(page, 'clips.list', { sessionId: laterId });
  await ask(page, 'clips.update', {
    id: clip?.id,
    patch: { role: 'side_left', view: 'side', captureFps: 120 },
  });
  await analyseAsDrawn(page, { leanPx: 40 });
  await page.goto(`${originOf(page)}/#/progress/${athleteId}`);
  const table = page.getByRole('region', { name: 'Before and after' });
  const row = (name: RegExp) => table.getByRole('row', { name });
  await expect(row(/^Trunk lean/)).toContainText('Changed');
  await expect(row(/^Cadence/)).toContainText('Within measurement error');
  await expect(table.getByText(/\d+ of 100/)).toBeVisible();
  await expectAccessibleInBothThemes(app);
  await ask(page, 'sessions.update', { id: laterId, patch: { speedMps: 4 } });
  await measure(page, laterId);
  await page.reload();
  await expect(row(/^Cadence/)).toContainText('speeds differ or are not told');
  await expect(page.getByRole('heading', { name: 'Trend' })).toBeVisible();
});
