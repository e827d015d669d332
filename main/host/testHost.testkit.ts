import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Analysis, AnalysisInput } from '../../shared/domain/analysis.ts';
import { CodedError } from '../../shared/domain/errors.ts';
import { createPlanExporter } from '../export/planFiles.ts';
import { findFfmpeg } from '../media/ffmpegPath.ts';
import { processClock } from './clock.ts';
import { createHost, type Host } from './createHost.ts';
import { openLibrary } from './library.ts';
import { createMediaService } from './mediaService.ts';
import type { Services } from './services.ts';

/** Frames, width and height of the made clip. */
export const SAMPLE = { frames: 30, width: 64, height: 48 } as const;

/** Encoded once: nearly every test of the host begins with it. */
let sampleBytes: Buffer | undefined;

/** A second of moving test picture at 30 frames/s as H.264. */
export function makeSampleClip(folder: string): string {
  const file = join(folder, 'Ann runs.mp4');
  if (sampleBytes === undefined) {
    const source = ['-f', 'lavfi', '-i', `testsrc=size=${SAMPLE.width}x${SAMPLE.height}:rate=30:duration=1`];
    execFileSync(findFfmpeg(), ['-y', '-v', 'error', ...source, '-pix_fmt', 'yuv420p', file]);
    sampleBytes = readFileSync(file);
  } else writeFileSync(file, sampleBytes);
  return file;
}

/** The clip as if it shipped with the app. */
function makeSampleFolder(folder: string, clip: string): string {
  const place = join(folder, 'sample');
  mkdirSync(place);
  copyFileSync(clip, join(place, 'run.mp4'));
  const facts = {
    athlete: { name: 'Sample runner', height_m: 1.76 },
    session: { speed_mps: 3, incline_percent: 0, surface: 'treadmill' },
    clips: [{ file: 'run.mp4', role: 'side_left', view: 'side', capture_fps: 30 }],
  };
  writeFileSync(join(place, 'sample.json'), JSON.stringify(facts));
  return place;
}

/**
 * What went in, in the shape of a result: the wiring is under test, not the measuring. A shoe named `throw` fails, one
 * named `slow` leaves the speed of the first clip open.
 */
function echo(input: AnalysisInput): Analysis {
  if (input.session.shoe === 'throw') throw new Error("cannot open '/data/Ann runs.mp4'");
  if (input.session.shoe === 'slow') throw slowMotionQuestion(input.clips[0]?.id ?? '');
  const { session, edits, provenance, clips } = input;
  return {
    ...{ schemaVersion: 1, session, edits, provenance, clips: [], detached_edits: [], metrics: [] },
    ...{ strides: [], findings: [], plan: null },
    events: clips.map(({ id }) => ({
      id: 'L-initial_contact-15',
      clip: id,
      side: 'L',
      type: 'initial_contact',
      time_s: 0.5,
      frame: 15,
      confidence: 1,
      doubts: [],
    })),
  };
}

const slowMotionQuestion = (clip: string) =>
  new CodedError('slow_motion_unknown', {
    ...{ file: 'x.mp4', clip, factor: 1, cadence: 42, file_cadence: 42.1 },
    candidates: '4, 3.3333',
  });

export interface TestHost {
  readonly host: Host;
  readonly services: Services;
  readonly folder: string;
  readonly library: string;
  readonly sample: string;
  close(): Promise<void>;
}

/**
 * A host on real ffmpeg and SQLite. Its exporter writes the analysis, and for a PDF works until it is cancelled.
 * @param analyze what measures, where that is under test
 * @param options a clock, and a folder for the library that is kept when the host is closed
 */
export async function openTestHost(
  analyze: Services['analyze'] = echo,
  { now = processClock(), library: place }: { now?: Services['now']; library?: string } = {},
): Promise<TestHost> {
  const folder = mkdtempSync(join(tmpdir(), 'midstance-test-'));
  const sample = makeSampleClip(folder);
  const services: Services = {
    media: createMediaService(),
    analyze,
    async exportFiles(analysis, context, out, formats, { signal, progress }) {
      progress({ stage: 'write', done: 0, total: 1 });
      if (formats.includes('report.pdf')) await wait(60_000, undefined, { signal });
      await writeFile(join(out, 'analysis.json'), JSON.stringify({ analysis, athlete: context.athleteName }));
      return ['analysis.json'];
    },
    exportPlan: createPlanExporter(async () => Buffer.from('%PDF-1.7')),
    appVersion: '1.2.3',
    licences: () => 'MIT',
    capabilities: { isDesktop: false, canReferenceFiles: true, canPrintPdf: true },
    sampleFolder: makeSampleFolder(folder, sample),
    chooseFiles: async () => [sample],
    now,
    newId: randomUUID,
  };
  const library = place ?? join(folder, 'library');
  const host = createHost(services, await openLibrary(library));
  return {
    host,
    services,
    folder,
    library,
    sample,
    async close() {
      await host.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
