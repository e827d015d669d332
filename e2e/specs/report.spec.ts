import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import type { Analysis } from '../../shared/domain/analysis.ts';
import { readingText } from '../../shared/text/numberText.ts';
import { expectAccessibleInBothThemes } from '../fixtures/accessible.ts';
import { pdfFacts } from '../fixtures/pdfFacts.ts';
import { pdfText } from '../fixtures/pdfText.ts';
import { expect, sampleTest as test } from '../fixtures/test.ts';
import { App } from '../pages/app.ts';

const NOTES = 'Long run on Sunday, then easy days.';
const squeezed = (text: string): string => text.replace(/\s/g, '');

/** "contact_time L 276 ± 20 ms" of every value that the review shows. */
async function shownReadings(page: Page): Promise<string[]> {
  const readings: string[] = [];
  for (const [tab, side] of [
    ['Left', 'L'],
    ['Right', 'R'],
    ['Both', ''],
  ] as const) {
    await page.getByRole('group', { name: 'Measurements' }).getByRole('button', { name: tab }).click();
    const rows = page.locator('li[data-metric]').filter({ has: page.locator('button:enabled[title]') });
    for (const row of await rows.all()) {
      const value = await row.locator('button[title] span').nth(1).textContent();
      readings.push(`${await row.getAttribute('data-metric')} ${side} ${value}`);
    }
  }
  return readings;
}

test('a report with the coach’s logo, colour and notes; every number the same on screen, page, paper and in the files', async ({
  page,
  sample,
}) => {
  test.setTimeout(900_000);
  const app = new App(page);
  const picture = await page.screenshot({ clip: { x: 0, y: 0, width: 400, height: 120 } });
  const { sessionId } = sample;

  await app.signPages('Sam Okafor', 'Harriers');
  await page.getByRole('link', { name: 'Settings' }).click();
  const logo = page.getByTestId('logo-file');
  await logo.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
  await expect(page.getByText('This file is no picture that can be read.')).toBeVisible();
  await logo.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: picture });
  await expect(page.getByRole('img', { name: 'The logo on the pages' })).toBeVisible();
  await page.getByLabel('Own colour').fill('#ffe600');
  await expect(page.getByText('too pale to be read')).toBeVisible();
  await page.getByRole('radio', { name: 'Colour 2' }).check();
  await expect(page.getByRole('radio', { name: 'Colour 2' })).toBeChecked();
  await expectAccessibleInBothThemes(app);

  await page.goto(`${page.url().replace(/#.*/, '')}#/report/${sessionId}`);
  await page.getByLabel('Notes for the athlete').fill(NOTES);
  await page.getByRole('button', { name: 'Save the notes' }).click();
  const report = page.frameLocator('iframe');
  await expect(report.getByText(NOTES)).toBeVisible({ timeout: 60_000 });
  await expect(report.getByRole('img', { name: /Coach: Sam Okafor/ })).toBeVisible();
  await expectAccessibleInBothThemes(app);

  await page.getByRole('button', { name: 'Save or share' }).click();
  const dialog = page.getByRole('dialog');
  const saved = async (button: string, name: RegExp): Promise<string> => {
    await dialog.getByRole('button', { name: button, exact: true }).click();
    const link = dialog.getByRole('link', { name }).first();
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 90_000 }),
      link.click({ timeout: 90_000 }),
    ]);
    return download.path();
  };
  const analysis: Analysis = JSON.parse(
    readFileSync(await saved('Numbers as JSON', /analysis\.json/), 'utf8'),
  );
  const paper = await saved('Report as PDF', /report\.pdf/);
  const web = readFileSync(await saved('Report as HTML', /report\.html/), 'utf8');
  const table: Record<string, string>[] = parse(readFileSync(await saved('Tables as CSV', /metrics\.csv/)), {
    bom: true,
    columns: true,
  });
  await dialog.getByRole('button', { name: 'Close' }).click();

  const reported = analysis.metrics.filter(({ value }) => value !== null);
  expect(reported.length).toBeGreaterThan(25);
  const expected = reported
    .map((metric) => `${metric.id} ${metric.side ?? ''} ${readingText(metric)}`)
    .sort();
  const ofTable = table
    .filter(({ value }) => value !== '')
    .map(({ metric, side, reading }) => `${metric} ${(side ?? '').slice(0, 1)} ${reading}`);
  expect(ofTable.sort()).toEqual(expected);
  for (const { metric, side, value, total } of table.filter((row) => row['value'] !== '')) {
    const own = reported.find((one) => one.id === metric && (one.side ?? '') === (side ?? '').slice(0, 1));
    expect([own?.value, own?.total], `${metric} ${side}`).toEqual([Number(value), Number(total)]);
  }
  const [words, printed] = [squeezed(web.replace(/<[^>]*>/g, ' ')), squeezed(await pdfText(paper))];
  for (const metric of reported) {
    const reading = squeezed(readingText(metric));
    expect(words, metric.id).toContain(reading);
    expect(printed, metric.id).toContain(reading);
  }
  for (const text of [NOTES, 'Coach: Sam Okafor · Harriers', 'Timing certificate']) {
    expect(words).toContain(squeezed(text));
    expect(printed).toContain(squeezed(text));
  }
  expect(web).toContain('#1f5fae');
  const facts = await pdfFacts(paper);
  expect(facts).toMatchObject({ size: [595, 842], isMarked: true, language: 'en' });
  expect(facts.title).toContain('Sample runner');
  expect(facts.roles).toEqual(expect.arrayContaining(['Document', 'H1', 'H2', 'P']));

  await page.goto(`${page.url().replace(/#.*/, '')}#/review/${analysis.clips[0]?.id}`);
  await expect(page.getByTestId('frame')).toBeVisible({ timeout: 60_000 });
  expect((await shownReadings(page)).sort()).toEqual(expected);
});
