import { readFileSync, rmSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { isTrustRun } from '../../main/files/trust.testkit.ts';
import { analysisSchema } from '../../shared/contract/analysisSchema.ts';
import type { Analysis, Metric } from '../../shared/domain/analysis.ts';
import { readingText } from '../../shared/text/numberText.ts';
import { expectAccessibleInBothThemes } from '../fixtures/accessible.ts';
import { pdfText } from '../fixtures/pdfText.ts';
import { startServer } from '../fixtures/server.ts';
import { makeShortSample } from '../fixtures/shortSample.ts';
import { test as base, expect } from '../fixtures/test.ts';
import { App } from '../pages/app.ts';
import { planOfAnalysis } from '../pages/planOfAnalysis.ts';
import { measureInZone } from '../pages/zone.ts';

/** With the shipped sample, or in the short run with the beginning of it. */
const test = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are needed from this pattern
  server: async ({}, use) => {
    const sample = isTrustRun ? undefined : await makeShortSample();
    const server = await startServer(undefined, sample);
    await use(server);
    await server.stop();
    if (sample !== undefined) rmSync(sample, { recursive: true, force: true });
  },
});
/** Time of the twelfth frame, a zone in frames, and the share of all steps in it. */
const SIDE = isTrustRun
  ? ({ twelfth: '0.100', zone: [300, 899], share: 0.5 } as const)
  : ({ twelfth: '0.200', zone: [60, 299], share: 0.57 } as const);

async function exported(page: Page, button: string, name: string): Promise<string> {
  await page.getByRole('button', { name: 'Save or share' }).click();
  await page.getByRole('button', { name: button }).click();
  const link = page.getByRole('link', { name: new RegExp(`Save ${name}`) });
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 90_000 }),
    link.click({ timeout: 90_000 }),
  ]);
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  return download.path();
}

test('the sample, from import to the report in the hand', async ({ page }) => {
  test.setTimeout(1_800_000);
  const app = new App(page);
  await expect(page.getByRole('button', { name: 'I have read this' })).toBeVisible();
  await expectAccessibleInBothThemes(app);
  await app.acceptFirstRun();
  await expectAccessibleInBothThemes(app);
  await app.signPages('Sam Ünderhill', 'Harriers, Tuesdays at the track');
  // The network that is set by default takes the real clip, in its own test.
  await app.chooseFastestModel();
  await app.trySample();
  await expectAccessibleInBothThemes(app);
  await app.analyse();

  // Review: exact frames by the keyboard, contacts, a definition on demand.
  await page
    .getByRole('link', { name: 'Review sample.mp4' })
    .or(page.getByRole('link', { name: /Review\s+sample\.mp4/ }))
    .first()
    .click();
  await expect(page.getByTestId('frame')).toBeVisible();
  await expect.poll(() => app.frame()).toBe(0);
  for (let i = 1; i <= 12; i++) await page.keyboard.press('ArrowRight');
  await expect.poll(() => app.frame()).toBe(12);
  await expect(page.getByTestId('true-time')).toContainText(SIDE.twelfth);
  for (let i = 1; i <= 5; i++) await page.keyboard.press('ArrowLeft');
  await expect.poll(() => app.frame()).toBe(7);
  await page.keyboard.press(']');
  const first = await app.frame();
  expect(first).toBeGreaterThan(7);
  await page.keyboard.press(']');
  await expect.poll(() => app.frame()).toBeGreaterThan(first);
  await page.keyboard.press('[');
  await expect.poll(() => app.frame()).toBe(first);
  await page.getByRole('button', { name: 'Both', exact: true }).click();
  await page.getByRole('button', { name: 'About Cadence' }).first().click();
  await expect(page.getByText('Steps per minute, left and right counted.')).toBeVisible();
  await expectAccessibleInBothThemes(app);
  const cadenceOnScreen = (await page.locator('[data-metric="cadence"]').first().textContent()) ?? '';
  await measureInZone(app, SIDE.zone, SIDE.share);
  // The method alone does not carry how far ahead a foot lands: the coach looks at the frame, and confirms.
  const finding = page.getByRole('article').filter({ hasText: 'Foot lands far ahead of the hips' });
  await expect(finding.getByText('have a look')).toBeVisible();
  await finding.getByRole('button', { name: 'Look at the frame to confirm' }).click();
  await finding.getByRole('button', { name: 'Confirm on this frame' }).click();
  await expect(finding.getByText('confirmed by the coach')).toBeVisible();

  // Report: the same numbers on screen, in the JSON and on paper.
  await page.goBack();
  await page
    .getByRole('button', { name: 'Report', exact: true })
    .or(page.getByRole('link', { name: 'Report', exact: true }))
    .first()
    .click();
  await expect(page.getByText('Foot lands far ahead of the hips').first()).toBeVisible();
  await expect(page.frameLocator('iframe').getByRole('heading', { name: 'Measurements' })).toBeVisible({
    timeout: 90_000,
  });
  await expectAccessibleInBothThemes(app);
  const analysis = analysisSchema.parse(
    JSON.parse(readFileSync(await exported(page, 'Numbers as JSON', 'analysis.json'), 'utf8')),
  );
  const text = await pdfText(await exported(page, 'Report as PDF', 'report.pdf'));
  const frame = await page.frameLocator('iframe').locator('body').textContent();
  const reported = (analysis.metrics as Metric[]).filter(({ value }) => value !== null);
  expect(reported.length).toBeGreaterThan(20);
  for (const metric of reported) {
    expect(text, `${metric.id} in the PDF`).toContain(readingText(metric));
    expect(frame, `${metric.id} on the page`).toContain(readingText(metric));
  }
  const cadence = reported.find(({ id }) => id === 'cadence');
  if (!cadence) throw new Error('no cadence');
  expect(cadenceOnScreen).toContain(readingText(cadence));
  expect(analysis.findings.find(({ rule }) => rule === 'overstriding')?.drills.length).toBeGreaterThan(0);
  expect(text).toContain('Coach: Sam Ünderhill · Harriers, Tuesdays at the track');

  // Plan: it answers this analysis, and the report tells of it from then on.
  const { words } = await planOfAnalysis(app, analysis as Analysis, 'Coach: Sam Ünderhill · Harriers');
  await page.goBack();
  const report = page.frameLocator('iframe');
  await expect(report.getByRole('heading', { name: 'Drill plan at hand, cycle 1' })).toBeVisible({
    timeout: 90_000,
  });
  await expect(report.getByText(words)).toBeVisible();
  await expect(report.getByRole('heading', { name: 'Week by week' })).toHaveCount(0);
});
