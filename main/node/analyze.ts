import { existsSync } from 'node:fs';
import { access, constants, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { CLOSE_MODEL, manifest, takesCloseLook } from '../../models/manifest.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { clipRoleSchema, surfaceSchema } from '../../shared/contract/analysisSchema.ts';
import type { ExportFormat } from '../../shared/contract/workSchemas.ts';
import type { Analysis, AnalysisInput, AnalysisSession } from '../../shared/domain/analysis.ts';
import { errorLine } from '../../shared/domain/errorLine.ts';
import { CodedError, errorText } from '../../shared/domain/errors.ts';
import { trueTimes } from '../../shared/domain/frameTable.ts';
import { localDay } from '../../shared/domain/localDay.ts';
import { inReadingOrder } from '../../shared/program/findings.ts';
import { analyze } from '../../shared/report/analyze.ts';
import { likelihoodText } from '../../shared/text/likelihoodText.ts';
import { metricName } from '../../shared/text/metricTexts.ts';
import { noticeText } from '../../shared/text/noticeTexts.ts';
import { readingText } from '../../shared/text/numberText.ts';
import { ruleText } from '../../shared/text/ruleTexts.ts';
import { timingText } from '../../shared/text/timingTexts.ts';
import { createExporter } from '../export/exportFiles.ts';
import { poseFileFromTrack } from '../export/poseFile.ts';
import { writeAtomic } from '../files/atomicWrite.ts';
import { makeFolder } from '../files/makeFolder.ts';
import { safeName } from '../files/safeName.ts';
import { processClock } from '../host/clock.ts';
import { type ClipRequest, type LoadedClip, loadClip } from './analyzeClips.ts';
import { withCloseLook } from './analyzeCloseLook.ts';
import { type AnalyzeOptions, parseAnalyzeOptions, USAGE } from './analyzeOptions.ts';
import { planFormats, planIdOf } from './analyzePlan.ts';
import { progressView } from './analyzeProgress.ts';
import { chromiumPdf } from './chromiumPdf.ts';
import { findBrowser } from './findBrowser.ts';

/** So long everything may tidy up after an interruption, ms. */
const STOP_MS = 5000;
const SAMPLE_FOLDER = fileURLToPath(new URL('../../models/sample', import.meta.url));

/** Facts that ship with the sample clips; clips without a role here are left out of the analysis. */
const sampleSchema = z.object({
  athlete: z.object({ name: z.string(), height_m: z.number() }),
  session: z.object({ speed_mps: z.number(), surface: surfaceSchema }),
  clips: z.array(z.object({ file: z.string(), role: clipRoleSchema, capture_fps: z.number() })),
});

interface Task {
  readonly requests: readonly ClipRequest[];
  readonly speed: number | null;
  readonly height: number | null;
  readonly surface: AnalysisSession['surface'];
}

async function taskFrom(options: AnalyzeOptions): Promise<Task> {
  if (options.sample) {
    const sample = sampleSchema.parse(JSON.parse(await readFile(join(SAMPLE_FOLDER, 'sample.json'), 'utf8')));
    const requests = sample.clips.map(
      ({ file, role }, i): ClipRequest => ({
        id: `clip${i + 1}`,
        file: join(SAMPLE_FOLDER, file),
        role,
        person: undefined,
        standing: undefined,
        zone: undefined,
      }),
    );
    return {
      requests,
      speed: options.speed ?? sample.session.speed_mps,
      height: options.height ?? sample.athlete.height_m,
      surface: sample.session.surface,
    };
  }
  const { standing } = options;
  const range = standing && 'from' in standing ? standing : undefined;
  const requests = options.videos.map(
    (file, i): ClipRequest => ({
      id: `clip${i + 1}`,
      file,
      role: 'unassigned',
      person: i === 0 ? options.person : undefined,
      standing: i === 0 ? range : undefined,
      zone: i === 0 ? options.zone : undefined,
    }),
  );
  if (standing && 'file' in standing) {
    requests.push({
      id: 'standing',
      file: standing.file,
      role: 'standing',
      person: undefined,
      standing: undefined,
      zone: undefined,
    });
  }
  return { requests, speed: options.speed ?? null, height: options.height ?? null, surface: 'unknown' };
}

/** The main job without a window. @throws CodedError */
async function run(options: AnalyzeOptions, signal: AbortSignal): Promise<void> {
  const out = resolve(options.out);
  await prepareOut(out, options.out);
  const progress = progressView();
  const task = await taskFrom(options);
  const clips: LoadedClip[] = [];
  for (const request of task.requests) clips.push(await loadClip(request, options, progress, signal));
  if (takesCloseLook(options.model)) {
    const { session } = inputFrom(task, clips, options);
    for (const [i, clip] of clips.entries()) {
      if (!clip.video) continue;
      const input = await withCloseLook(clip.input, clip.video, session, progress, signal);
      clips[i] = { ...clip, input };
    }
  }
  progress.stage('Measuring');
  const analysis = analyze(inputFrom(task, clips, options));
  for (const { input, video } of clips) {
    if (!video) continue;
    const scale = analysis.clips.find(({ id }) => id === input.id)?.time_scale ?? 1;
    const pose = poseFileFromTrack(input.pose, trueTimes(input.frameTable, scale));
    await writeAtomic(join(out, `${safeName(basename(input.file))}.pose.json`), JSON.stringify(pose));
  }
  const printable = options.pdf && findBrowser() !== undefined;
  const formats: ExportFormat[] = [
    'analysis.json',
    'report.html',
    ...(printable ? (['report.pdf'] as const) : []),
    ...planFormats(analysis, printable),
  ];
  progress.stage('Writing the report');
  const now = processClock()();
  const context = {
    athleteName: options.sample ? 'Sample runner' : 'Athlete',
    sessionDate: localDay(now),
    notes: '',
    coachName: '',
    clubLine: '',
    houseDefinition: null,
    showFace: false,
    paper: 'a4' as const,
    units: 'metric' as const,
    language: options.language,
    planId: planIdOf(task.requests, options),
    madeAt: now.toISOString(),
    clips: clips.flatMap(({ video }) => video ?? []),
  };
  const written = await createExporter(chromiumPdf)(analysis, context, out, formats, {
    signal,
    progress: () => undefined,
  });
  summary(analysis, out, written);
  if (options.pdf && !printable) {
    const { sentence, next } = errorText('browser_missing', {});
    console.error(`${sentence} ${next}`);
  }
}

function inputFrom(task: Task, clips: readonly LoadedClip[], options: AnalyzeOptions): AnalysisInput {
  return {
    session: {
      athlete_height_m: task.height,
      speed_mps: task.speed,
      incline_percent: null,
      shoe: null,
      surface: task.surface,
    },
    clips: clips.map(({ input }) => input),
    edits: [],
    confirmed: [],
    startDate: options.startDate ?? null,
    provenance: {
      app_version: packageJson.version,
      model: options.model,
      model_sha256: manifest.models[options.model].sha256,
      backend: 'litert',
      settings: {
        view: options.view,
        capture_fps: options.captureFps ?? null,
        ...(clips.some(({ input }) => input.pose.close) ? { close_look: CLOSE_MODEL } : {}),
      },
    },
  };
}

async function prepareOut(out: string, named: string): Promise<void> {
  try {
    makeFolder(out);
    await access(out, constants.W_OK);
  } catch (error) {
    throw new CodedError('out_unwritable', { folder: named }, { cause: error });
  }
}

function summary(analysis: Analysis, out: string, formats: readonly string[]): void {
  for (const clip of analysis.clips) {
    console.log(`  ${clip.file}: ${timingText(clip)}`);
    for (const notice of clip.notices) console.log(`    ! ${noticeText(notice)}`);
  }
  const lines = analysis.metrics
    .filter(({ value, id }) => value !== null && !id.startsWith('asymmetry.'))
    .map(
      (metric) =>
        `  ${metricName(metric.id)}${metric.side === null ? '' : ` (${metric.side})`}: ${readingText(metric)}, ${metric.grade}`,
    );
  console.log(lines.join('\n'));
  for (const finding of inReadingOrder(analysis.findings)) {
    const { rule, priority } = finding;
    console.log(
      `  ${priority === null ? '-' : `Priority ${priority}:`} ${ruleText(rule).title} (${likelihoodText(finding)})`,
    );
  }
  console.log(`Written to ${out}: ${formats.join(', ')}`);
}

/** Exit code of an error: the catalogue's, a full disk and an interruption included. */
function report(error: unknown, interrupted: boolean): number {
  const full = error instanceof Error && 'code' in error && error.code === 'ENOSPC';
  const coded = interrupted ? new CodedError('cancelled') : full ? new CodedError('disk_full') : error;
  const { line, exit } = errorLine(coded);
  console.error(line);
  return exit;
}

const interruption = new AbortController();
const interrupt = (): void => {
  interruption.abort(new CodedError('cancelled'));
  // Whatever does not hear it: what was computed so far is stored already.
  setTimeout(() => process.exit(report(undefined, true)), STOP_MS).unref();
};
process.once('SIGINT', interrupt);
process.once('SIGTERM', interrupt);
try {
  const options = parseAnalyzeOptions(process.argv.slice(2));
  if (options.help) console.log(USAGE);
  else {
    for (const video of options.videos)
      if (!existsSync(video)) throw new CodedError('file_missing', { file: basename(video) });
    await run(options, interruption.signal);
  }
} catch (error) {
  process.exitCode = report(error, interruption.signal.aborted);
}
