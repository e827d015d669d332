import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Analysis } from '../../shared/domain/analysis.ts';
import { moveIntoPlace } from '../files/atomicWrite.ts';
import { findEncoder } from '../media/encoders.ts';
import { annotatedVideo } from './annotatedVideo.ts';
import type { ExportClip, ExportOptions } from './exporter.ts';

/** Writes a video of each clip that was measured and tells their names; each appears only when it is whole. @throws MediaError */
export async function* annotatedVideos(
  analysis: Analysis,
  clips: readonly ExportClip[],
  folder: string,
  { showFace, signal, progress }: ExportOptions & { readonly showFace: boolean },
): AsyncGenerator<string> {
  const encoder = await findEncoder(signal);
  const measured = clips.flatMap((clip, i) => (clip.pose === undefined ? [] : [{ clip, place: i + 1 }]));
  const total = measured.reduce((sum, { clip }) => sum + clip.probe.frameTable.times.length, 0);
  let before = 0;
  for (const { clip, place } of measured) {
    const name = `clip-${place} annotated.${encoder.container}`;
    const partial = join(folder, `${name}.part`);
    const start = before;
    try {
      await annotatedVideo(analysis, clip, partial, {
        ...{ encoder, showFace, signal },
        onProgress: (done) => progress({ stage: 'video', done: start + done, total }),
      });
      await moveIntoPlace(partial, join(folder, name));
    } finally {
      await rm(partial, { force: true });
    }
    before += clip.probe.frameTable.times.length;
    yield name;
  }
}
