import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ask } from '../fixtures/drawnPose.ts';
import { expect, test } from '../fixtures/test.ts';
import { type Shown, sourceOf, stepThrough } from '../media/clipStepper.ts';
import { runEncoder } from '../media/encode.ts';
import { createSession, importClip } from '../media/importClip.ts';
import { makeClip } from '../media/makeClip.ts';
import { type ClipSpec, STORED, truthOf } from '../media/matrix.ts';
import { setRotation } from '../media/mp4Boxes.ts';
import { readNumber } from '../media/numberCode.ts';
import { App } from '../pages/app.ts';

const SAMPLE = fileURLToPath(new URL('../../models/sample/sample.mp4', import.meta.url));
const SPEC: ClipSpec = { codec: 'h264', rate: '60', rotation: 90, edit: 'none' };

const folder = mkdtempSync(join(tmpdir(), 'midstance-turn-'));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a clip whose pixels lie is turned with the keyboard, plays upright from its file and from its copy, and lies again when that is undone', async ({
  page,
}) => {
  // The pixels of a clip that asks for a quarter turn, which asks for none.
  const file = join(folder, 'lying.mp4');
  const bytes = readFileSync(await makeClip(SPEC));
  setRotation(bytes, 0, STORED.width, STORED.height);
  writeFileSync(file, bytes);
  const app = new App(page);
  await app.acceptFirstRun();
  const sessionId = await createSession(page);
  const { id } = await importClip(page, sessionId, file);
  const goTo = (place: string) =>
    page.evaluate((hash) => {
      location.hash = hash;
    }, place);
  await goTo(`#/sessions/${sessionId}`);
  await page.getByRole('button', { name: 'Turn right' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('turned by 90° clockwise')).toBeVisible();
  await expect(page.getByText(`${STORED.height} × ${STORED.width}`)).toBeVisible();

  let openGate: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    openGate = resolve;
  });
  await page.route('**/rpc/clips.makeProxy', async (route) => {
    await gate;
    await route.continue();
  });
  await goTo(`#/review/${id}`);
  await expect.poll(() => sourceOf(page), { timeout: 150_000 }).toBe('video');
  const { numbers } = truthOf(SPEC);
  const expectUpright = (shown: readonly Shown[]) => {
    for (const { asked, samples } of shown)
      expect(readNumber(samples), `frame ${asked}`).toBe(numbers[asked]);
  };
  expectUpright(await stepThrough(page, [1, 2, 3], 'forward'));
  openGate();
  await expect.poll(() => sourceOf(page), { timeout: 60_000 }).toBe('proxy');
  expectUpright(await stepThrough(page, [4, 5], 'forward'));
  expectUpright(await stepThrough(page, [200, 0], 'typed'));

  await page.keyboard.press('Control+z');
  await goTo(`#/sessions/${sessionId}`);
  await expect(page.getByText('Picture: as in the file')).toBeVisible();
  await expect(page.getByText(`${STORED.width} × ${STORED.height}`)).toBeVisible();
});

test('an upside-down runner is told, turned by one button, and then has keypoints the right way up', async ({
  page,
}) => {
  test.skip(process.env['MIDSTANCE_MATRIX'] !== 'whole', 'twice through the real model: npm run test:media');
  test.setTimeout(900_000);
  const file = join(folder, 'upside down.mp4');
  const filters = ['-t', '0.4', '-vf', 'hflip,vflip,scale=480:-2', '-an', '-crf', '18'];
  await runEncoder(['-y', '-v', 'error', '-i', SAMPLE, ...filters, file], []);
  const app = new App(page);
  await app.acceptFirstRun();
  const sessionId = await createSession(page);
  await ask(page, 'settings.set', { model: 'lite' });
  const { id } = await importClip(page, sessionId, file);
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/sessions/${sessionId}`);
  await page.getByRole('button', { name: 'Analyse', exact: true }).click();
  const turn = page.getByRole('button', { name: 'Turn by 180° and analyse again' });
  await expect(turn).toBeVisible({ timeout: 120_000 });
  await turn.click();
  await expect(page.getByText('turned by 180° clockwise')).toBeVisible();
  const checksOf = async (): Promise<string[] | undefined> => {
    const clip = await ask<{ cameraChecks: { code: string }[] | null }>(page, 'clips.get', { id });
    return clip.cameraChecks?.map(({ code }) => code);
  };
  await expect.poll(checksOf, { timeout: 120_000 }).toContain('whole_runner');
  await expect(turn).toBeHidden();
});
