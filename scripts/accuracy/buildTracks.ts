import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lookFromSeed } from '../../e2e/phantom/look.ts';
import { renderClip } from '../../e2e/phantom/renderClip.ts';
import { openStage, type Stage } from '../../e2e/phantom/stage.ts';
import { probeClip } from '../../main/media/probe.ts';
import { detectPose } from '../../main/node/poseDetector.ts';
import { manifest } from '../../models/manifest.ts';
import type { AccuracyClip } from './clipSet.ts';
import { decodeTrack, encodeTrack } from './trackFile.ts';

const PHANTOM = fileURLToPath(new URL('../../e2e/phantom/', import.meta.url));
export const TRACKS = fileURLToPath(new URL('../../e2e/accuracy/tracks/', import.meta.url));

/** Everything that decides a picture: the generator's own files. */
function generatorHash(): string {
  const files = readdirSync(PHANTOM, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !/makeSample/.test(name))
    .sort();
  const hash = createHash('sha256');
  for (const name of files) hash.update(name).update(readFileSync(join(PHANTOM, name)));
  return hash.digest('hex');
}

const generator = generatorHash();
const keyOf = (clip: AccuracyClip): string =>
  createHash('sha256')
    .update(JSON.stringify([generator, clip, manifest.models.full.sha256, manifest.models.detector.sha256]))
    .digest('hex');

export const trackPath = (clip: AccuracyClip): string => join(TRACKS, `${clip.id}.br`);

/** Whether the stored track is of this very clip, generator and model. */
export const isBuilt = (clip: AccuracyClip): boolean =>
  existsSync(trackPath(clip)) && decodeTrack(readFileSync(trackPath(clip))).key === keyOf(clip);

/** Renders what is missing and runs `full` over it, clip by clip; a stopped build goes on where it stopped. */
export async function buildTracks(
  clips: readonly AccuracyClip[],
  tell: (line: string) => void,
): Promise<void> {
  const open = clips.filter((clip) => !isBuilt(clip));
  if (open.length === 0) return;
  mkdirSync(TRACKS, { recursive: true });
  const stage = await openStage();
  try {
    for (const [i, clip] of open.entries()) {
      const started = performance.now();
      await build(stage, clip);
      const seconds = Math.round((performance.now() - started) / 1000);
      tell(`${clip.id}: ${seconds} s (${i + 1} of ${open.length})`);
    }
  } finally {
    await stage.close();
  }
}

async function build(stage: Stage, clip: AccuracyClip): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'midstance-accuracy-'));
  try {
    const out = join(folder, 'clip');
    const { runner, camera, fps, durationS } = clip;
    const truth = await renderClip(stage, {
      ...{ out, runner, camera, fps, durationS },
      look: lookFromSeed(clip.look),
      compact: true,
    });
    const file = `${out}.mp4`;
    const { track } = await detectPose({ file, probe: await probeClip(file) }, { model: 'full' });
    // The joints of every frame rebuild from the parameters; the contacts and metrics are what is scored.
    const small = { ...truth, joints_px: [] };
    writeFileSync(trackPath(clip), encodeTrack({ key: keyOf(clip), truth: small, data: track.data }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
