import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import { type Shown, secondsFrom, sourceOf, stepThrough, type Way } from '../media/clipStepper.ts';
import { createSession, importClip } from '../media/importClip.ts';
import { makeClip } from '../media/makeClip.ts';
import { type ClipSpec, CODECS, MATRIX, nameOf, RATES, SLICE, truthOf } from '../media/matrix.ts';
import { readNumber } from '../media/numberCode.ts';
import { App } from '../pages/app.ts';

/** The whole matrix takes long: `npm run test:media`. */
const isWhole = process.env['MIDSTANCE_MATRIX'] === 'whole';
/** A test a codec and rate, so that two can run side by side. */
const GROUPS: readonly (readonly [string, readonly ClipSpec[]])[] = isWhole
  ? CODECS.flatMap((codec) =>
      (codec === 'h264' ? RATES.map((rate) => [rate]) : [RATES]).map((rates) => {
        const clips = MATRIX.filter((clip) => clip.codec === codec && rates.includes(clip.rate));
        return [rates.length === 1 ? `${codec} ${rates[0]}` : codec, clips] as const;
      }),
    )
  : [['a slice of the matrix', SLICE]];

/** In the short run past the first group of pictures, which is 48 long. */
const STEPS = isWhole ? 300 : 60;
const PRESSES = isWhole ? 60 : 25;
const WAYS: readonly (readonly [Way, readonly number[]])[] = [
  ['forward', Array.from({ length: STEPS }, (_, i) => i + 1)],
  ['back', Array.from({ length: STEPS }, (_, i) => STEPS - 1 - i)],
  ['typed', scattered(STEPS)],
];

/** Frames of the clip in an order without order, never the same twice in a row; the same in every run. */
function scattered(count: number): number[] {
  let state = 20260115;
  return Array.from({ length: count }, () => {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * (STEPS + 1));
  }).map((frame, i, all) => (frame === all[i - 1] ? (frame + 1) % STEPS : frame));
}

/**
 * Imports the clip, with no other one on show meanwhile, and waits until it can be stepped through. What plays by itself
 * plays from the file, so that its own packets are tested; its proxy is made only when `gate` opens.
 */
async function open(page: Page, sessionId: string, spec: ClipSpec, gate?: Promise<void>): Promise<void> {
  await page.unrouteAll();
  await page.evaluate(() => {
    location.hash = '#/';
  });
  await expect(page.locator('canvas')).toHaveCount(0);
  const { id, needsProxy } = await importClip(page, sessionId, await makeClip(spec));
  if (!needsProxy) {
    await page.route('**/rpc/clips.makeProxy', async (route) => {
      if (gate === undefined) {
        await route.fulfill({ json: { ok: false, error: { code: 'cancelled', params: {} } } });
        return;
      }
      await gate;
      await route.continue();
    });
  }
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/review/${id}`);
  const source = needsProxy ? 'proxy' : 'video';
  await expect.poll(() => sourceOf(page), { message: `${nameOf(spec)} plays`, timeout: 60_000 }).toBe(source);
}

/** Everything that is not as asked, in words. */
function faults(spec: ClipSpec, way: Way, shown: readonly Shown[]): string[] {
  const { numbers, fileS, sinceFirstS } = truthOf(spec);
  return shown.flatMap(({ asked, samples, trueTimeText, fileTimeText }) => {
    const found: string[] = [];
    try {
      const number = readNumber(samples);
      if (number !== numbers[asked]) found.push(`shows ${number} for ${numbers[asked]}`);
    } catch (error) {
      found.push(String(error));
    }
    const isNear = (text: string, truth = Number.NaN) => Math.abs(secondsFrom(text) - truth) <= 0.001;
    if (!isNear(trueTimeText, sinceFirstS[asked]))
      found.push(`says ${trueTimeText} for ${sinceFirstS[asked]}`);
    if (!isNear(fileTimeText, fileS[asked])) found.push(`says ${fileTimeText} for ${fileS[asked]}`);
    return found.map((fault) => `${nameOf(spec)}, ${way} to ${asked}: ${fault}`);
  });
}

const p95 = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(0.95 * values.length)] ?? Number.NaN;

for (const [name, clips] of GROUPS) {
  test(`every step of ${name} shows exactly the asked frame and its time`, async ({ page }) => {
    test.setTimeout(120_000 + clips.length * 90_000);
    await new App(page).acceptFirstRun();
    const sessionId = await createSession(page);
    const wrong: string[] = [];
    for (const spec of clips) {
      await test.step(nameOf(spec), async () => {
        await open(page, sessionId, spec);
        for (const [way, frames] of WAYS) {
          const shown = await stepThrough(page, frames, way);
          expect(shown).toHaveLength(STEPS);
          wrong.push(...faults(spec, way, shown));
          if (process.env['MIDSTANCE_TIMES'] !== undefined) {
            const ms = p95(shown.map(({ tookMs }) => tookMs)).toFixed(1);
            console.log(`${nameOf(spec)}, ${await sourceOf(page)}, ${way}: p95 ${ms} ms`);
          }
        }
      });
    }
    expect(wrong).toEqual([]);
  });
}

test('the real arrow keys step through every frame, and held they move steadily and stop at once', async ({
  page,
}) => {
  await new App(page).acceptFirstRun();
  const spec: ClipSpec = { codec: 'h264', rate: 'variable', rotation: 90, edit: 'start offset' };
  await open(page, await createSession(page), spec);
  const wrong: string[] = [];
  for (let frame = 1; frame <= PRESSES; frame++) {
    await page.keyboard.press('ArrowRight');
    wrong.push(...faults(spec, 'pressed', await stepThrough(page, [frame], 'pressed')));
  }
  for (let frame = PRESSES - 1; frame >= 0; frame--) {
    await page.keyboard.press('ArrowLeft');
    wrong.push(...faults(spec, 'pressed', await stepThrough(page, [frame], 'pressed')));
  }
  expect(wrong).toEqual([]);

  const app = new App(page);
  await page.keyboard.down('ArrowRight');
  const path: { ms: number; frame: number }[] = [];
  const started = Date.now();
  while (Date.now() - started < 2000) {
    await page.keyboard.down('ArrowRight');
    path.push({ ms: Date.now() - started, frame: await app.frame() });
  }
  await page.keyboard.up('ArrowRight');
  const upMs = Date.now() - started;
  const stopped = await app.frame();
  const last = path.at(-1) ?? { ms: 0, frame: 0 };
  const halfway = path.find(({ ms }) => ms >= last.ms / 2) ?? last;
  // 25 steps a second by the clock, no more in the second half than in the first.
  expect(last.frame).toBeGreaterThan(30);
  expect(last.frame).toBeLessThanOrEqual(0.025 * last.ms + 3);
  expect(last.frame - halfway.frame).toBeLessThanOrEqual(0.025 * (last.ms - halfway.ms) + 3);
  expect(stopped - last.frame).toBeLessThanOrEqual(0.025 * (upMs - last.ms) + 3);
  await page.waitForTimeout(400);
  expect(await app.frame()).toBe(stopped);
  const shown = await stepThrough(page, [stopped], 'pressed');
  expect(faults(spec, 'pressed', shown)).toEqual([]);
});

test('a clip with long groups plays at once, and goes on from its copy at the same frame', async ({
  page,
}) => {
  await new App(page).acceptFirstRun();
  const spec: ClipSpec = { codec: 'h264', rate: '60', rotation: 180, edit: 'none' };
  let openGate: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    openGate = resolve;
  });
  await open(page, await createSession(page), spec, gate);
  const before = await stepThrough(page, [30, 42], 'typed');
  openGate();
  await expect.poll(() => sourceOf(page), { timeout: 60_000 }).toBe('proxy');
  const after = [
    ...(await stepThrough(page, [42], 'pressed')),
    ...(await stepThrough(page, [43, 44], 'forward')),
    ...(await stepThrough(page, [200, 0], 'typed')),
  ];
  expect(faults(spec, 'typed', [...before, ...after])).toEqual([]);
});
