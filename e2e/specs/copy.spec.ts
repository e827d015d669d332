import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '../fixtures/test.ts';
import { sourceOf, stepThrough } from '../media/clipStepper.ts';
import { runEncoder } from '../media/encode.ts';
import { createSession, importClip } from '../media/importClip.ts';
import { makeClip } from '../media/makeClip.ts';
import { type ClipSpec, FRAME_COUNT, truthOf } from '../media/matrix.ts';
import { readNumber } from '../media/numberCode.ts';
import { App } from '../pages/app.ts';

const SPEC: ClipSpec = { codec: 'mjpeg', rate: '60', rotation: 0, edit: 'none' };
/** Long enough that the copy is still being made when a hand comes to the button. */
const TIMES_OVER = 8;

const folder = mkdtempSync(join(tmpdir(), 'midstance-copy-'));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The numbered clip several times over, in a codec that no browser plays. */
async function longClip(): Promise<string> {
  const file = join(folder, 'held by no browser.mov');
  const source = await makeClip(SPEC);
  const over = [
    '-y',
    '-v',
    'error',
    '-stream_loop',
    String(TIMES_OVER - 1),
    '-i',
    source,
    '-c',
    'copy',
    file,
  ];
  await runEncoder(over, []);
  return file;
}

test('a clip that the browser cannot play gets a copy: stopped half way, made on demand, on the same frames', async ({
  page,
}) => {
  const file = await longClip();
  await new App(page).acceptFirstRun();
  const { id, needsProxy } = await importClip(page, await createSession(page), file);
  expect(needsProxy).toBe(true);
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/review/${id}`);
  const bar = page.getByRole('progressbar', { name: 'Making a copy' });
  const share = async () => Number(await bar.getAttribute('aria-valuenow'));
  await expect.poll(share, { intervals: [20] }).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(bar).toBeHidden();
  const begin = page.getByRole('button', { name: 'Make a copy' });
  await expect(begin).toBeVisible();
  expect(await sourceOf(page)).not.toBe('proxy');
  await begin.click();
  await expect(bar).toBeVisible();
  await expect.poll(() => sourceOf(page), { timeout: 60_000 }).toBe('proxy');
  await expect(bar).toBeHidden();
  const { numbers } = truthOf(SPEC);
  const last = TIMES_OVER * FRAME_COUNT - 1;
  const shown = [
    ...(await stepThrough(page, [1, 2, 3], 'forward')),
    ...(await stepThrough(page, [last, 617, 0], 'typed')),
  ];
  for (const { asked, samples } of shown)
    expect(readNumber(samples), `frame ${asked}`).toBe(numbers[asked % FRAME_COUNT]);
});
