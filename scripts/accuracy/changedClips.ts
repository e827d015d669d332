import { readFile, writeFile } from 'node:fs/promises';
import { setRotation } from '../../e2e/media/mp4Boxes.ts';
import { runFfmpeg } from '../../main/media/ffmpegProcess.ts';
import { probeClip } from '../../main/media/probe.ts';
import type { AccuracyClip, PictureChange } from './accuracyClip.ts';

/** Options of ffmpeg's output. */
const CHANGES: Readonly<Record<PictureChange, string>> = {
  mirrored: '-vf hflip -c:v libx264 -crf 18',
  smaller: '-vf scale=iw*0.7:-2 -c:v libx264 -crf 23',
  cropped: '-vf crop=iw-160:ih-24:60:24 -c:v libx264 -crf 23',
  turned: '-vf transpose=cclock -c:v libx264 -crf 23',
  hevc: '-c:v libx265 -x265-params log-level=error:pools=none -tag:v hvc1 -crf 24',
  squeezed: '-c:v libx264 -crf 32',
};
export const PICTURE_CHANGES = Object.keys(CHANGES) as PictureChange[];

/** What decides the changed picture. */
export const changeRecipe = (change: PictureChange): string => CHANGES[change];

/** The runner whose clips are changed; nothing is tuned on what comes of it. */
export const CHANGED_RUNNER = 'tuning-100';

/** Running and standing clip of one runner, changed in each way. */
export function changedClips(clips: readonly AccuracyClip[]): AccuracyClip[] {
  const own = clips.filter(({ runnerId }) => runnerId === CHANGED_RUNNER);
  return PICTURE_CHANGES.flatMap((change) =>
    own.map((clip) => ({
      ...clip,
      id: clip.id.replace(CHANGED_RUNNER, `changed-${change}`),
      set: 'changed',
      runnerId: `changed-${change}`,
      change,
    })),
  );
}

/** Re-encoding a whole clip says nothing until it is done. */
const PATIENCE_MS = 600_000;

/** Writes the changed file; every frame keeps its time. */
export async function changePicture(from: string, to: string, change: PictureChange): Promise<void> {
  const options = `${CHANGES[change]} -threads 1 -fps_mode passthrough -y`.split(' ');
  const { exitCode, stderr } = await runFfmpeg(['-i', from, ...options, to], { patience_ms: PATIENCE_MS });
  if (exitCode !== 0) throw new Error(`invalid change: ${change} of ${from}: ${stderr.slice(-400)}`);
  // Phones store a lying picture and say how to turn it.
  if (change === 'turned') {
    const { width, height } = await probeClip(to);
    const file = await readFile(to);
    setRotation(file, 90, width, height);
    await writeFile(to, file);
  }
}
