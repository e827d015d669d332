import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '../fixtures/test.ts';
import { runEncoder } from '../media/encode.ts';
import { compare, placesFromCommandLine, placesFromPage } from '../media/posePaths.ts';
import { App } from '../pages/app.ts';

const MEDIA = `${process.env['MIDSTANCE_MEDIA'] ?? '../shared'}/media`;
const hasMedia = existsSync(MEDIA) || process.env['MIDSTANCE_REQUIRE_ALL'] !== undefined;
const RUNNING = `${MEDIA}/running/treadmill-side-left-30fps.mp4`;
/** As much of the clip as gives steps enough: both paths take seconds for each of it. */
const PART_S = 4;
const PART_FRAMES = 30 * PART_S;
const LONG_NAME =
  'Ælfgifu-Wilhelmina van der Hoogenbosch-Kjærgaard ランナー أحمد 🏃 of the Northern Harriers';

test.describe('a real clip (needs media beside the project)', () => {
  test.skip(!hasMedia, 'no media beside the project');

  test('imports, is measured with the real model as the command line does, and a bad file gets one plain sentence', async ({
    page,
  }) => {
    test.setTimeout(1_500_000);
    const app = new App(page);
    await app.acceptFirstRun();
    await app.addAthlete(LONG_NAME, '175');
    await page.getByText(LONG_NAME).first().click();
    await app.addSession(undefined);
    const bad = join(mkdtempSync(join(tmpdir(), 'midstance-bad-')), 'holiday notes.mp4');
    writeFileSync(bad, 'not a video');
    const running = join(mkdtempSync(join(tmpdir(), 'midstance-real-')), 'treadmill.mp4');
    await runEncoder(['-v', 'error', '-i', RUNNING, '-t', `${PART_S}`, '-c', 'copy', running], []);
    await app.importFiles([running, bad]);
    await expect(page.getByText('holiday notes.mp4 is not a video that can be read.')).toBeVisible({
      timeout: 60_000,
    });
    await expect(page.getByText(/720 × 1280/)).toBeVisible({ timeout: 60_000 });
    const begun = page.waitForResponse('**/rpc/pose.begin');
    await app.analyse();
    const { runId } = (await (await begun).json()).value;
    const { model } = (await begun).request().postDataJSON();
    await page
      .getByRole('link', { name: /Review/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Both', exact: true }).click();
    const row = page.locator('[data-metric="cadence"]').first();
    await expect(row).toBeVisible();
    const cadence = Number.parseFloat(/(\d+(?:\.\d+)?) ±/.exec((await row.textContent()) ?? '')?.[1] ?? '0');
    expect(Math.abs(cadence - 168.9)).toBeLessThanOrEqual(1.4);
    const there = await placesFromPage(page, runId);
    expect(there.filter((frame) => frame !== undefined).length).toBeGreaterThan(0.94 * PART_FRAMES);
    const { distancesPx, oneSided } = compare(there, await placesFromCommandLine(running, model));
    const share = (part: number) => distancesPx[Math.floor(part * distancesPx.length)];
    const [median, p95] = [share(0.5), share(0.95)];
    if (process.env['MIDSTANCE_TIMES'] !== undefined) {
      console.log(
        `keypoints of both paths: median ${median} px, p95 ${p95} px, most ${distancesPx.at(-1)} px`,
      );
    }
    expect(oneSided).toBe(0);
    expect(median).toBeLessThanOrEqual(0.5);
    expect(p95).toBeLessThanOrEqual(2);
    // A long name must not push anything out of the window.
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  });
});
