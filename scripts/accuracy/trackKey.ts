import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CLOSE_MODEL, manifest } from '../../models/manifest.ts';
import type { AccuracyClip } from './accuracyClip.ts';
import { changeRecipe } from './changedClips.ts';

const PHANTOM = fileURLToPath(new URL('../../e2e/phantom/', import.meta.url));
/** Files of the generator that no picture of these sets comes from. */
const NO_PICTURE = /\.test\.ts$|^(makeSample|render|rbds)\.ts$/;

/** Everything that decides a picture: the generator's own files. */
function generatorHash(): string {
  const files = readdirSync(PHANTOM, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !NO_PICTURE.test(name))
    .sort();
  const hash = createHash('sha256');
  for (const name of files) hash.update(name).update(readFileSync(join(PHANTOM, name)));
  return hash.digest('hex');
}

const generator = generatorHash();

/** Hash of all that decides what the network of the whole clip sees: another one means another track. */
export const keyOf = (clip: AccuracyClip): string =>
  createHash('sha256')
    .update(JSON.stringify([generator, clip, manifest.models.full.sha256, manifest.models.detector.sha256]))
    .update(clip.change === undefined ? '' : changeRecipe(clip.change))
    .update(clip.recording === undefined ? '' : readFileSync(join(PHANTOM, 'rbds.ts')))
    .digest('hex');

/** The same of its close look. */
export const closeKeyOf = (clip: AccuracyClip): string =>
  createHash('sha256')
    .update(JSON.stringify([keyOf(clip), manifest.models[CLOSE_MODEL].sha256]))
    .digest('hex');
