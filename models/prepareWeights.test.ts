import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KEYPOINT_COUNT } from '../shared/pose/keypoints.ts';
import { LANDMARK_MODELS, manifest } from './manifest.ts';
import { areWeightsReady, prepareModel, prepareWeights, sourceFolder } from './prepareWeights.ts';
import { compileNetworks } from './runtime/liteRt.ts';
import { loadNodeRuntime } from './runtime/nodeRuntime.ts';
import { stripOutputs } from './stripOutputs.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'weights-'));
  prepareWeights(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sourceOf = (model: 'lite' | 'full') =>
  readFileSync(join(sourceFolder(), manifest.models[model].source.file));

describe('prepareWeights', () => {
  it('writes every model of the manifest and marks the folder complete', () => {
    const files = Object.values(manifest.models).map((entry) => entry.file);
    expect(readdirSync(folder).sort()).toEqual(['.complete', ...files].sort());
    expect(areWeightsReady(folder)).toBe(true);
    expect(manifest.keypoints).toHaveLength(KEYPOINT_COUNT);
  });

  it('does nothing the second time', () => {
    const file = join(folder, manifest.models.lite.file);
    const before = statSync(file).mtimeMs;
    prepareWeights(folder);
    expect(statSync(file).mtimeMs).toBe(before);
  });

  it('is not complete when the stamp belongs to another manifest', () => {
    const other = mkdtempSync(join(tmpdir(), 'weights-'));
    writeFileSync(join(other, '.complete'), 'old');
    expect(areWeightsReady(other)).toBe(false);
    rmSync(other, { recursive: true });
  });

  it('refuses a source that was changed', () => {
    const changed = Uint8Array.from(sourceOf('lite'));
    changed[1000] = (changed[1000] ?? 0) ^ 1;
    expect(() => prepareModel(manifest.models.lite, changed)).toThrow('invalid sha256');
  });
});

describe('stripOutputs', () => {
  it('removes the operators that only the dropped output needs', () => {
    const { operatorsBefore, operatorsAfter } = stripOutputs(sourceOf('full'), ['Identity_2']);
    expect([operatorsBefore, operatorsAfter]).toEqual([332, 286]);
  });

  it('refuses a name that is not an output', () => {
    expect(() => stripOutputs(sourceOf('lite'), ['nothing'])).toThrow('invalid outputs to drop');
  });

  it('leaves the kept outputs of the real network bit-identical', async () => {
    const prepared = await loadNodeRuntime(folder, 'lite');
    const detector = readFileSync(join(folder, manifest.models.detector.file));
    const original = await compileNetworks(detector, sourceOf('lite'), 'wasm', 1);
    const input = Float32Array.from({ length: 256 * 256 * 3 }, (_, i) => ((i * 7919) % 1000) / 1000);
    const [a, b] = [await prepared.landmark(input), await original.landmark(input)];
    expect(a.landmarks).toEqual(b.landmarks);
    expect(a.heatmap).toEqual(b.heatmap);
    expect(a.presence).toBe(b.presence);
    expect(new Set(a.landmarks).size).toBeGreaterThan(100);
  });
});

it('knows where every landmark model is', () => {
  for (const model of LANDMARK_MODELS) expect(manifest.models[model].sha256).toMatch(/^[0-9a-f]{64}$/);
});
