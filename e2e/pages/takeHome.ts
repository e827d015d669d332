import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import ICAL from 'ical.js';
import { beatsOf } from '../fixtures/beats.ts';
import { pdfText } from '../fixtures/pdfText.ts';

/** The files that an athlete takes home, saved as a coach saves them; by their names. */
export async function takeHomeFiles(page: Page, { largePrint = false } = {}): Promise<Map<string, string>> {
  const dialog = page.getByRole('dialog', { name: 'For the athlete' });
  await page.getByRole('button', { name: 'For the athlete' }).click();
  await dialog.getByLabel('Large print').setChecked(largePrint);
  await dialog.getByRole('button', { name: 'Make the files' }).click();
  const links = dialog.getByRole('link', { name: /^Save / });
  await expect(links.first()).toBeVisible({ timeout: 90_000 });
  const save = async (name: RegExp): Promise<string> => {
    const link = dialog.getByRole('link', { name });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    return download.path();
  };
  const whole = unzipSync(readFileSync(await save(/plan\.zip/)));
  mkdirSync(test.info().outputDir, { recursive: true });
  const folder = mkdtempSync(join(test.info().outputDir, 'take-home-'));
  const files = new Map<string, string>();
  for (const [name, bytes] of Object.entries(whole)) {
    writeFileSync(join(folder, name), bytes);
    files.set(name, join(folder, name));
  }
  // Each of them is offered by itself as well, the same.
  await expect(links).toHaveCount(files.size + 1);
  const alone = readFileSync(await save(/^Save plan\.html/));
  expect(alone.equals(readFileSync(placeOf(files, 'plan.html')))).toBe(true);
  await dialog.getByRole('button', { name: 'Close' }).click();
  // The size of the print is the one of the last time.
  await page.getByRole('button', { name: 'For the athlete' }).click();
  await expect(dialog.getByLabel('Large print')).toBeChecked({ checked: largePrint });
  await dialog.getByRole('button', { name: 'Close' }).click();
  return files;
}

const placeOf = (files: ReadonlyMap<string, string>, name: string): string => {
  const file = files.get(name);
  if (file === undefined) throw new Error(`no ${name} among ${[...files.keys()].join(', ')}`);
  return file;
};

/** Opens every file with another program than the one that made it. */
export async function checkTakeHome(
  page: Page,
  files: ReadonlyMap<string, string>,
  { words, firstDay }: { words: readonly string[]; firstDay: string },
): Promise<void> {
  const packet = await page.context().newPage();
  await packet.setContent(readFileSync(placeOf(files, 'plan.html'), 'utf8'));
  await expect(packet.getByRole('heading', { name: 'How to do each drill' })).toBeVisible();
  const text = (await packet.locator('body').innerText()).replace(/\s+/g, ' ');
  const paper = await pdfText(placeOf(files, 'plan.pdf'));
  for (const word of words) {
    expect(text).toContain(word);
    // Lines break inside words of a PDF only at hyphens and slashes.
    expect(paper.replace(/\s/g, '')).toContain(word.replace(/\s/g, ''));
  }
  expect(await packet.locator('svg.drawing').count()).toBeGreaterThan(5);
  const isWide = await packet.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(isWide).toBe(false);
  await packet.close();

  const calendar = new ICAL.Component(ICAL.parse(readFileSync(placeOf(files, 'plan.ics'), 'utf8')));
  const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
  expect(events.length).toBeGreaterThan(10);
  expect(events[0]?.startDate.toString()).toBe(firstDay);
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);

  const beats = [...files].filter(([name]) => name.endsWith('.wav'));
  expect(beats.length).toBeGreaterThan(0);
  for (const [name, file] of beats) {
    const spm = Number(/-(\d+)-steps-a-minute\.wav$/.exec(name)?.[1]);
    const { hz, channels, bits, clicks } = beatsOf(file);
    expect([hz, channels, bits]).toEqual([22_050, 1, 16]);
    expect(clicks.length).toBeGreaterThan(10);
    clicks.forEach((at, i) => {
      expect(Math.abs(at - (60 * i) / spm), `${name}, click ${i}`).toBeLessThan(1e-3);
    });
  }
}
