import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { COCO_INDICES } from '../../shared/pose/coco.ts';
import { KEYPOINT_COUNT, KEYPOINT_STRIDE, LEG, SIDES } from '../../shared/pose/keypoints.ts';
import { loadGraphRuntime, type ReadModelFile, type RgbaPicture } from './graphRuntime.ts';
import { tinyPoint, writeTinyBlazePose, writeTinyMoveNet } from './tinyGraph.testkit.ts';

const folder = mkdtempSync(join(tmpdir(), 'graph-models-'));
afterAll(() => rmSync(folder, { recursive: true }));
// A watch, not a double: whoever asks the network is caught, whatever the answer.
const network = vi.spyOn(globalThis, 'fetch');
afterEach(() => expect(network).not.toHaveBeenCalled());

const picture = (width: number, height: number, brightness: number): RgbaPicture => ({
  ...{ width, height },
  data: new Uint8ClampedArray(width * height * 4).fill(brightness),
});
function reader(name: string) {
  const asked: string[] = [];
  const read: ReadModelFile = async (file) => {
    asked.push(file);
    return readFileSync(join(folder, name, file));
  };
  return { asked, read };
}
const pointOf = (keypoints: Float32Array | undefined, index: number) => [
  ...(keypoints ?? []).slice(index * KEYPOINT_STRIDE, (index + 1) * KEYPOINT_STRIDE),
];

describe.each([
  ['movenet-lightning', 192],
  ['movenet-thunder', 256],
] as const)('%s from files', (kind, size) => {
  writeTinyMoveNet(join(folder, kind), size);

  it('gives its 17 points in the places of the 33, and no heel and no toe', async () => {
    const { asked, read } = reader(kind);
    const runtime = await loadGraphRuntime(kind, read);
    const keypoints = await runtime.estimate(picture(200, 200, 204));
    expect(asked).toEqual(['model.json', 'group1-shard1of2.bin', 'group1-shard2of2.bin']);
    expect(keypoints).toHaveLength(KEYPOINT_COUNT * KEYPOINT_STRIDE);
    COCO_INDICES.forEach((index, i) => {
      const [x = 0, y = 0, visibility = 0] = pointOf(keypoints, index);
      expect(x).toBeCloseTo(200 * tinyPoint(i).x, 3);
      expect(y).toBeCloseTo(200 * tinyPoint(i).y, 3);
      expect(visibility).toBeCloseTo(204 / 255, 3);
    });
    for (const side of SIDES)
      for (const joint of ['heel', 'footIndex'] as const)
        expect(pointOf(keypoints, LEG[side][joint])).toEqual([Number.NaN, Number.NaN, 0]);
    runtime.dispose();
  });

  it('finds nobody where it is not sure', async () => {
    const runtime = await loadGraphRuntime(kind, reader(kind).read);
    expect(await runtime.estimate(picture(120, 200, 20))).toBeUndefined();
    // The person that is found again is the same: nothing is left of the picture without one.
    const before = await runtime.estimate(picture(120, 200, 204));
    runtime.reset();
    expect(await runtime.estimate(picture(120, 200, 204))).toEqual(before);
    runtime.dispose();
  });
});

it('BlazePose from files gives all 33 points', async () => {
  writeTinyBlazePose(join(folder, 'blazepose'));
  const { asked, read } = reader('blazepose');
  const runtime = await loadGraphRuntime('blazepose', read);
  const keypoints = await runtime.estimate(picture(300, 300, 128));
  expect(asked.filter((file) => file.endsWith('model.json'))).toEqual([
    'detector/model.json',
    'landmark/model.json',
  ]);
  expect(asked).toHaveLength(6);
  expect(keypoints).toHaveLength(KEYPOINT_COUNT * KEYPOINT_STRIDE);
  expect(keypoints?.every(Number.isFinite)).toBe(true);
  const [noseX = 0, noseY = 0] = pointOf(keypoints, 0);
  const [toeX = 0, toeY = 0, visibility] = pointOf(keypoints, LEG.R.footIndex);
  // Landmark i lies at (100 + i, 60 + 4 i) of the square: 1 to the right for 4 down, whatever the square's size.
  expect((toeY - noseY) / (toeX - noseX)).toBeCloseTo(4, 3);
  expect(visibility).toBeGreaterThan(0.99);
  runtime.dispose();
});

describe('files that are no such model', () => {
  const withModel = (change: (model: Record<string, unknown>) => unknown) => {
    const model = JSON.parse(readFileSync(join(folder, 'movenet-lightning', 'model.json'), 'utf8'));
    return async (file: string) =>
      file === 'model.json'
        ? Buffer.from(JSON.stringify(change(model)))
        : readFileSync(join(folder, 'movenet-lightning', file));
  };

  it.each([
    ['an address', 'https://tfhub.dev/shard.bin'],
    ['another folder', '../shard.bin'],
    ['the whole disk', '/etc/passwd'],
  ])('never reads a shard from %s', async (_, path) => {
    const read = withModel((model) => ({ ...model, weightsManifest: [{ paths: [path], weights: [] }] }));
    await expect(loadGraphRuntime('movenet-lightning', read)).rejects.toThrow(/invalid graph model/);
  });

  it('refuses a layers model, and text', async () => {
    const layers = withModel((model) => ({ ...model, format: 'layers-model' }));
    await expect(loadGraphRuntime('movenet-lightning', layers)).rejects.toThrow(
      /invalid graph model: format/,
    );
    const text = async () => Buffer.from('<html>');
    await expect(loadGraphRuntime('movenet-lightning', text)).rejects.toThrow(/invalid graph model/);
  });

  it('says when the files are not there', async () => {
    await expect(loadGraphRuntime('blazepose', reader('nowhere').read)).rejects.toThrow(/ENOENT/);
  });

  it('refuses a shard that breaks off', async () => {
    writeTinyMoveNet(join(folder, 'short'));
    writeFileSync(join(folder, 'short', 'group1-shard2of2.bin'), Buffer.alloc(8));
    await expect(loadGraphRuntime('movenet-lightning', reader('short').read)).rejects.toThrow(/51 values/);
  });
});
