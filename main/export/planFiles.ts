import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExportFormat } from '../../shared/contract/workSchemas.ts';
import { inLanguage } from '../../shared/domain/language.ts';
import type { Plan } from '../../shared/domain/plan.ts';
import type { Library } from '../../shared/program/library.ts';
import { planIcs } from '../../shared/report/ics/planIcs.ts';
import { beatFiles } from '../../shared/report/packet/cadenceWork.ts';
import { metronomeWav } from '../../shared/report/packet/metronome.ts';
import { packetFor } from '../../shared/report/packet/packet.ts';
import { writeAtomic } from '../files/atomicWrite.ts';
import type { ExportContext, ExportOptions, PdfPrinter } from './exporter.ts';
import { writeStoredZip } from './storedZip.ts';

/** Whose plan it is and how it is written. */
export interface PlanContext
  extends Pick<
    ExportContext,
    | 'athleteName'
    | 'coachName'
    | 'clubLine'
    | 'logo'
    | 'accent'
    | 'paper'
    | 'units'
    | 'language'
    | 'planId'
    | 'madeAt'
  > {
  readonly largePrint: boolean;
  /** One more with every change of the plan, so that calendars take the newer. */
  readonly sequence: number;
  /** The exercises as the coach has them; the shipped ones without it. */
  readonly library?: Library;
}

type Made = string | Uint8Array | Promise<Uint8Array>;
type NamedFile = readonly [name: string, make: () => Made];

/** What the athlete takes home: the wanted files that the plan can give, each with its maker; a file for each rhythm. */
export function planFiles(
  plan: Plan,
  context: PlanContext,
  formats: readonly ExportFormat[],
  printPdf: (page: string) => Promise<Uint8Array>,
): NamedFile[] {
  const { planId, madeAt, sequence, language, ...style } = context;
  const { library } = context;
  const page = () => inLanguage(language, () => packetFor(plan, style));
  const dates = { planId, madeAt, sequence, startTime: null, ...(library ? { library } : {}) };
  const calendar = () => inLanguage(language, () => planIcs(plan, dates));
  const makers: Partial<Record<ExportFormat, () => NamedFile[]>> = {
    'plan.html': () => [['plan.html', page]],
    'plan.pdf': () => [['plan.pdf', () => printPdf(page())]],
    'plan.ics': () => (plan.start_date === null ? [] : [['plan.ics', calendar]]),
    'metronome.wav': () => beatFiles(plan).map(({ name, track }) => [name, () => metronomeWav(track)]),
  };
  return formats.flatMap((format) => makers[format]?.() ?? []);
}

/** Writes the wanted files of a plan into `folder` and returns their names; files appear whole or not at all. */
export type PlanExporter = (
  plan: Plan,
  context: PlanContext,
  folder: string,
  formats: readonly ExportFormat[],
  options: ExportOptions,
) => Promise<string[]>;

/** All files of a plan in one, so that nobody saves a dozen sound files one by one. */
export const ALL_IN_ONE = 'plan.zip';

export function createPlanExporter(printPdf: PdfPrinter): PlanExporter {
  return async (plan, context, folder, formats, { signal, progress }) => {
    await mkdir(folder, { recursive: true });
    const files = planFiles(plan, context, formats, (page) => printPdf(page, signal));
    for (const [i, [name, make]] of files.entries()) {
      signal.throwIfAborted();
      await writeAtomic(join(folder, name), await make());
      progress({ stage: 'writing', done: i + 1, total: files.length });
    }
    const names = files.map(([name]) => name);
    if (names.length < 2) return names;
    const parts = names.map((name) => ({ name, data: { path: join(folder, name) } }));
    await writeStoredZip(join(folder, ALL_IN_ONE), parts, { signal, onBytes: () => {} });
    return [ALL_IN_ONE, ...names];
  };
}
