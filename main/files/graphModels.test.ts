import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeTinyBlazePose, writeTinyMoveNet } from '../../models/runtime/tinyGraph.testkit.ts';
import { graphModelFile, listGraphModels } from './graphModels.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'models-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('lists what is there with the checksum of every file', async () => {
  writeTinyMoveNet(join(folder, 'my movenet'));
  writeTinyMoveNet(join(folder, 'thunder'), 256);
  writeTinyBlazePose(join(folder, 'blaze'));
  const { models, refused } = await listGraphModels(folder);
  expect(refused).toEqual([]);
  expect(models.map(({ id, kind }) => [id, kind])).toEqual([
    ['blaze', 'blazepose'],
    ['my movenet', 'movenet-lightning'],
    ['thunder', 'movenet-thunder'],
  ]);
  expect(models[0]?.files.map(({ name }) => name)).toEqual([
    'detector/model.json',
    'detector/group1-shard1of2.bin',
    'detector/group1-shard2of2.bin',
    'landmark/model.json',
    'landmark/group1-shard1of2.bin',
    'landmark/group1-shard2of2.bin',
  ]);
  const file = models[1]?.files[1];
  const bytes = readFileSync(join(folder, 'my movenet', file?.name ?? ''));
  expect(file).toMatchObject({ bytes: 16, sha256: createHash('sha256').update(bytes).digest('hex') });
});

it('is another model when one byte of a shard is another', async () => {
  writeTinyMoveNet(join(folder, 'a'));
  const before = await listGraphModels(folder);
  appendFileSync(join(folder, 'a', 'group1-shard2of2.bin'), 'x');
  expect((await listGraphModels(folder)).models[0]?.sha256).not.toBe(before.models[0]?.sha256);
});

it('says why a folder is none', async () => {
  mkdirSync(join(folder, 'empty'));
  writeTinyMoveNet(join(folder, 'large'), 512);
  mkdirSync(join(folder, 'text'));
  writeFileSync(join(folder, 'text', 'model.json'), 'not JSON');
  writeTinyMoveNet(join(folder, 'half'));
  rmSync(join(folder, 'half', 'group1-shard2of2.bin'));
  const { models, refused } = await listGraphModels(folder);
  expect(models).toEqual([]);
  expect(refused.map(({ id }) => id)).toEqual(['empty', 'half', 'large', 'text']);
  expect(refused[2]?.detail).toBe('invalid input size: 512 x 512');
  expect(refused[3]?.detail).toMatch(/^invalid graph model/);
});

it('gives out the files of the models and no others', () => {
  writeTinyMoveNet(join(folder, 'a'));
  writeFileSync(join(folder, 'a', 'notes.txt'), 'mine');
  writeFileSync(join(folder, 'secret'), 'mine');
  expect(graphModelFile(folder, 'a', 'model.json')).toBe(join(folder, 'a', 'model.json'));
  expect(graphModelFile(folder, 'a', 'group1-shard1of2.bin')).toBeDefined();
  for (const [id, name] of [
    ['a', 'notes.txt'],
    ['a', '../secret'],
    ['.', 'secret'],
    ['..', 'model.json'],
    ['b', 'model.json'],
    ['a/../a', 'model.json'],
  ] as const)
    expect(graphModelFile(folder, id, name), `${id} ${name}`).toBeUndefined();
});
