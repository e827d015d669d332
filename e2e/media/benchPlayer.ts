// Step latency of the built app in the system's Chromium, as JSON lines. Read the ratios: they are against what the same
// machine did in the same run.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { tell } from '../../scripts/benchLine.ts';
import { startServer } from '../fixtures/server.ts';
import { App } from '../pages/app.ts';
import { decodeMs, GROUP, makeBenchClip } from './benchClip.ts';
import { sourceOf, stepThrough } from './clipStepper.ts';
import { createSession, importClip } from './importClip.ts';

const RUNNING = `${process.env['MIDSTANCE_MEDIA'] ?? '../shared'}/media/running/treadmill-side-left-30fps.mp4`;
const REVERSE_MS = 3000;
/** A jump further than the stretch that is read ahead, so that it lands where nothing is decoded yet. */
const FAR_FRAMES = 60;
const ROUNDS = 10;
/** A coach looks before the next jump. */
const LOOK_MS = 400;

const share = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(part * (values.length - 1))] ?? Number.NaN;

const goTo = (page: Page, hash: string) =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);

/** Opens the review with nothing decoded, and waits until it has read what it reads by itself. */
async function open(page: Page, clipId: string, source: 'video' | 'proxy'): Promise<void> {
  await goTo(page, '#/');
  const canvas = page.locator('canvas[data-frame]');
  await canvas.waitFor({ state: 'detached' });
  await goTo(page, `#/review/${clipId}`);
  await canvas.waitFor({ timeout: 120_000 });
  for (const started = Date.now(); (await sourceOf(page)) !== source; await page.waitForTimeout(50)) {
    if (Date.now() - started > 120_000) throw new Error(`invalid source: ${await sourceOf(page)}`);
  }
  await page.waitForTimeout(LOOK_MS);
}

/** Jumps forth, or back, to where nothing is decoded, at every place within a group; ms each. */
async function coldJumps(page: Page, clipId: string, source: 'video' | 'proxy', frames: number) {
  const tookMs: number[] = [];
  const places = Array.from({ length: Math.floor(frames / FAR_FRAMES) - 1 }, (_, i) => i + 1);
  for (let round = 0; round < ROUNDS; round++) {
    await open(page, clipId, source);
    for (const place of round % 2 === 0 ? places : places.toReversed()) {
      const frame = FAR_FRAMES * place + ((5 * round + 7 * place) % GROUP);
      for (const { tookMs: ms } of await stepThrough(page, [frame], 'typed')) tookMs.push(ms);
      await page.waitForTimeout(LOOK_MS);
    }
  }
  return tookMs;
}

interface Reverse {
  readonly shown: number;
  readonly ticks: number;
}

/** Pictures a second in reverse play at the speed of reality from the end with nothing decoded, and the page's own turns a second. */
async function reverse(page: Page, last: number): Promise<Reverse> {
  await stepThrough(page, [last], 'typed');
  return page.evaluate(async (ms) => {
    const canvas = document.querySelector<HTMLCanvasElement>('canvas[data-frame]');
    // The first press plays, each further one is the next speed, up to that of reality.
    for (let press = 0; press < 5; press++) {
      const key = new KeyboardEvent('keydown', { key: 'j', bubbles: true, cancelable: true });
      document.body.dispatchEvent(key);
    }
    const frames = new Set<string>();
    let ticks = 0;
    const started = performance.now();
    for (let now = started; now - started < ms; ticks++) {
      now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
      frames.add(canvas?.dataset['frame'] ?? '');
    }
    const seconds = (performance.now() - started) / 1000;
    return { shown: frames.size / seconds, ticks: ticks / seconds };
  }, REVERSE_MS);
}

async function benchClip(page: Page, name: string, file: string, clipId: string, source: 'video' | 'proxy') {
  await open(page, clipId, source);
  const count = Number.parseInt(
    /\/ (\d+)/.exec((await page.getByTestId('frame').textContent()) ?? '')?.[1] ?? '',
    10,
  );
  if (!(count > 3 * FAR_FRAMES)) throw new Error(`invalid clip: ${count} frames`);
  const groupMs = GROUP * decodeMs(file, count);
  const forward = Array.from({ length: 60 }, (_, i) => i + 1);
  await stepThrough(page, forward, 'forward');
  await stepThrough(page, [0], 'typed');
  const cached = (await stepThrough(page, forward, 'forward')).map(({ tookMs }) => tookMs);
  const cold = await coldJumps(page, clipId, source, count);
  const baseline = `a group of ${GROUP} decoded by one thread of ffmpeg`;
  for (const [what, values] of [
    ['step from memory', cached],
    ['cold jump', cold],
  ] as const) {
    for (const [of, part] of [
      ['p50', 0.5],
      ['p95', 0.95],
    ] as const) {
      const value = share(values, part);
      tell({
        bench: `${what}, ${name}, ${of} of ${values.length}`,
        value,
        unit: 'ms',
        baseline,
        ratio: value / groupMs,
      });
    }
  }
  await open(page, clipId, source);
  const { shown, ticks } = await reverse(page, count - 1);
  tell({
    bench: `reverse play, ${name}`,
    value: shown,
    unit: 'frames/s',
    baseline: 'turns of the page',
    ratio: shown / ticks,
  });
}

const folder = mkdtempSync(join(tmpdir(), 'midstance-bench-'));
const server = await startServer();
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: [
    ...['--disable-quic', '--disable-background-networking', '--disable-component-update'],
    ...['--disable-sync', '--no-first-run'],
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ],
});
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  await page.goto(server.url);
  await new App(page).acceptFirstRun();
  const sessionId = await createSession(page);
  const generated = await makeBenchClip(folder);
  const { id } = await importClip(page, sessionId, generated);
  await benchClip(page, 'generated 720p', generated, id, 'video');
  if (existsSync(RUNNING)) {
    const running = await importClip(page, sessionId, RUNNING);
    await benchClip(page, 'proxy of running', RUNNING, running.id, 'proxy');
  }
} finally {
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
