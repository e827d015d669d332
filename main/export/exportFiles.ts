import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { analysisSchema } from '../../shared/contract/analysisSchema.ts';
import type { PoseFile } from '../../shared/contract/poseFileSchema.ts';
import type { Analysis } from '../../shared/domain/analysis.ts';
import { trueTimes } from '../../shared/domain/frameTable.ts';
import { inLanguage } from '../../shared/domain/language.ts';
import { reportHtml } from '../../shared/report/html/reportHtml.ts';
import { writeAtomic } from '../files/atomicWrite.ts';
import { annotatedVideos } from './annotatedVideos.ts';
import { dataFiles } from './dataFiles.ts';
import type { ExportClip, ExportContext, Exporter, PdfPrinter } from './exporter.ts';
import { keyPictures } from './keyPictures.ts';
import { refuseWithoutVideos } from './missingVideos.ts';
import { planFiles } from './planFiles.ts';
import { poseFileFromTrack } from './poseFile.ts';

/**
 * Writer of the analysis, the report and the athlete's plan. Files appear whole or not at all; a PDF is the page of the same
 * name, printed.
 */
export function createExporter(printPdf: PdfPrinter): Exporter {
  return async (analysis, context, folder, formats, { signal, progress }) => {
    refuseWithoutVideos(context, formats);
    await mkdir(folder, { recursive: true });
    const written: string[] = [];
    const write = async (name: string, data: string | Uint8Array) => {
      signal.throwIfAborted();
      await writeAtomic(join(folder, name), data);
      written.push(name);
      progress({ stage: 'writing', done: written.length, total: formats.length });
    };
    if (formats.includes('analysis.json')) await write('analysis.json', analysisJson(analysis));
    if (formats.includes('pose.json')) {
      for (const [i, clip] of context.clips.entries()) {
        const pose = posesOf(analysis, clip);
        if (pose !== undefined) await write(`clip-${i + 1}.pose.json`, JSON.stringify(pose));
      }
    }
    for await (const { name, data } of dataFiles(analysis, context, formats, signal)) await write(name, data);
    if (formats.includes('annotated.mp4')) {
      const video = { showFace: context.showFace, signal };
      for await (const name of annotatedVideos(analysis, context.clips, folder, { ...video, progress }))
        written.push(name);
    }
    const { ownPlan } = context;
    const plan = ownPlan?.plan ?? analysis.plan;
    const style = {
      ...{ ...context, largePrint: false, sequence: ownPlan?.sequence ?? 0 },
      ...(ownPlan ? { library: ownPlan.library } : {}),
    };
    const ofPlan = plan ? planFiles(plan, style, formats, (page) => printPdf(page, signal)) : [];
    for (const [name, make] of ofPlan) await write(name, await make());
    if (!formats.some((format) => format.startsWith('report.'))) return written;
    const page = await reportPage(analysis, context, signal);
    if (formats.includes('report.html')) await write('report.html', page);
    if (formats.includes('report.pdf')) await write('report.pdf', await printPdf(page, signal));
    return written;
  };
}

/** The keypoints of a clip in their published form; undefined for a clip without. */
function posesOf({ clips }: Analysis, { id, pose, beside = [], probe }: ExportClip): PoseFile | undefined {
  if (pose === undefined) return undefined;
  const timeScale = clips.find((clip) => clip.id === id)?.time_scale ?? 1;
  const track = { width: probe.width, height: probe.height, data: pose, beside };
  return poseFileFromTrack(track, trueTimes(probe.frameTable, timeScale));
}

/** The published file, checked against its own schema before it leaves. */
function analysisJson(analysis: Analysis): string {
  return `${JSON.stringify(analysisSchema.parse(analysis), null, 2)}\n`;
}

async function reportPage(analysis: Analysis, context: ExportContext, signal: AbortSignal): Promise<string> {
  const pictures = await keyPictures(analysis, context.clips, context.showFace, signal);
  return inLanguage(context.language, () => reportHtml(analysis, { ...context, pictures }));
}
