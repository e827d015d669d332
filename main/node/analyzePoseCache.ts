import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import envPaths from 'env-paths';
import type { PoseChunkStore } from '../../shared/pose/blazepose/detectTrack.ts';
import type { PoseSettings } from '../../shared/pose/poseKey.ts';
import { writeAtomic } from '../files/atomicWrite.ts';

/**
 * Keypoints that the command line has computed, in the user's cache folder (MIDSTANCE_CACHE to move it): one folder per
 * file content, model, version of the pipeline and person, so a stopped analysis goes on and nothing is computed twice. Safe to delete.
 */
export async function poseCache(key: PoseSettings): Promise<PoseChunkStore> {
  const root = process.env['MIDSTANCE_CACHE'] || envPaths('midstance', { suffix: '' }).cache;
  const folder = join(root, 'pose', createHash('sha256').update(JSON.stringify(key)).digest('hex'));
  await mkdir(folder, { recursive: true });
  const nameOf = (index: number) => join(folder, `${index}.f32`);
  return {
    async load(index) {
      const bytes = await readFile(nameOf(index)).catch(() => undefined);
      if (bytes === undefined || bytes.length === 0 || bytes.length % 4 !== 0) return undefined;
      return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
    },
    async save(index, data) {
      await writeAtomic(nameOf(index), new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
    },
  };
}
