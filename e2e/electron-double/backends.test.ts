import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manifest } from '../../models/manifest.ts';
import { tinyPoint, writeTinyMoveNet } from '../../models/runtime/tinyGraph.testkit.ts';
import { COCO_INDICES } from '../../shared/pose/coco.ts';
import { LEG } from '../../shared/pose/keypoints.ts';
import { FRAME_STRIDE } from '../../shared/pose/track.ts';
import type { Detected } from './backends/page.ts';
import { browserOptions } from './browserOptions.ts';
import { buildTestApp } from './buildTestApp.ts';
import { type RunningDouble, startElectronDouble } from './startElectronDouble.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const FRAMES = 30;
const frames = Array.from({ length: FRAMES }, (_, frame) => frame);
/**
 * Largest median distance of a joint, share of the distance from nose to heel. Measured: 0.3-1.1 %, the
 * near toes most: the two trackers cut slightly different squares out of the picture.
 */
const BOUND = 0.02;
const JOINTS = (['L', 'R'] as const).flatMap((side) =>
  Object.entries(LEG[side]).map(([joint, index]) => ({ side, joint, index })),
);
const { executablePath } = browserOptions;

function median(values: readonly number[]): number {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Distance of two joints in one frame, pixels. */
function between(a: Detected, jointA: number, b: Detected, jointB: number, frame: number): number {
  const of = ({ keypoints }: Detected, joint: number, i: number): number =>
    keypoints[frame * FRAME_STRIDE + joint * 3 + i] ?? Number.NaN;
  return Math.hypot(of(a, jointA, 0) - of(b, jointB, 0), of(a, jointA, 1) - of(b, jointB, 1));
}

describe.skipIf(!existsSync(executablePath))('both pose backends on the sample clip, in Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'backends-'));
  let browser: Browser;
  let app: RunningDouble;
  let chosen: Detected;
  let own: Detected;
  const found = {} as Record<'litert' | 'tfjs', Detected>;

  beforeAll(async () => {
    await buildTestApp(folder);
    const clipFile = join(folder, 'clip.mp4');
    const cut = ['-i', join(root, 'models', 'sample', 'sample.mp4'), '-frames:v', String(FRAMES)];
    const codec = ['-c:v', 'libx264', '-crf', '16', '-pix_fmt', 'yuv420p'];
    execFileSync(process.env['FFMPEG_PATH'] ?? 'ffmpeg', ['-v', 'error', ...cut, ...codec, clipFile]);
    browser = await chromium.launch(browserOptions);
    const context = await browser.newContext();
    app = await startElectronDouble({ context, libraryFolder: join(folder, 'library'), appRoot: folder });
    await context.route('**', (route) =>
      route.request().url().startsWith(app.origin) ? route.continue() : route.abort(),
    );
    writeTinyMoveNet(join(folder, 'library', 'models', 'tiny'));
    await app.choose([clipFile]);
    const clip = await app.page.evaluate(() => window.importChosen());
    for (const backend of ['litert', 'tfjs'] as const) {
      found[backend] = await app.page.evaluate(([name, c]) => window.detect(name, c), [
        backend,
        clip,
      ] as const);
    }
    const [x = 0, y = 0] = found.litert.keypoints.slice(15 * FRAME_STRIDE + LEG.L.hip * 3);
    const person = { x, y, time: 15 / 120 };
    chosen = await app.page.evaluate(([c, p]) => window.detect('tfjs', c, p), [clip, person] as const);
    own = await app.page.evaluate((c) => window.detectWithModel('tiny', c), clip);
  }, 300_000);
  afterAll(async () => {
    await app?.close();
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('finds the runner in every frame with either', () => {
    for (const { keypoints } of [found.litert, found.tfjs]) {
      expect(keypoints).toHaveLength(FRAMES * FRAME_STRIDE);
      expect(keypoints.every(Number.isFinite)).toBe(true);
    }
  });

  it('names the networks that were used', () => {
    expect(found.litert.modelSha256).toBe(manifest.models.full.sha256);
    expect(found.tfjs.modelSha256).toBe(manifest.models.full.source.sha256);
  });

  it('runs a graph model out of the models folder, whose points lie where it says', () => {
    expect(own.keypoints).toHaveLength(FRAMES * FRAME_STRIDE);
    expect(own.modelSha256).toMatch(/^[0-9a-f]{64}$/);
    const of = (index: number) => own.keypoints.slice(index * 3, index * 3 + 2);
    const [noseX = 0, noseY = 0] = of(COCO_INDICES[0]);
    const [ankleX = 0, ankleY = 0] = of(COCO_INDICES[16]);
    // Its input is the whole picture in a square, so distances keep their proportion.
    const [nose, ankle] = [tinyPoint(0), tinyPoint(16)];
    expect((ankleX - noseX) / (ankleY - noseY)).toBeCloseTo((ankle.x - nose.x) / (ankle.y - nose.y), 3);
    for (const side of ['L', 'R'] as const)
      for (const index of [LEG[side].heel, LEG[side].footIndex])
        expect(of(index)).toEqual([Number.NaN, Number.NaN]);
  });

  it.each(JOINTS)('agrees on the $side $joint', ({ index }) => {
    const height = median(frames.map((frame) => between(found.litert, 0, found.litert, LEG.R.heel, frame)));
    const apart = median(frames.map((frame) => between(found.litert, index, found.tfjs, index, frame)));
    expect(apart / height).toBeLessThan(BOUND);
  });

  it('keeps to a chosen person, forwards and backwards', () => {
    const apart = frames.map((frame) => between(found.tfjs, LEG.L.hip, chosen, LEG.L.hip, frame));
    expect(median(apart)).toBeLessThan(4);
    expect(Math.max(...apart)).toBeLessThan(40);
  });
});
